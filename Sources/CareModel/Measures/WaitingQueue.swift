/// What people wait for, one after another on their way (KP-1, KP-4, KT-8, KT-9).
public struct WaitingQueue: Sendable {
    /// The name of its measure; behind it `-at-start` and `-at-end` for the queue on the first day and at the end.
    public let name: String
    /// What people in it wait for, as it follows "wait for".
    public let words: String
    /// The same in a narrow table.
    let brief: String
    /// Which rows of the list of the first day are in it: what they wait for, and at which step; nil for both.
    public let listed: (queue: String, step: Step?)
    /// Who is in it.
    public let counter: Counter
    /// The name of the measure that counts who leaves it served, and of which step; nil for both.
    public let served: (name: String, step: Step?)
    /// The name of the measure that tells how long those waited who were served.
    public let wait: String
    /// The step whose clinicians serve it; nil where both do.
    public let step: Step?
    /// As ``Measure/aftermath``.
    let aftermath: String?

    /// What follows its name in that of the queue on the first day.
    public static let atStart = "-at-start"
    /// What follows its name in that of the queue at the end.
    public static let atEnd = "-at-end"

    /// All of them, in the order of a person's way.
    public static let all = [firstAppointment, treatmentLow, treatmentHigh, stepUp]

    /// Before the first appointment.
    public static let firstAppointment = WaitingQueue(
        name: "waiting-first-appointment", words: "a first appointment", brief: "first appointment",
        listed: ("first-appointment", nil),
        counter: .beforeFirstAppointment, served: ("first-appointments", nil), wait: "first-appointment-wait-mean",
        step: nil, aftermath: nil)
    /// Assessed, for low intensity.
    public static let treatmentLow = WaitingQueue(
        name: "waiting-treatment-low", words: "low-intensity treatment", brief: "low intensity",
        listed: ("treatment", .low),
        counter: .waitingLow, served: ("second-treatments", .low), wait: "assessment-to-low-wait-mean", step: .low,
        aftermath: "the low-intensity queue")
    /// Assessed, straight for high intensity.
    public static let treatmentHigh = WaitingQueue(
        name: "waiting-treatment-high", words: "high-intensity treatment", brief: "high intensity",
        listed: ("treatment", .high),
        counter: .waitingHigh, served: ("second-treatments", .high), wait: "assessment-to-high-wait-mean", step: .high,
        aftermath: "the high-intensity queue")
    /// For high intensity after low.
    public static let stepUp = WaitingQueue(
        name: "waiting-step-up", words: "step-up to high intensity", brief: "step-up", listed: ("step-up", nil),
        counter: .waitingStepUp,
        served: ("step-ups", nil), wait: "step-up-wait-mean", step: .high, aftermath: nil)

    /// The queue over the weeks.
    public var measure: Measure {
        Measure(
            .plain(name), .people, .stock(counter), "KT-8", "Waiting, " + brief,
            "People who wait for \(words) at the end of a week, mean of the weeks."
        ).everyWeek.better(.less).with { $0.aftermath = aftermath }
    }

    /// The measures of all queues: each over the weeks, then each on the first day and at the end.
    static let measures =
        all.map(\.measure)
        + all.flatMap { queue in
            [
                Measure(
                    .plain(queue.name + atStart), .people, .atStart(queue.counter), "KT-8", "At start, " + queue.brief,
                    "People who wait for \(queue.words) on the first day."
                ).better(.less),
                Measure(
                    .plain(queue.name + atEnd), .people, .atEnd(queue.counter), "KT-8", "At end, " + queue.brief,
                    "People who wait for \(queue.words) at the end of the last week."
                ).better(.less),
            ]
        }
}

extension WaitingQueue {
    /// What somebody waits for; nil for whoever waits in none of the queues: in treatment, put off, to be in touch
    /// again, or gone (KT-8).
    public static func of(_ episode: Episode) -> WaitingQueue? {
        if episode.state.isBeforeFirstAppointment { return firstAppointment }
        guard episode.state == .waitingTreatment else { return nil }
        guard episode.step == .high else { return treatmentLow }
        return episode.wasSteppedUp ? stepUp : treatmentHigh
    }
}
