public import CareModel

/// Everything that a simulation of a service starts from: who it serves, who works there, and how it works.
///
/// Every number is data. A scenario file fills it; the defaults are those of the rulebook's sources.
public struct ServiceScenario: Sendable {
    /// Short name, lower case with hyphens.
    public var name = "service"
    /// The name in headings and sentences.
    public var title = "Service"
    /// The first day of the forecast; a Monday, so that weeks are calendar weeks.
    public var starts = CivilDay(number: 9_823)
    /// Weeks to forecast, 1 … 520.
    public var weeks = 104
    /// Days on which the service is closed besides weekends and bank holidays.
    public var closedDays: [CivilDay] = []
    /// The promises that are measured.
    public var standards = Standards()
    /// Where the people on the first day come from.
    public var start = StartInput()
    /// The teams, each with its own staff, people and practice.
    public var teams: [TeamScenario] = []
    /// Who works there on the first day, where a database knows it: instead of the teams' staff; empty otherwise.
    public var presentPosts: [PresentPost] = []
    /// The posts of the teams' staff that begin beside those whom a database knows (``StableKey``).
    public var hiredPosts: [UInt64] = []
    /// The rooms, by index, where a database knows them: instead of the teams' rooms (CL-9); nil otherwise.
    public var presentRooms: [Room]?
    /// What staff cost (KP-9).
    public var pay = PayInput()
    /// Whether measures are taken by each ``Characteristic`` too (EQ-1, KP-12).
    public var measuresGroups = false
    /// What nobody knows of the time to come.
    public var uncertainty = UncertaintyInput()
    /// Changes of practice by date or by condition (PO-10).
    public var levers: [Lever] = []
    /// Days of diary beyond the last week of the service that this is a part of: a part has pages for as many.
    var diaryDaysOfWhole = 0

    /// An empty service.
    public init() {}

    /// Whether the lists of the teams (`initial`) say who is there: on the first day, or when its warm-up begins.
    public var beginsWithLists: Bool {
        start.origin == .list || teams.contains { $0.initial.isAnybodyWaiting }
    }
}

/// Where the waiting lists and caseloads of the first day come from.
public struct StartInput: Sendable, Equatable {
    /// How the first day is made.
    public enum Origin: UInt8, CaseIterable, Sendable {
        /// Run the service until it settles, from empty, or from the counts in the teams' `initial` where they name
        /// anybody who waits; the settling is detected and reported.
        case warmUp
        /// Make people from the counts in each team's `initial`.
        case list

        /// The name in scenario files.
        public var name: String { self == .warmUp ? "warm-up" : "list" }
    }

    /// How the first day is made.
    public var origin = Origin.warmUp
    /// Length of a warm-up, weeks, 26 … 520.
    public var warmUpWeeks = 104
    /// Independent warm-ups, 1 … 100: replications start from each in turn, so that what nobody knows of the first day
    /// shows in the forecast.
    public var firstDays = 8

    /// A warm-up of two years.
    public init() {}
}

/// One team: a population, a front door, clinicians and a way of working.
public struct TeamScenario: Sendable {
    /// Short name, lower case with hyphens.
    public var name = "team"
    /// The name in headings and sentences.
    public var title = "Team"
    /// Whom the team serves.
    public var population = PopulationInput()
    /// Youngest age served, years (PR-4).
    public var youngestAge = 18
    /// Opening hours of core days (PO-7).
    public var openingHours = MinutesOfDay(start: 9 * 60, end: 17 * 60)
    /// The earliest and latest time of an appointment in extended hours (PO-7).
    public var extendedHours = MinutesOfDay(start: 8 * 60, end: 20 * 60)
    /// Who is referred.
    public var referrals = ReferralInput()
    /// Who works there.
    public var staff: [StaffInput] = []
    /// Where people are seen face to face (CL-9).
    public var rooms = RoomsInput()
    /// Who is there on the first day, if the scenario says so.
    public var initial = InitialInput()
    /// How the team works.
    public var practice = Practice()
    /// How near it comes to published figures that it was fitted to.
    public var fit = FitInput()
    /// What may be promised of the year after the months that it was fitted to.
    public var trusted = TrustedInput()

