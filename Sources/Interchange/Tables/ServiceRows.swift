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
            TableColumn("team", \.team, .teamNumber, "The team's number, from 1."),
            TableColumn("name", \.name, .text, "Its short name, by which the other tables name it."),
            TableColumn(
                "title", \.title, ColumnForm<String>.text.orEmpty, "Its title, as people read it; empty: its name."),
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
            TableColumn(
                "clinician", \.details.clinician, .number(0...Int32(9999)),
                "The clinician's number, from 0 without gaps."),
            TableColumn("team", \.details.team, .team(teams), "The clinician's team."),
            TableColumn("name", \.details.name, .text, "Who it is."),
            TableColumn("role", \.details.role, .role, "The role."),
            TableColumn(
                "whole-time-percent", \.details.wholeTimePercent, .number(1...100),
                "Part of a whole-time post, per cent."),
            TableColumn("caseload-cap", \.details.caseloadCap, .number(0...500), "Most people on the caseload (CL-1)."),
            TableColumn("trained-in", \.details.trainedIn.bits, .modalities, "Therapies that the clinician gives."),
            TableColumn(
                "sees-under-18", \.details.seesUnder18, .yesOrNo, "Whether the clinician sees people under 18 (PR-4)."),
            TableColumn("sex", \.details.sex, .sex, "The clinician's sex."),
            TableColumn("languages", \.details.languages, .languages, "Languages that the clinician speaks (EQ-2)."),
            TableColumn("started-on", \.details.startedOn, .day, "The first day in post."),
            TableColumn(
                "metered-until", \.details.meteredUntil, ColumnForm.day.orEmpty,
                "The last day on which new people are metered (CL-8)."),
            TableColumn(
                "metered-per-week", \.details.meteredPerWeek, .number(0...100),
                "Most new people a week until then (CL-8)."),
            TableColumn(
                "winds-down-from", \.details.windsDownFrom, ColumnForm.day.orEmpty,
                "The day from which nobody new is taken on (CL-7)."),
            TableColumn("last-day", \.details.lastDay, ColumnForm.day.orEmpty, "The last day in post (CL-7)."),
            TableColumn(
                "taken-this-week", \.details.takenThisWeek, .number(0...500),
                "New people taken in the week of metered-week."),
            TableColumn(
                "metered-week", \.details.meteredWeek, ColumnForm.day.orEmpty,
                "The Monday of the week in which taken-this-week was counted."),
            TableColumn("venues", \.details.venues, .venues, "Where the clinician works on each weekday (CL-9)."),
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
            TableColumn("clinician", \.clinician, .number(0...Int32(9999)), "The clinician's number."),
            TableColumn(
                "week", \.week, .words([("usual", .usual), ("assessment", .assessment)]),
                "Which of the clinician's weeks: the usual one, or an assessment week (PO-1)."),
            TableColumn("weekday", \.stretch.weekday, .weekday, "The day."),
            TableColumn("purpose", \.stretch.purpose, .purpose, "What the time may be booked for (PO-2)."),
            TableColumn("from", \.stretch.minutes.start, .timeOfDay, "When it begins."),
            TableColumn("until", \.stretch.minutes.end, .timeOfDay, "When it ends."),
            TableColumn(
                "in-force-from", \.inForceFrom, ColumnForm.day.orEmpty,
                "The day from which the week is in force; empty: from the beginning."),
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
            TableColumn("clinician", \.clinician, .number(0...Int32(9999)), "The clinician's number."),
            TableColumn("first", \.days.first, .day, "The first day away."),
            TableColumn("last", \.days.last, .day, "The last day away."),
            TableColumn("reason", \.days.reason, .absenceReason, "Why (CL-6)."),
        ]
    }
}
