/// The waits of which the whole distribution is kept. The measures that are read off them stand below.
public enum WaitKind: Int, CaseIterable, Sendable {
    /// Receipt to first appointment.
    case firstAppointment
    /// Receipt to first treatment.
    case firstTreatment
    /// First to second treatment.
    case secondTreatment
    /// Last session at low intensity to the first at high intensity, after a step-up.
    case stepUp
    /// Assessment to the first session at step 2.
    case assessmentToLow
    /// Assessment to the first session at step 3, straight.
    case assessmentToHigh
    /// Contacts in a finished course; not days.
    case sessionsPerFinished

    /// Its place among all, which is its raw value, read so that it costs nothing in another module. O(1).
    @inlinable public var index: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

    /// How many there are.
    @inlinable public static var count: Int { sessionsPerFinished.index + 1 }

    /// The name of its distribution.
    public var name: String {
        switch self {
        case .firstAppointment: "first-appointment-wait"
        case .firstTreatment: "first-treatment-wait"
        case .secondTreatment: "second-treatment-wait"
        case .stepUp: "step-up-wait"
        case .assessmentToLow: "assessment-to-low-wait"
        case .assessmentToHigh: "assessment-to-high-wait"
        case .sessionsPerFinished: "sessions-per-finished"
        }
    }

    /// From when to when.
    public var title: String {
        switch self {
        case .firstAppointment: "Referral to first appointment"
        case .firstTreatment: "Referral to first treatment"
        case .secondTreatment: "First to second treatment"
        case .stepUp: "Step-up to first high-intensity session"
        case .assessmentToLow: "Assessment to low-intensity treatment"
        case .assessmentToHigh: "Assessment to high-intensity treatment"
        case .sessionsPerFinished: "Sessions per finished"
        }
    }

    /// What it counts.
    public var unit: MeasureUnit {
        switch self {
        case .firstAppointment, .firstTreatment, .secondTreatment, .stepUp, .assessmentToLow, .assessmentToHigh: .days
        case .sessionsPerFinished: .sessions
        }
    }

    /// The days within which it is promised to end.
    public func promises(_ standards: Standards) -> [Int] {
        switch self {
        case .firstAppointment, .firstTreatment: standards.breachDays
        case .secondTreatment: [standards.secondTreatmentDays, standards.secondTreatmentLimitDays]
        case .stepUp, .assessmentToLow, .assessmentToHigh: [standards.secondTreatmentDays]
        case .sessionsPerFinished: []
        }
    }
}

/// How long people wait.
extension Measure {
    static let waits = [
        firstAppointmentWait,
        centile(.firstAppointment, 0.5, "KP-1", "First appointment, median", "from referral to first appointment")
            .ofSeen(.firstAppointment),
        centile(.firstAppointment, 0.9, "KP-1", "First appointment, 9 in 10 by", "from referral to first appointment")
            .ofSeen(.firstAppointment).with {
                $0.isBrief = true
                $0.weekly = .ofTeams(.stock(.firstWaitP90))
            },
        firstTreatmentWait,
        centile(.firstTreatment, 0.5, "KP-2", "First treatment, median", "from referral to first treatment")
            .ofSeen(.firstAppointment),
        secondTreatmentWait,
        mean(
            .assessmentToLow, .assessmentToLowDays, .assessmentToLow, "KP-4", "Assessment to low int., mean",
            "from the assessment to the first session at low intensity"
        ).ofSeen(.secondTreatment).with { $0.isBrief = true },
        assessmentToHighWait,
        stepUpWait,
        centile(.stepUp, 0.5, "KP-4", "Step-up, median", steppingUp).ofSeen(.stepUp),
        centile(.stepUp, 0.9, "KP-4", "Step-up, 9 in 10 by", steppingUp).ofSeen(.stepUp),
        withWaiting(.firstAppointment, "KP-1", "First appointment", "from referral to first appointment")
            .with { $0.isBrief = true },
        withWaiting(.firstTreatment, "KP-2", "First treatment", "from referral to first treatment"),
        withWaiting(.secondTreatment, "KP-3", "To second treatment", "from the first to the second treatment contact")
            .with { $0.isBrief = true },
        withWaiting(
            .assessmentToLow, "KP-4", "Assessment to low int.",
            "from the assessment to the first session at low intensity"),
        withWaiting(
            .assessmentToHigh, "KP-4", "Assessment to high int.",
            "from the assessment to the first session at high intensity, straight"),
        stepUpWaitWithWaiting,
        Measure(
            .plain("sessions-per-finished-median"), .sessions, .centile(.sessionsPerFinished, 0.5), "TX-1 TX-2",
            "Sessions, median", "Median number of treatment contacts in a finished course."),
    ]

