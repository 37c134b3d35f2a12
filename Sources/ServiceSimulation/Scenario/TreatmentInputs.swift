public import CareModel

/// Courses at one step (TX-1, TX-2, TX-7, TX-8).
public struct CourseInput: Sendable, Equatable {
    /// Session length, interval, limits, blocks, spacing.
    public var rule: CourseRule
    /// Mean number of sessions that people need at this step, if nothing stops them, the first appointment not counted.
    public var neededSessions: Double
    /// Coefficient of variation of that number, 0 … 2.
    public var neededVariation: Double
    /// Share of supervisors' decisions that agree to more than the usual number (TX-1, TX-2), 0 … 1.
    public var supervisorAgrees: Double
    /// Share of courses that end at a review because the person is no longer a case (TX-7), 0 … 1.
    public var endsWhenRecovered: Double
    /// Share of those without improvement at their review who go to another step or service, or end (TX-6), 0 … 1.
    public var changesWithoutImprovement = 0.0
    /// Mean number of sessions that people at step 3+ need, where scores decide the step (ST-4, TX-11); 0 is as others.
    public var neededSessionsPlus = 0.0
    /// Share of requests for more sessions that a supervisor agrees to (TX-11), 0 … 1.
    public var extensionAgreed = 0.8
    /// Chance after each session that the person does not come back, 0 … 1.
    public var stopsEarly: Double
    /// Days ahead within which a first session must be free for a person to be taken on, 7 … 180.
    public var bookingHorizonDays: Int
    /// Share of each therapy among those taken on at this step, in the order of ``Modality``.
    public var modalities: [Double]

    /// Courses at one step.
    public init(
        rule: CourseRule, neededSessions: Double, neededVariation: Double, supervisorAgrees: Double,
        endsWhenRecovered: Double, stopsEarly: Double, bookingHorizonDays: Int, modalities: [Double]
    ) {
        self.rule = rule
        self.neededSessions = neededSessions
        self.neededVariation = neededVariation
        self.supervisorAgrees = supervisorAgrees
        self.endsWhenRecovered = endsWhenRecovered
        self.stopsEarly = stopsEarly
        self.bookingHorizonDays = bookingHorizonDays
        self.modalities = modalities
    }

    /// Guided self-help.
    public static let lowIntensity = CourseInput(
        rule: .lowIntensity, neededSessions: 4.5, neededVariation: 0.45, supervisorAgrees: 0.25,
        endsWhenRecovered: 0.5, stopsEarly: 0.07, bookingHorizonDays: 28, modalities: [1, 0, 0, 0, 0, 0, 0])

    /// CBT and the like.
    public static let highIntensity = CourseInput(
        rule: .highIntensity, neededSessions: 10.5, neededVariation: 0.45, supervisorAgrees: 0.35,
        endsWhenRecovered: 0.3, stopsEarly: 0.035, bookingHorizonDays: 28, modalities: [0, 1, 0, 0, 0, 0, 0])
}

/// Moving between step 2 and step 3 (ST-1, ST-2).
public struct StepUpInput: Sendable, Equatable {
    /// Share of people who end their sessions at step 2 still a case who are proposed for step 3, 0 … 1.
    public var proposedOfCases = 0.4
    /// Longest wait for the discussion in supervision, working days, 0 … 30.
    public var supervisionWorkingDays = 4
    /// Share of proposed step-ups that are urgent, and answered within the hour (ST-9), 0 … 1.
    public var urgent = 0.0
    /// Minutes within which supervision answers an urgent question (ST-9), 5 … 1440.
    public var urgentMinutes = 60
    /// Share of people at step 3 who have improved at a review and are still a case, and go on at step 2 (ST-2), 0 … 1.
    public var downAtReview = 0.0

    /// The rule of the sources.
    public init() {}
}

/// The monthly case-management review (CL-16).
public struct CaseManagementInput: Sendable, Equatable {
    /// Which cases are brought, how often, and whether courses follow it.
    public var rule = CaseManagementRule()
    /// Share of those brought because they missed or cancelled whose course ends, 0 … 1.
    public var endsAfterMisses = 0.0
    /// Share of those brought because they have been open for long, with gaps, whose course ends, 0 … 1.
    public var endsOpenLong = 0.0

    /// The guidance of the sources, not followed.
    public init() {}
}

