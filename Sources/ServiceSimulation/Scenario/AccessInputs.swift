public import CareModel

/// The front door (RF-3 … RF-9).
public struct ScreeningInput: Sendable, Equatable {
    /// Which front door, and its decisions.
    public var rule = ScreeningRule()
    /// Minutes to read a referral, 1 … 120.
    public var reviewMinutes = 5
    /// Minutes of a telephone triage, 1 … 120 (RF-3, RF-5).
    public var triageMinutes = 30
    /// Minutes of a senior clinician's screening, 1 … 120.
    public var seniorMinutes = 15
    /// Minutes of the brief telephone assessment of everybody, 1 … 120 (RF-6).
    public var briefMinutes = 15
    /// Working days within which a referral is to be screened, 1 … 30: what is measured, not what is kept (RF-6).
    public var targetWorkingDays = 3
    /// Minutes a day that the desk that screens has for it: the duty worker's (CL-5), or the single point of access's.
    public var deskMinutesPerDay = 420
    /// Minutes a day that a senior clinician has for screening.
    public var seniorMinutesPerDay = 60
    /// Share of referrals that are urgent calls (RF-3), 0 … 1.
    public var urgent = 0.01
    /// Share that mention risk, 0 … 1.
    public var mentionsRisk = 0.08
    /// Share excluded (RF-7) of those that mention risk, 0 … 1.
    public var excludedOfRisk = 0.25
    /// Share excluded (RF-7) of the others, 0 … 1.
    public var excludedOfOthers = 0.03
    /// Share that look like step 3, or doubtful, 0 … 1 (RF-4: about 70% start at step 2).
    public var looksLikeHighIntensity = 0.2
    /// Share who take self-help, a course or another service instead of an assessment (RF-9), 0 … 1.
    public var diverted = 0.03

    /// A duty team's front door.
    public init() {}

    /// Minutes of a piece of screening (RF-5, RF-6).
    public func minutes(of task: ScreeningTask) -> Int {
        switch task {
        case .review: reviewMinutes
        case .telephoneTriage: triageMinutes
        case .seniorScreen: seniorMinutes
        case .briefAssessment: briefMinutes
        }
    }
}

/// Reaching people to book (RF-10, RF-11).
public struct ContactInput: Sendable, Equatable {
    /// Attempts and their spacing.
    public var rule = ContactRule()
    /// Chance that one attempt reaches the person, 0 … 1.
    public var reached = 0.6
    /// Share of people whom no attempt reaches, 0 … 1 (RF-10).
    public var neverAnswers = 0.0
    /// Share of those reached who do not want an appointment, 0 … 1.
    public var declines = 0.06
    /// Share of those reached who are not ready and are asked to come back (RF-11), 0 … 1.
    public var notReady = 0.02
    /// How many more of those reached want no appointment for each day by which the median first wait of the last four
    /// weeks is longer than ``usualWaitDays``, share, 0 … 0.05 (RF-12).
    public var declinesPerDayOfWait = 0.0
    /// The median first wait that people are used to, days (RF-12).
    public var usualWaitDays = 18
    /// Clerks who make contact and book, each on every working day; 0 is as many as it takes (CL-14).
    public var clerks = 0
    /// Minutes of each clerk's day for it, 1 … 600 (CL-14).
    public var clerkMinutesPerDay = 300
    /// Minutes of one attempt with what it leads to: the booking, the letter; 1 … 60 (CL-14).
    public var minutesPerAttempt = 10

    /// The rule of the sources.
    public init() {}
}

/// First appointments (FA-1 … FA-6, FA-8).
public struct FirstAppointmentInput: Sendable, Equatable {
    /// Days ahead that first appointments are booked, 7 … 180.
    public var bookingHorizonDays = 42
    /// Notice that a person needs, days, 0 … 30.
    public var noticeDays = 3
    /// Who has a person from the referral on (CL-18).
    public var allocation = CaseAllocation.sharedList
    /// Share of people who can come at shorter notice: freed slots go to them (FA-5), 0 … 1.
    public var shortNotice = 0.35
    /// Share of attended first appointments that are a first treatment contact as well (FA-3), 0 … 1.
    public var treatmentBegins = 0.9
    /// Share discharged with advice or self-help of those below caseness (RF-9), 0 … 1.
    public var adviceBelowCaseness = 0.6
    /// Share discharged with advice or self-help of the cases, 0 … 1.
    public var advice = 0.08
    /// Share signposted elsewhere, 0 … 1.
    public var signposted = 0.06
    /// Share referred on to secondary care or step 4 and 5 (ST-3), 0 … 1.
    public var referredOn = 0.04
    /// Share who decline treatment, 0 … 1.
    public var declines = 0.06
    /// Whether scores decide the step of treatment (ST-4), instead of the two shares that follow.
    public var stepsByScore = false
    /// The scores from which each step treats (ST-4).
    public var thresholds = StepThresholds()
    /// Share of those assessed at step 2 and taken on who go straight to step 3 (ST-5), 0 … 1.
    public var lowToHigh = 0.25
    /// Share of those assessed at step 3 and taken on who go to step 2, 0 … 1.
    public var highToLow = 0.15
    /// Share of those who would go to step 3 and take guided self-help first, because it is readily available (PO-4),
    /// 0 … 1.
    public var selfHelpFirst = 0.0
    /// Weeks before a birth from which treatment is put off until after it (PR-3), 0 … 40.
    public var putOffWeeksBeforeBirth = 6
    /// Weeks after a birth at which treatment starts (PR-3), 0 … 52.
    public var resumeWeeksAfterBirth = 8

    /// The practice of the sources.
    public init() {}
}

/// Giving up waiting (KT-7): the chance of having given up within a wait follows a Weibull curve.
public struct WaitingInput: Sendable, Equatable {
    /// Days within which half would give up waiting for a first appointment, if it did not come.
    public var firstAppointmentHalfDays = 160.0
    /// The same for treatment at step 2.
    public var lowHalfDays = 150.0
    /// The same for treatment at step 3.
    public var highHalfDays = 300.0
    /// The same for a step-up.
    public var stepUpHalfDays = 330.0
    /// How the hazard grows with the wait: 1 is constant, 2 grows in proportion; 0.3 … 5.
    public var shape = 1.3

    /// Middling patience.
    public init() {}
}

/// Keeping-in-touch calls (KT-2 … KT-5).
public struct KeepingInTouchInput: Sendable, Equatable {
    /// When and how long.
    public var rule = KeepingInTouchRule()
    /// Share who opt out (KT-5), 0 … 1.
    public var optOut = 0.12
    /// Share of calls after which treatment is no longer needed (KT-4), 0 … 1.
    public var noLongerNeeded = 0.05
    /// Share after which a person is moved forward (KT-4), 0 … 1.
    public var quicker = 0.04
    /// Share after which a person waiting for step 3 takes step 2 instead (KT-4), 0 … 1.
    public var readier = 0.04
    /// Share after which risk has risen and the person is referred on (KT-4), 0 … 1.
    public var riskRisen = 0.01
    /// Contacts outside the calls, a month, of each person who waits for treatment, to report a change (KT-11), 0 … 4.
    public var contactsPerMonth = 0.0
    /// Share of these contacts that the office sees to, 0 … 1.
    public var contactsForOffice = 0.5
    /// A clinician's time for one of the others, minutes.
    public var contactMinutes = 15
    /// A clerk's time for one that the office sees to, minutes.
    public var contactClerkMinutes = 10

    /// The rule of the sources.
    public init() {}
}
