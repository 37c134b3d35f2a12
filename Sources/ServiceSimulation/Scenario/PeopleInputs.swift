public import CareModel

/// Who is referred, when and from where (RF-1, RF-2, RF-13).
public struct ReferralInput: Sendable, Equatable {
    /// Referrals a week in the scenario's first year, over all sources; 0 … 20,000.
    public var perWeek = 200.0
    /// Growth a year as a share: 0.02 is two per cent more each year; -0.5 … 1.
    public var trendPerYear = 0.0
    /// The first day of referrals, of a team that opens later (CL-13); nil is from the start.
    public var from: CivilDay?
    /// Weeks over which a team that opens grows to its number of referrals (CL-13), 0 … 260.
    public var rampWeeks = 0
    /// More referrals than those, or fewer, from a day on: 0.3 is three tenths more; ``growthAllowed`` (RF-2).
    public var growth = 0.0
    /// The first day on which there are more; nil is from the start.
    public var growthFrom: CivilDay?
    /// Weeks over which they grow to that, step by step, ``growthWeeksAllowed``; 0 is at once.
    public var growthWeeks = 0
    /// Index of referrals per working day by month, January first; mean about 1. Published (reference, national).
    public var months = [1.11, 1.08, 1.03, 0.99, 1.01, 0.96, 0.96, 0.94, 0.99, 1.03, 1.04, 0.86]
    /// Index by weekday, Monday first, for sources that arrive any day.
    public var webWeekdays = [1.25, 1.2, 1.15, 1.1, 0.95, 0.6, 0.75]
    /// Index by weekday, Monday first, for sources that arrive on working days; weekends are never used.
    public var staffedWeekdays = [1.15, 1.05, 1.0, 0.95, 0.85, 0.0, 0.0]
    /// Arrivals on a bank holiday as a share of a usual day, for sources that arrive any day; 0 … 1.
    public var bankHolidayShare = 0.5
    /// Week-to-week variation beyond chance: the coefficient of variation of the week's level; 0 is Poisson, 0 … 1.
    /// Counts are then negative binomial with variance mean + (variation · mean)².
    public var weeklyVariation = 0.08
    /// Share of each source, in the order of ``ReferralSource``; scaled to sum to 1.
    public var sources = [0.58, 0.10, 0.09, 0.04, 0.06, 0.03, 0.01, 0.02, 0.02, 0.05]
    /// Points by which the PHQ-9 at referral of each source is above the team's mean, in the order of
    /// ``ReferralSource``; -10 … 10. Without any, every source is alike (RF-15).
    public var depressionBySource: [Double] = []
    /// The same of the GAD-7 (RF-15).
    public var anxietyBySource: [Double] = []
    /// Share under 18, 18–25, 26–64, 65 and over; scaled to sum to 1.
    public var ageBands = [0.015, 0.195, 0.721, 0.069]
    /// Share of women, 0 … 1.
    public var women = 0.66
    /// Share perinatal, either parent (PR-1), 0 … 1.
    public var perinatal = 0.04
    /// Share of the perinatal who are pregnant, 0 … 1; the others have a child under one.
    public var pregnant = 0.4
    /// Share of veterans, 0 … 1 (PR-2).
    public var veterans = 0.015
    /// Share with a long-term condition, 0 … 1.
    public var longTermConditions = 0.25
    /// Share of each ethnicity group, in the order of ``EthnicityGroup``, not recorded first; scaled to sum to 1.
    /// Without any, nobody's is recorded (RF-13, EQ-1).
    public var ethnicity: [Double] = []
    /// Share of each decile of deprivation, the most deprived first; scaled to sum to 1. Without any, nobody's is
    /// recorded (RF-13, EQ-1).
    public var deprivation: [Double] = []
    /// Share who can come only from 17:00 (PO-7), 0 … 1.
    public var eveningOnly = 0.06
    /// Share who can come only before 12:00, 0 … 1.
    public var morningOnly = 0.08
    /// Share who come from another area's waiting list and keep their clock (RF-14), 0 … 1.
    public var movedIn = 0.0
    /// Mean days that they have waited there, 0 … 365.
    public var movedInDays = 60.0
    /// What people ask for beside time (KT-10).
    public var asks = AskInput()
    /// What the referral matrix finds, where the service uses it (RF-8).
    public var matrix = MatrixInput()

    /// The mixture of the national figures.
    public init() {}

    /// What growth can be.
    public static let growthAllowed = -0.99...10.0
    /// Over how many weeks it can come.
    public static let growthWeeksAllowed = 0...260

    /// How many referrals there are for one without growth from a day on (RF-2).
    public func growth(on day: CivilDay, from starts: CivilDay) -> Double {
        growth == 0 ? 1 : 1 + growth * Self.share(of: growthWeeks, since: growthFrom ?? starts, on: day)
    }

    /// The share that has come of what comes step by step over some weeks, a week's step on its first day; 0 … 1.
    static func share(of weeks: Int, since first: CivilDay, on day: CivilDay) -> Double {
        if day < first { return 0 }
        return weeks > 0 ? min(1, Double(day - first + 7) / Double(weeks * 7)) : 1
    }

    /// Points by which PHQ-9 and GAD-7 of people from a source are above the team's means (RF-15). O(1).
    func severity(of source: ReferralSource) -> Severity {
        let place = Int(source.rawValue)
        return Severity(
            depression: depressionBySource.isEmpty ? 0 : depressionBySource[place],
            anxiety: anxietyBySource.isEmpty ? 0 : anxietyBySource[place])
    }
}

