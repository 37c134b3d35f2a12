public import CareModel

/// How a team books: the numbers behind every decision at the desk, each of them a key of the scenario.
public struct BookingRules: Sendable, Equatable {
    /// The front door (RF-4, RF-5, RF-7).
    public var screening = ScreeningRule()
    /// The youngest whom the team sees, years, 14 … 18 (PR-4); 14 is the youngest whom any team does.
    public var youngestAge = 14
    /// The booking clerk's attempts (RF-10).
    public var contact = ContactRule()
    /// Opening hours of core days (PO-7): bookings are made in them.
    public var openingHours = MinutesOfDay(start: 9 * 60, end: 17 * 60)
    /// Days ahead that first appointments are booked, 7 … 180.
    public var firstAppointmentHorizonDays = 42
    /// Notice that a person needs, days, 0 … 30; one day for people who agreed to short notice (FA-5).
    public var noticeDays = 3
    /// Who has a person from the referral on (CL-18).
    public var allocation = CaseAllocation.sharedList
    /// Whether scores decide the step of treatment (ST-4).
    public var stepsByScore = false
    /// The scores from which each step treats (ST-4).
    public var thresholds = StepThresholds()
    /// Weeks before a birth from which treatment is put off until after it (PR-3), 0 … 40.
    public var putOffWeeksBeforeBirth = 6
    /// Weeks after a birth at which treatment starts (PR-3), 0 … 52.
    public var resumeWeeksAfterBirth = 8
    /// Courses at step 2 (TX-1, TX-7, TX-8).
    public var low = CourseRule.lowIntensity
    /// Courses at step 3 (TX-2, TX-7, TX-8).
    public var high = CourseRule.highIntensity
    /// Days ahead within which a first session at step 2 must be free for a person to be taken on, 7 … 180.
    public var lowHorizonDays = 28
    /// The same at step 3.
    public var highHorizonDays = 28
    /// Calls while waiting (KT-2, KT-3, KT-5).
    public var keepingInTouch = KeepingInTouchRule()
    /// Length of the urgent slot when risk is found at a contact (ST-7), minutes.
    public var riskMinutes = 60
    /// Computerised CBT for people who wait (TX-5, KT-6).
    public var computerised = ComputerisedRule()
    /// Psycho-educational courses (TX-4).
    public var groups = GroupRule()
    /// Working days in which a step-up is discussed in supervision (ST-1), 0 or more.
    public var supervisionWorkingDays = 4
    /// Assessment weeks (PO-1).
    public var assessmentWeek = AssessmentWeekRule()
    /// Missed appointments (AT-3, AT-4, FA-4, PO-5).
    public var attendance = AttendancePolicy()
    /// Minutes by which an interpreter makes an appointment longer, 0 … 60 (EQ-2).
    public var interpreterMinutes = 20
    /// How soon supervision answers (ST-9).
    public var supervision = SupervisionRule()
    /// The monthly case-management review (CL-16).
    public var caseManagement = CaseManagementRule()
    /// When cases move from full clinicians to emptier ones (PO-8).
    public var reallocation = ReallocationRule()
    /// Days before a planned absence of two weeks or more without new people, 0 … 60 (CL-6).
    public var noNewPeopleDays = 14
    /// Whether clinicians have no first appointments in those days either (CL-6).
    public var assessesNobodyBeforeLeave = false
    /// The order of the lists (PO-3, PR-1, PR-2, ST-1).
    public var priorities = PriorityOrder.standard

    /// What the booking service holds people to beside the diary (ST-8).
    public var safeguards = Safeguards()

    /// The rules of the sources.
    public init() {}

    /// The rule of courses at a step.
    @inlinable
    public func course(_ step: Step) -> CourseRule { step == .low ? low : high }
}