/// Attendance (AT-1 … AT-7, AT-9, AT-10).
public struct AttendanceInput: Sendable, Equatable {
    /// What the service does about missed appointments.
    public var policy = AttendancePolicy()
    /// Share of all first appointments, the cancelled ones counted, at which the person does not appear, after
    /// reminders, at the average wait, 0 … 1.
    public var didNotAttendFirst = 0.096
    /// The same of all treatment sessions, 0 … 1.
    public var didNotAttendTreatment = 0.072
    /// The same of all keeping-in-touch calls, 0 … 1.
    public var didNotAttendKeepingInTouch = 0.134
    /// Share of all first appointments that the person cancels, 0 … 1.
    public var cancelledFirst = 0.08
    /// The same of all treatment sessions, 0 … 1.
    public var cancelledTreatment = 0.11
    /// The same of all keeping-in-touch calls, 0 … 1.
    public var cancelledKeepingInTouch = 0.06
    /// Mean notice of a person's cancellation, days.
    public var noticeDays = 3.0
    /// Share of all appointments that the service cancels for a reason other than the clinician's absence, 0 … 1.
    public var providerCancels = 0.015
    /// Share of those who would cancel a face-to-face appointment in a room and keep the time by telephone or video,
    /// once it is offered (AT-6), 0 … 1.
    public var keptAtADistance = 0.3
    /// Share of those seen who come late, 0 … 1.
    public var late = 0.04
    /// Share of all appointments to which the person comes too late to be seen, 0 … 1.
    public var tooLate = 0.0043
    /// Mean minutes by which people who come late are late; whoever is later than the clinician waits is not seen
    /// (AT-7). 0 is not looked at: all of them are seen.
    public var latenessMinutes = 0.0
    /// Share of attended appointments that are aborted because the connection is lost (AT-7), 0 … 1.
    public var aborted = 0.0
    /// Chance that somebody does not confirm an appointment in time, where it must be confirmed (FA-7), 0 … 1.
    public var unconfirmed = 0.05
    /// Factor on the odds of a DNA for each further 30 days between booking's reason and the appointment (AT-9), 0.5 …
    /// 3.
    public var oddsPer30DaysWait = 1.15
    /// Factor on the odds of a DNA for people who referred themselves (AT-9), 0.3 … 3.
    public var oddsSelfReferred = 0.85
    /// Factor on the odds of a DNA for each further session (AT-9), 0.5 … 2.
    public var oddsPerSession = 0.97
    /// Factor on the odds of a DNA at step 2, first appointments and sessions alike (AT-11), 0.3 … 3.
    public var oddsLowIntensity = 1.0
    /// Factor on the odds of a DNA for each 15 minutes by which a first appointment or a session is shorter than an
    /// hour (AT-11), 0.5 … 2.
    public var oddsPer15MinutesShort = 1.0
    /// Factor on the odds of a DNA at a first appointment or a session face to face in a room (AT-9, AT-11), 0.3 … 3.
    public var oddsFaceToFace = 1.0
    /// Whether text reminders are sent (AT-5). The chances above are with reminders.
    public var reminders = true
    /// Relative reduction of DNAs that reminders bring (AT-5), 0 … 0.9.
    public var reminderReduction = 0.26
    /// Share of people at the limit of misses whose course goes on all the same, in practice (AT-3), 0 … 1.
    public var exceptions = 0.05
    /// The share that the policy has in mind (AT-3), 0 … 1: what happens once it is enforced.
    public var exceptionsByPolicy = 0.05
    /// Whether the policy is enforced: its share is in force, not that of practice (AT-3, PO-5).
    public var enforcesPolicy = false
    /// Share of people who missed an appointment, were in touch and missed the next one, whose episode ends when
    /// discharge is discussed (AT-4), 0 … 1; the others have the time to make contact again.
    public var endsAtSecondMiss = 0.0
    /// Chance that a person who missed an appointment makes contact in time (AT-4), 0 … 1.
    public var makesContact = 0.45
    /// Chance that a person whose appointment was cancelled by either side takes another, 0 … 1.
    public var rebooks = 0.93

    /// The mixture of the national figures.
    public init() {}

    /// The share of people at the limit of misses whose course goes on all the same, as things are (AT-3, PO-5).
    public var exceptionsInForce: Double { enforcesPolicy ? exceptionsByPolicy : exceptions }
}

/// PHQ-9 and GAD-7 (TX-10). Recovery comes out of these; it is never drawn.
public struct ScoresInput: Sendable, Equatable {
    /// Mean PHQ-9 at referral.
    public var depressionMean = 13.9
    /// Standard deviation of PHQ-9 at referral.
    public var depressionDeviation = 6.0
    /// Mean GAD-7 at referral.
    public var anxietyMean = 12.9
    /// Standard deviation of GAD-7 at referral.
    public var anxietyDeviation = 5.1
    /// Correlation of the two, -1 … 1.
    public var correlation = 0.66
    /// Mean fall of PHQ-9 a session at step 2.
    public var lowChange = 1.05
    /// Mean fall of PHQ-9 a session at step 3.
    public var highChange = 0.62
    /// Coefficient of variation between people of the fall a session.
    public var changeVariation = 0.9
    /// The fall of GAD-7 as a share of the fall of PHQ-9.
    public var anxietyShare = 0.95
    /// Standard deviation of a single score around the person's course.
    public var noise = 2.0
    /// How much scores fall a month while waiting: regression towards the mean.
    public var fallPerMonthWaiting = 0.2
    /// The fall a session of people with a long-term condition, of others' (TX-15), 0 … 2.
    public var changeWithLongTermCondition = 1.0

    /// The England figures by therapy, 2024-25.
    public init() {}

    /// How much scores of somebody fall at a session, of what others' do (TX-15). O(1).
    func changeShare(of referral: Referral) -> Double {
        referral.longTermCondition == .yes ? changeWithLongTermCondition : 1
    }
}
