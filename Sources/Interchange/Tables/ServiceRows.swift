public import BookingStore
public import CareModel

/// A line of `teams.csv`.
public struct TeamRow: Hashable, Sendable {
    /// The team's index, from 0 without gaps; the table has its number, from 1.
    public var team: UInt8
    /// Its name, by which the other tables name it.
    public var name: String
    /// Its title, as people read it; nil if it is the name.
    public var title: String?

    /// A team.
    public init(team: UInt8, name: String, title: String? = nil) {
        self.team = team
        self.name = name
        self.title = title
    }
}

/// A line of `clinicians.csv`.
public struct ClinicianRow: Hashable, Sendable {
    /// The clinician; indices go from 0 without gaps.
    public var details: ClinicianDetails

    /// A clinician.
    public init(details: ClinicianDetails) { self.details = details }
}

/// A line of `availability.csv`: a stretch of a weekday that may be booked for a purpose (PO-2, PO-7).
public struct AvailabilityRow: Hashable, Sendable {
    /// Index of the clinician.
    public var clinician: Int32
    /// Which of the clinician's weeks.
    public var week: WeekKind
    /// The stretch, on multiples of five minutes between 06:00 and 22:00.
    public var stretch: AvailabilityStretch
    /// The first day of the week's being in force, where hours change on a day (CL-3); nil if it is from the beginning.
    public var inForceFrom: CivilDay?

    /// A stretch.
    public init(clinician: Int32, week: WeekKind, stretch: AvailabilityStretch, inForceFrom: CivilDay? = nil) {
        self.clinician = clinician
        self.week = week
        self.stretch = stretch
        self.inForceFrom = inForceFrom
    }
}

/// A line of `absences.csv` (CL-6).
public struct AbsenceRow: Hashable, Sendable {
    /// Index of the clinician.
    public var clinician: Int32
    /// The days, and why.
    public var days: Absence

    /// An absence.
    public init(clinician: Int32, days: Absence) {
        self.clinician = clinician
        self.days = days
    }
}

extension TeamRow: TableRow {
    static var fileName: String { "teams.csv" }
    static var blank: TeamRow { TeamRow(team: 0, name: "") }
    static func columns(_ teams: TeamNames) -> [TableColumn<TeamRow>] {
        [
            TableColumn("team", \.team, .teamNumber), TableColumn("name", \.name, .text),
            TableColumn("title", \.title, ColumnForm<String>.text.orEmpty),
        ]
    }
}

extension ClinicianRow: TableRow {
    static var fileName: String { "clinicians.csv" }
    static var blank: ClinicianRow {
        ClinicianRow(
            details: ClinicianDetails(
                clinician: 0, team: 0, name: "", role: .wellbeingPractitioner, wholeTimePercent: 100, caseloadCap: 0,
                trainedIn: ModalitySet(), startedOn: CivilDay(number: 0)))
    }
    static func columns(_ teams: TeamNames) -> [TableColumn<ClinicianRow>] {
        [
            TableColumn("clinician", \.details.clinician, .number(0...Int32(9999))),
            TableColumn("team", \.details.team, .team(teams)),
            TableColumn("name", \.details.name, .text),
            TableColumn("role", \.details.role, .role),
            TableColumn("whole-time-percent", \.details.wholeTimePercent, .number(1...100)),
            TableColumn("caseload-cap", \.details.caseloadCap, .number(0...500)),
            TableColumn("trained-in", \.details.trainedIn.bits, .modalities),
            TableColumn("sees-under-18", \.details.seesUnder18, .yesOrNo),
            TableColumn("sex", \.details.sex, .sex),
            TableColumn("languages", \.details.languages, .languages),
            TableColumn("started-on", \.details.startedOn, .day),
            TableColumn("metered-until", \.details.meteredUntil, ColumnForm.day.orEmpty),
            TableColumn("metered-per-week", \.details.meteredPerWeek, .number(0...100)),
            TableColumn("winds-down-from", \.details.windsDownFrom, ColumnForm.day.orEmpty),
            TableColumn("last-day", \.details.lastDay, ColumnForm.day.orEmpty),
            TableColumn("taken-this-week", \.details.takenThisWeek, .number(0...500)),
            TableColumn("metered-week", \.details.meteredWeek, ColumnForm.day.orEmpty),
            TableColumn("venues", \.details.venues, .venues),
        ]
    }
}

extension AvailabilityRow: TableRow {
    static var fileName: String { "availability.csv" }
    static var blank: AvailabilityRow {
        let none = MinutesOfDay(start: 0, end: 0)
        return AvailabilityRow(
            clinician: 0, week: .usual, stretch: AvailabilityStretch(weekday: .monday, purpose: 0, minutes: none))
    }
    static func columns(_ teams: TeamNames) -> [TableColumn<AvailabilityRow>] {
        [
            TableColumn("clinician", \.clinician, .number(0...Int32(9999))),
            TableColumn("week", \.week, .words([("usual", .usual), ("assessment", .assessment)])),
            TableColumn("weekday", \.stretch.weekday, .weekday),
            TableColumn("purpose", \.stretch.purpose, .purpose),
            TableColumn("from", \.stretch.minutes.start, .timeOfDay),
            TableColumn("until", \.stretch.minutes.end, .timeOfDay),
            TableColumn("in-force-from", \.inForceFrom, ColumnForm.day.orEmpty),
        ]
    }
}

extension AbsenceRow: TableRow {
    static var fileName: String { "absences.csv" }
    static var blank: AbsenceRow {
        let day = CivilDay(number: 0)
        return AbsenceRow(clinician: 0, days: Absence(first: day, last: day, reason: .leave))
    }
    static func columns(_ teams: TeamNames) -> [TableColumn<AbsenceRow>] {
        [
            TableColumn("clinician", \.clinician, .number(0...Int32(9999))),
            TableColumn("first", \.days.first, .day),
            TableColumn("last", \.days.last, .day),
            TableColumn("reason", \.days.reason, .absenceReason),
        ]
    }
}
