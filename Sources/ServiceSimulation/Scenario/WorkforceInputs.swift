public import CareModel

/// How diaries are divided (PO-2), and how lists are ordered (PO-3).
public struct DiaryInput: Sendable, Equatable {
    /// Share of step-2 bookable time for first appointments, 0 … 1.
    public var lowFirstShare = 0.40
    /// Share of step-3 bookable time for first appointments, 0 … 1.
    public var highFirstShare = 0.10
    /// Share of bookable time for keeping-in-touch calls, 0 … 1.
    public var keepingInTouchShare = 0.03
    /// Whether the shares for first appointments follow the list, every few weeks (PO-2).
    public var followsDemand = false
    /// The wait for a first appointment, listed or booked, that they are steered for, days, 1 … 365.
    public var aimDays = 18.0
    /// Weeks from one look to the next, 1 … 26.
    public var lookEveryWeeks = 2
    /// Days ahead at which unused time of one kind is released to the others (PO-2), 0 … 60.
    public var releaseDays = 5
    /// How much more of each week is booked than usual, counting on people not coming (AT-8), share, 0 … 0.5.
    public var overbooking = 0.0
    /// The order of lists and of priority classes (PO-3, PR-2).
    public var priorities = PriorityOrder.standard
    /// The clerk's daily booking round starts at this minute of the day.
    public var bookingRoundMinute = 8 * 60 + 30
    /// Minutes by which an interpreter makes an appointment longer (EQ-2), 0 … 60.
    public var interpreterMinutes = 20

    /// The carve-out of a middling service.
    public init() {}
}

/// Leave, sickness, turnover, training, supervision and duty (CL-3 … CL-8).
public struct WorkforceInput: Sendable, Equatable {
    /// Contracted hours a week per WTE.
    public var hoursPerWeek = 37.5
    /// Days of annual leave a year per WTE, bank holidays not counted.
    public var leaveDays = 30
    /// Share of clinicians who take two weeks of a year's leave together, 0 … 1.
    public var fortnightShare = 0.6
    /// Days a year of mandatory training and development.
    public var trainingDays = 5
    /// Share of working days lost to sickness, 0 … 0.5.
    public var sickness = 0.048
    /// Mean length of a sickness spell, working days.
    public var sicknessSpellDays = 6.0
    /// Coefficient of variation of the length of a spell.
    public var sicknessSpellVariation = 2.0
    /// Parental leaves started a year per clinician, 0 … 0.5.
    public var parentalLeavePerYear = 0.03
    /// Weeks of a parental leave.
    public var parentalLeaveWeeks = 39
    /// A sick or parental absence beyond this many weeks hands the caseload over (TX-12).
    public var handoverAfterWeeks = 4
    /// Days before a planned absence of two weeks or more without new people (CL-6).
    public var noNewPeopleDays = 14
    /// Whether clinicians have no first appointments in those days either (CL-6).
    public var assessesNobodyBeforeLeave = false
    /// Step-2 clinicians who leave a year, as a share (CL-7), 0 … 1.
    public var lowLeaversPerYear = 0.25
    /// Step-3 clinicians who leave a year, as a share (CL-7), 0 … 1.
    public var highLeaversPerYear = 0.12
    /// Notice that a leaver gives, weeks.
    public var noticeWeeks = 8
    /// Weeks without new people before a leaver's last day.
    public var windDownWeeks = 6
    /// Mean weeks from notice until the post is filled: advert, interview, the recruit's own notice (CL-7).
    public var recruitmentWeeks = 20.0
    /// Coefficient of variation of that time.
    public var recruitmentVariation = 0.35
    /// Weeks over which a new starter's allocations are metered (CL-8).
    public var rampWeeks = 12
    /// New people a week that a starter may take, as a share of the caseload cap (CL-8).
    public var rampSharePerWeek = 0.12
    /// Share of trainees who stay as qualified staff (CL-3), 0 … 1; the others leave.
    public var traineesStay = 0.75
    /// Days a week that trainees practise; the others are at university and for study (CL-3), 1 … 5.
    public var traineePracticeDays = 3
    /// Share of its days at which somebody must be present for a top-up training to count (CL-13), 0 … 1.
    public var topUpAttendance = 0.8
    /// Coefficient of variation of the number of people that clinicians declare they can hold, about their cap (CL-10);
    /// 0 is the cap itself.
    public var declaredVariation = 0.0
    /// Weeks after which they declare it anew (CL-10).
    public var declaredWeeks = 13
    /// When cases move from full clinicians to emptier ones (PO-8).
    public var reallocation = ReallocationRule()
    /// Individual supervision of a PWP or trainee, minutes a week (CL-4).
    public var supervisionMinutesPerWeek = 60
    /// Individual supervision of a qualified therapist, minutes a week (CL-4).
    public var therapistSupervisionMinutesPerWeek = 60
    /// Group supervision at step 2, minutes a month (CL-4).
    public var lowGroupSupervisionMinutes = 120
    /// Group supervision at step 3, minutes a month (CL-4).
    public var highGroupSupervisionMinutes = 90
    /// Bookable time that is there, as a share of the staff's bookable hours: below 1 for meetings and projects, above
    /// for overtime, as far as ``mostBookableShare`` leaves room; 0 … 2.
    public var bookableShare = 1.0
    /// The most of contracted hours that is booked as usual, study and supervision taken off it; the rest is for
    /// notes, letters and other work (CL-2); 0 … 1.
    public var mostBookableShare = 0.85
    /// Whether a clinician is on duty each day (CL-5); that day is not bookable.
    public var dutyRota = true
    /// Minutes that a change of clinician in a course takes of whoever takes the person on, and of whoever hands over
    /// and is still at work (TX-12), 0 … 60.
    public var handoverMinutes = 0