    private static let steppingUp =
        "from the last session at low intensity to the first at high intensity, after a step-up"

    /// The mean wait from referral to first treatment.
    public static let firstTreatmentWait = mean(
        .firstTreatment, .firstTreatmentWaitDays, .enteredTreatment, "KP-2", "First treatment, mean",
        "from referral to first treatment"
    ).ofSeen(.firstAppointment)

    /// The mean wait from the assessment to high intensity.
    public static let assessmentToHighWait = mean(
        .assessmentToHigh, .assessmentToHighDays, .assessmentToHigh, "KP-4", "Assessment to high int., mean",
        "from the assessment to the first session at high intensity, straight"
    ).ofSeen(.secondTreatment).with { $0.isBrief = true }

    /// The mean first wait, which a precision is asked of.
    public static let firstAppointmentWait = mean(
        .firstAppointment, .firstAppointmentWaitDays, .firstAppointments, "KP-1 KP-12", "First appointment, mean",
        "from referral to first appointment"
    ).ofSeen(.firstAppointment).everyWeek.drawn(.comparedWaits, WaitKind.firstAppointment.title)
        .besideGroups(1, "First appointment, days").aftermath("the first wait").with { $0.isBrief = true }

    /// The mean wait from the first to the second treatment.
    public static let secondTreatmentWait = mean(
        .secondTreatment, .secondTreatmentWaitDays, .secondTreatments, "KP-3 KP-12", "To second treatment, mean",
        "from the first to the second treatment contact"
    ).ofSeen(.secondTreatment).everyWeek.drawn(.comparedWaits, WaitKind.secondTreatment.title)
        .besideGroups(4, "First to second, days").aftermath("the second-treatment wait").with { $0.isBrief = true }

    /// The mean wait after a step-up.
    public static let stepUpWait = mean(
        .stepUp, .stepUpWaitDays, .stepUpWaits, "KP-4", "Step-up, mean", steppingUp
    ).ofSeen(.stepUp).everyWeek.drawn(.stepUp, "Mean wait of those who start")
        .drawn(.comparedWaits, WaitKind.stepUp.title).with { $0.isBrief = true }

    /// The middle of the waits after a step-up, with those that still run.
    public static let stepUpWaitWithWaiting = withWaiting(.stepUp, "KP-4", "Step-up", steppingUp)

    private static func mean(
        _ kind: WaitKind, _ days: Counter, _ people: Counter, _ rules: String, _ title: String, _ way: String
    ) -> Measure {
        ratio(
            kind.name + "-mean", .days, [days], [people], rules, title, "Mean wait \(way), of those who had it."
        ).shown(.waits).better(.less)
    }

    private static func centile(
        _ kind: WaitKind, _ share: Double, _ rules: String, _ title: String, _ way: String
    ) -> Measure {
        Measure(
            .plain(kind.name + (share == 0.5 ? "-median" : "-p90")), .days, .centile(kind, share), rules, title,
            "The wait \(way) that \(share == 0.5 ? "half" : "nine in ten") of those who had it do not pass."
        ).shown(.waits).better(.less)
    }

    private static func withWaiting(_ kind: WaitKind, _ rules: String, _ title: String, _ way: String) -> Measure {
        Measure(
            .plain(kind.name + "-median-with-waiting"), .days, .centileWithWaiting(kind, 0.5), rules + " KT-9", title,
            "Median wait \(way), with those who still wait or left before it was over counted as far as they waited."
        ).shown(.withWaiting).better(.less)
    }
}