/// Points by which somebody's PHQ-9 and GAD-7 are above the mean before anything of them is drawn (RF-15).
struct Severity: BitwiseCopyable, Sendable, Equatable {
    var depression = 0.0
    var anxiety = 0.0
}

/// People who are there on the first day, by team, when the start is a list.
public struct InitialInput: Sendable, Equatable {
    /// On the list for a first appointment, not yet booked.
    public var waitingFirstAppointment = 0
    /// Their mean wait so far, days.
    public var waitingFirstAppointmentDays = 14.0
    /// Assessed and waiting for treatment at step 2.
    public var waitingLow = 0
    /// Their mean wait so far, days.
    public var waitingLowDays = 14.0
    /// Assessed and waiting for treatment at step 3.
    public var waitingHigh = 0
    /// Their mean wait so far, days.
    public var waitingHighDays = 60.0
    /// Stepped up and waiting for step 3.
    public var waitingStepUp = 0
    /// Their mean wait so far, days.
    public var waitingStepUpDays = 70.0
    /// Share of each clinician's caseload cap that is filled, 0 … 1.
    public var caseloadFilled = 0.85

    /// Nobody waiting, caseloads nearly full.
    public init() {}

    /// Whether it names anybody who waits.
    public var isAnybodyWaiting: Bool { waitingFirstAppointment + waitingLow + waitingHigh + waitingStepUp > 0 }

    /// The lists of a part of a service.
    /// - Parameter share: of the service, 0 … 1.
    public mutating func scale(by share: Double) {
        waitingFirstAppointment = Int(Double(waitingFirstAppointment) * share)
        waitingLow = Int(Double(waitingLow) * share)
        waitingHigh = Int(Double(waitingHigh) * share)
        waitingStepUp = Int(Double(waitingStepUp) * share)
    }
}

/// A group of alike clinicians.
public struct StaffInput: Sendable, Equatable {
    /// Keeps the group apart from others of its role in the team; empty is the group without a name.
    public var name = ""
    /// What they are employed as.
    public var role = Role.wellbeingPractitioner
    /// How many.
    public var count = 1
    /// Whole-time equivalents of each, above 0 up to 1.
    public var wte = 1.0
    /// Caseload cap per WTE (CL-1); nil takes the role's default.
    public var caseloadPerWTE: Int?
    /// Target of completed clinical contact, hours a week per WTE (CL-2); nil takes the role's default.
    public var completedHoursPerWTE: Double?
    /// Hours a week per WTE that may be booked (CL-2); nil takes the completed hours ÷ 0.77.
    public var bookableHoursPerWTE: Double?
    /// Therapies they are trained in; empty takes the usual one of the step.
    public var modalities: [Modality] = []
    /// Trained to see people under 18 (PR-4).
    public var seesUnder18 = false
    /// First day at work; nil is from the start.
    public var from: CivilDay?
    /// Last day at work; nil is for good.
    public var until: CivilDay?
    /// The day trainees qualify (CL-3); nil for others.
    public var qualifies: CivilDay?
    /// First day of the top-up training for long-term conditions (CL-13); nil is none.
    public var topUpFrom: CivilDay?
    /// Days of it, one a week (CL-13), 0 … 60.
    public var topUpDays = 0
    /// Days a week that run from noon into the evening (PO-7), 0 … 5.
    public var eveningsPerWeek = 0
    /// Days a week, beside those, that begin with the extended hours (PO-7), 0 … 5.
    public var earlyDaysPerWeek = 0
    /// Works Tuesday to Saturday (PO-7).
    public var saturdays = false
    /// Share of women among them, for people who ask for one (KT-10), 0 … 1.
    public var women = 0.8
    /// Numbers of the languages beside English that each of them works in (EQ-2).
    public var languages: [Int] = []
    /// The venue of each weekday, Monday first; 0, or none, is wherever there is a room (CL-9).
    public var venues: [Int] = []

    /// What is known to befall members of the group: last days, and planned times away (CL-6, CL-7).
    public var changes: [StaffChange] = []

    /// One full-time PWP.
    public init() {}

    /// The cap per WTE in force; where no rule caps it, as many people as the completed hours see, half an hour each
    /// every other week (CL-1, CL-15).
    public var caseload: Int {
        caseloadPerWTE ?? role.defaultCaseloadPerWTE ?? Int((completedHours * StaffInput.peoplePerHour).rounded())
    }
    /// The most people on the caseload of one of them (CL-1); none for whoever holds no cases (CL-15).
    public var caseloadCap: Int { role.holdsCases ? CaseloadRule.cap(perWTE: caseload, wte: wte) : 0 }
    /// People whom an hour a week sees for half an hour every other week.
    private static let peoplePerHour = 4.0
    /// The completed-hours target in force, hours a week per WTE.
    public var completedHours: Double { completedHoursPerWTE ?? role.defaultCompletedHoursPerWTE }
    /// The bookable hours in force, hours a week per WTE.
    public var bookableHours: Double { bookableHoursPerWTE ?? completedHours / 0.77 }
    /// The therapies in force.
    public var trainedIn: ModalitySet {
        if !modalities.isEmpty { return ModalitySet(modalities) }
        guard role.holdsCases else { return ModalitySet() }
        return ModalitySet([role.step.usualTherapy])
    }

    /// Trainees who qualify have the usual caseload and hours of their new role (CL-3).
    mutating func qualify(as role: Role) {
        self.role = role
        caseloadPerWTE = nil
        completedHoursPerWTE = nil
        bookableHoursPerWTE = nil
        qualifies = nil
    }
}