    /// A team of nobody.
    public init() {}
}

/// The people a team serves (EQ-3, EQ-4).
public struct PopulationInput: Sendable, Equatable {
    /// People registered with the area's general practices.
    public var registered = 300_000.0
    /// Share of adults, 0 … 1.
    public var adults = 0.79
    /// Share of adults with depression or an anxiety disorder, 0 … 1.
    public var prevalence = 0.16
    /// Share of the people in need aged 18–25, 26–64, 65 and over; scaled to sum to 1. Without any, nobody knows how
    /// many of them are of each age (KP-12).
    public var ageBands: [Double] = []
    /// Share of women and of men among the people in need; the same.
    public var sexes: [Double] = []
    /// Share of each ethnicity group among them, in the order of ``EthnicityGroup``, not recorded first; the same.
    public var ethnicity: [Double] = []
    /// Share of each decile of deprivation among them, the most deprived first; the same.
    public var deprivation: [Double] = []

    /// A middling area.
    public init() {}

    /// People in need: the denominator of the access rate (EQ-3).
    public var need: Double { registered * adults * prevalence }

    /// People in need who are of a group: the denominator of its access rate (EQ-3, KP-12); nil where nobody knows.
    public func need(of group: EquityGroup) -> Double? {
        let (shares, places): ([Double], [Int])
        switch group.characteristic {
        case .ageBand: (shares, places) = (ageBands, [group.value - Int(AgeBand.eighteenToTwentyFive.rawValue)])
        case .sex: (shares, places) = (sexes, [group.value - Int(Sex.female.rawValue)])
        case .ethnicity: (shares, places) = (ethnicity, [group.value])
        case .deprivation: (shares, places) = (deprivation, [2 * group.value - 2, 2 * group.value - 1])
        case .longTermCondition, .perinatal, .veteran, .language, .accessibilityNeed: return nil
        }
        let sum = shares.reduce(0, +)
        let own = places.reduce(0) { $0 + (shares.indices.contains($1) ? shares[$1] : 0) }
        return sum > 0 && own > 0 ? need * own / sum : nil
    }
}

/// Everything about how a team works that is not its people or its staff. Any key of it can be changed by a lever.
public struct Practice: Sendable, Equatable {
    /// The front door (RF-3 … RF-7, RF-9).
    public var screening = ScreeningInput()
    /// Reaching people to book (RF-10, RF-11).
    public var contact = ContactInput()
    /// First appointments (FA).
    public var firstAppointments = FirstAppointmentInput()
    /// Courses at step 2 (TX-1).
    public var low = CourseInput.lowIntensity
    /// Courses at step 3 (TX-2).
    public var high = CourseInput.highIntensity
    /// Moving up (ST-1).
    public var stepUp = StepUpInput()
    /// The monthly case-management review (CL-16).
    public var caseManagement = CaseManagementInput()
    /// Giving up waiting (KT-7).
    public var waiting = WaitingInput()
    /// Keeping-in-touch calls (KT-2 … KT-5).
    public var keepingInTouch = KeepingInTouchInput()
    /// Psycho-educational courses (TX-4, PO-4).
    public var groups = GroupInput()
    /// Computerised CBT (TX-5, KT-6, PO-4).
    public var computerised = ComputerisedInput()
    /// People who come back (TX-14).
    public var returns = ReturnInput()
    /// Risk found at contacts (ST-7).
    public var risk = RiskInput()
    /// What the booking service holds people to beside the diary (ST-8).
    public var safeguards = SafeguardInput()
    /// Employment support beside therapy (TX-13).
    public var employment = EmploymentInput()
    /// Attendance (AT).
    public var attendance = AttendanceInput()
    /// PHQ-9 and GAD-7 (TX-10).
    public var scores = ScoresInput()
    /// How diaries are divided (PO-2) and the lists ordered (PO-3).
    public var diary = DiaryInput()
    /// Leave, sickness, turnover, training, supervision, duty (CL-3 … CL-8).
    public var workforce = WorkforceInput()
    /// Assessment weeks (PO-1).
    public var assessmentWeek = AssessmentWeekInput()

    /// The practice of the sources.
    public init() {}
}
