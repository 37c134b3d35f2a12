public import CareModel

/// A clinician, or rather a post and who holds it now, as it is from now on (CL-1).
public struct ClinicianDetails: Hashable, Sendable, Codable {
    /// Index of the clinician, as in `Episode.clinician`, from 0.
    public var clinician: Int32
    /// Index of the team.
    public var team: UInt8
    /// The holder's name.
    public var name: String
    /// What the holder is employed as.
    public var role: Role
    /// Whole-time equivalent in hundredths, 1 … 100.
    public var wholeTimePercent: Int
    /// Most people on the caseload (CL-1).
    public var caseloadCap: Int
    /// Therapies the holder is trained in (TX-3).
    public var trainedIn: ModalitySet
    /// Trained to see people under 18 (PR-4).
    public var seesUnder18: Bool
    /// Sex, for a person who prefers one.
    public var sex: Sex
    /// Indices of the languages the holder works in beside English (EQ-2).
    public var languages: [UInt8]
    /// When the holder started.
    public var startedOn: CivilDay
    /// New people are metered before this day (CL-8); nil if they are not.
    public var meteredUntil: CivilDay?
    /// New people a week while metered (CL-8).
    public var meteredPerWeek: Int
    /// No new people from this day, because the holder leaves (CL-7); nil if not.
    public var windsDownFrom: CivilDay?
    /// The last day on which the holder sees anyone; nil if none is known.
    public var lastDay: CivilDay?
    /// New people taken in the week of ``meteredWeek`` (CL-8).
    public var takenThisWeek = 0
    /// The Monday of the week that ``takenThisWeek`` counts; nil if nobody was taken while metered.
    public var meteredWeek: CivilDay?
    /// The venue of each weekday, Monday first; 0, or none at all, is wherever there is a room (CL-9).
    public var venues: [UInt8] = []

    /// A clinician's details.
    public init(
        clinician: Int32, team: UInt8, name: String, role: Role, wholeTimePercent: Int, caseloadCap: Int,
        trainedIn: ModalitySet, seesUnder18: Bool = false, sex: Sex = .unknown, languages: [UInt8] = [],
        startedOn: CivilDay, meteredUntil: CivilDay? = nil, meteredPerWeek: Int = 0, windsDownFrom: CivilDay? = nil,
        lastDay: CivilDay? = nil
    ) {
        self.clinician = clinician
        self.team = team
        self.name = name
        self.role = role
        self.wholeTimePercent = wholeTimePercent
        self.caseloadCap = caseloadCap
        self.trainedIn = trainedIn
        self.seesUnder18 = seesUnder18
        self.sex = sex
        self.languages = languages
        self.startedOn = startedOn
        self.meteredUntil = meteredUntil
        self.meteredPerWeek = meteredPerWeek
        self.windsDownFrom = windsDownFrom
        self.lastDay = lastDay
    }
}

/// Which of a clinician's two weeks (PO-1). Raw values are kept in the log.
public enum WeekKind: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// The usual week.
    case usual = 0
    /// The week while an assessment week is on.
    case assessment = 1
}

/// A stretch of a weekday that may be booked for a purpose (PO-2, PO-7).
public struct AvailabilityStretch: Hashable, Sendable, Codable {
    /// The day of the week.
    public var weekday: Weekday
    /// The raw value of the purpose: 0 first appointments, 1 treatment, 2 keeping in touch.
    public var purpose: UInt8
    /// From when until when, half open.
    public var minutes: MinutesOfDay

    /// A stretch.
    public init(weekday: Weekday, purpose: UInt8, minutes: MinutesOfDay) {
        self.weekday = weekday
        self.purpose = purpose
        self.minutes = minutes
    }
}

/// A clinician's week is set; it replaces the one before, or the one that was said for the same day.
public struct AvailabilitySet: Hashable, Sendable, Codable {
    /// Index of the clinician.
    public var clinician: Int32
    /// Which week.
    public var week: WeekKind
    /// What may be booked.
    public var stretches: [AvailabilityStretch]
    /// The first day on which it is in force, until the next week that is said for a day (CL-3); nil if it is as long
    /// as no week is said for a day.
    public var from: CivilDay?

    /// A week.
    public init(clinician: Int32, week: WeekKind, stretches: [AvailabilityStretch], from: CivilDay? = nil) {
        self.clinician = clinician
        self.week = week
        self.stretches = stretches
        self.from = from
    }
}

/// Days on which a clinician sees nobody, or takes nobody new (CL-6).
public struct AbsenceAdded: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var absence: Int64
    /// Index of the clinician.
    public var clinician: Int32
    /// The days, and why.
    public var days: Absence

    /// An absence.
    public init(absence: Int64, clinician: Int32, days: Absence) {
        self.absence = absence
        self.clinician = clinician
        self.days = days
    }
}

/// An absence that will not be, or is shorter: the rest is added anew.
public struct AbsenceRemoved: Hashable, Sendable, Codable {
    /// Its number.
    public var absence: Int64
    /// Why.
    public var why: String

    /// The end of an absence.
    public init(absence: Int64, why: String) {
        self.absence = absence
        self.why = why
    }
}
