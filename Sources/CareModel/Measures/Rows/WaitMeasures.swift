/// Rows of how long people wait (KP-1 … KP-4).
enum WaitMeasures {
    static let rows = [
        Measure.firstAppointmentWait,
        centile(.firstAppointment, 0.5, "KP-1", "First appointment, median", "from referral to first appointment")
            .ofSeen(.firstAppointment),
        centile(.firstAppointment, 0.9, "KP-1", "First appointment, 9 in 10 by", "from referral to first appointment")
            .ofSeen(.firstAppointment).with {
                $0.isBrief = true
                $0.weekly = .ofTeams(.stock(.firstWaitP90))
            },
        Measure.firstTreatmentWait,
        centile(.firstTreatment, 0.5, "KP-2", "First treatment, median", "from referral to first treatment")
            .ofSeen(.firstAppointment),
        Measure.secondTreatmentWait,
        mean(
            .assessmentToLow, .assessmentToLowDays, .assessmentToLow, "KP-4", "Assessment to low int., mean",
            "from the assessment to the first session at low intensity"
        ).ofSeen(.secondTreatment).with { $0.isBrief = true },
        Measure.assessmentToHighWait,
        Measure.stepUpWait,
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
        Measure.stepUpWaitWithWaiting,
        Measure(
            .plain("sessions-per-finished-median"), .sessions, .centile(.sessionsPerFinished, 0.5), "TX-1 TX-2",
            "Sessions, median", "Median number of treatment contacts in a finished course."),
    ]

    fileprivate static let steppingUp =
        "from the last session at low intensity to the first at high intensity, after a step-up"

    fileprivate static func mean(
        _ kind: WaitKind, _ days: Counter, _ people: Counter, _ rules: String, _ title: String, _ way: String
    ) -> Measure {
        Measure.ratio(
            kind.name + "-mean", .days, [days], [people], rules, title, "Mean wait \(way), of those who had it."
        ).shown(.waits).better(.less)
    }

    fileprivate static func centile(
        _ kind: WaitKind, _ share: Double, _ rules: String, _ title: String, _ way: String
    ) -> Measure {
        Measure(
            .plain(kind.name + (share == 0.5 ? "-median" : "-p90")), .days, .centile(kind, share), rules, title,
            "The wait \(way) that \(share == 0.5 ? "half" : "nine in ten") of those who had it do not pass."
        ).shown(.waits).better(.less)
    }

    fileprivate static func withWaiting(_ kind: WaitKind, _ rules: String, _ title: String, _ way: String) -> Measure {
        Measure(
            .plain(kind.name + "-median-with-waiting"), .days, .centileWithWaiting(kind, 0.5), rules + " KT-9", title,
            "Median wait \(way), with those who still wait or left before it was over counted as far as they waited."
        ).shown(.withWaiting).better(.less)
    }
}

extension Measure {
    /// The mean first wait, which a precision is asked of.
    public static let firstAppointmentWait = WaitMeasures.mean(
        .firstAppointment, .firstAppointmentWaitDays, .firstAppointments, "KP-1 KP-12", "First appointment, mean",
        "from referral to first appointment"
    ).ofSeen(.firstAppointment).everyWeek.drawn(.comparedWaits, WaitKind.firstAppointment.title)
        .besideGroups(1, "First appointment, days").aftermath("the first wait").with { $0.isBrief = true }

    /// The mean wait from referral to first treatment.
    public static let firstTreatmentWait = WaitMeasures.mean(
        .firstTreatment, .firstTreatmentWaitDays, .enteredTreatment, "KP-2", "First treatment, mean",
        "from referral to first treatment"
    ).ofSeen(.firstAppointment)

    /// The mean wait from the first to the second treatment.
    public static let secondTreatmentWait = WaitMeasures.mean(
        .secondTreatment, .secondTreatmentWaitDays, .secondTreatments, "KP-3 KP-12", "To second treatment, mean",
        "from the first to the second treatment contact"
    ).ofSeen(.secondTreatment).everyWeek.drawn(.comparedWaits, WaitKind.secondTreatment.title)
        .besideGroups(4, "First to second, days").aftermath("the second-treatment wait").with { $0.isBrief = true }

    /// The mean wait from the assessment to high intensity.
    public static let assessmentToHighWait = WaitMeasures.mean(
        .assessmentToHigh, .assessmentToHighDays, .assessmentToHigh, "KP-4", "Assessment to high int., mean",
        "from the assessment to the first session at high intensity, straight"
    ).ofSeen(.secondTreatment).everyWeek.with { $0.isBrief = true }

    /// The mean wait after a step-up.
    public static let stepUpWait = WaitMeasures.mean(
        .stepUp, .stepUpWaitDays, .stepUpWaits, "KP-4", "Step-up, mean", WaitMeasures.steppingUp
    ).ofSeen(.stepUp).everyWeek.drawn(.stepUp, "Mean wait of those who start")
        .drawn(.comparedWaits, WaitKind.stepUp.title).with { $0.isBrief = true }

    /// The middle of the waits after a step-up, with those that still run.
    public static let stepUpWaitWithWaiting = WaitMeasures.withWaiting(
        .stepUp, "KP-4", "Step-up", WaitMeasures.steppingUp)
}