    /// The workforce rules of the sources.
    public init() {}
}

/// Assessment weeks (PO-1): most bookable time of a week becomes first appointments.
public struct AssessmentWeekInput: Sendable, Equatable {
    /// Whether the service holds them.
    public var isOn = false
    /// What is watched.
    public var trigger = TriggerMeasure.firstAppointmentWaitP90
    /// The value beyond which one is called.
    public var above = 28.0
    /// Share of bookable time that becomes first appointments, 0 … 1.
    public var share = 0.7
    /// How many weeks in a row, 1 … 8.
    public var lengthWeeks = 1
    /// Weeks from one to the next at least.
    public var minimumGapWeeks = 6
    /// Weeks of notice between the decision and the week.
    public var noticeWeeks = 3
    /// The first day on which one may be called; nil is any (PO-10).
    public var from: CivilDay?
    /// The last day on which one may be called; nil is any (PO-10).
    public var until: CivilDay?
    /// Mondays of weeks that are assessment weeks whatever the trigger says.
    public var fixedWeeks: [CivilDay] = []

    /// None.
    public init() {}
}

/// What a lever can watch (PO-1, PO-10).
public enum TriggerMeasure: UInt8, CaseIterable, Sendable {
    /// 90th centile of the waits of people first seen in the last four weeks, days.
    case firstAppointmentWaitP90
    /// Days until a person referred today would be seen: the free slot after all who wait.
    case expectedFirstAppointmentWait
    /// People on the list for a first appointment.
    case waitingFirstAppointment
    /// People waiting for treatment at step 2.
    case waitingTreatmentLow
    /// People waiting for treatment at step 3, step-ups included.
    case waitingTreatmentHigh

    /// The name in scenario files.
    public var name: String {
        switch self {
        case .firstAppointmentWaitP90: "first-appointment-wait-p90"
        case .expectedFirstAppointmentWait: "expected-first-appointment-wait"
        case .waitingFirstAppointment: "waiting-first-appointment"
        case .waitingTreatmentLow: "waiting-treatment-low"
        case .waitingTreatmentHigh: "waiting-treatment-high"
        }
    }
}

/// A change of practice that starts and stops on dates, or on a condition (PO-10).
public struct Lever: Sendable {
    /// Its name in tables and sentences.
    public var name: String
    /// Indices of the teams it acts on.
    public var teams: [Int]
    /// The first day; nil is from the start.
    public var from: CivilDay?
    /// The last day; nil is to the end.
    public var until: CivilDay?
    /// Acts only while this measure is above the value, checked each Monday; nil is always.
    public var condition: (measure: TriggerMeasure, above: Double)?
    /// What it changes.
    public var change: @Sendable (inout Practice) -> Void

    /// A lever.
    public init(
        name: String, teams: [Int], from: CivilDay? = nil, until: CivilDay? = nil,
        condition: (measure: TriggerMeasure, above: Double)? = nil, change: @escaping @Sendable (inout Practice) -> Void
    ) {
        self.name = name
        self.teams = teams
        self.from = from
        self.until = until
        self.condition = condition
        self.change = change
    }
}
