import ServiceSimulation

/// Measures that do not leave out those who were never seen.
extension MeasureDefinition {
    /// Promises that came due, kept by a contact in time or passed without one; waits with those counted who still
    /// wait; and the queues on the first day and at the end.
    static let waiting = promisesDue + waitsWithWaiting + queuesAtEnds

    /// Of all whose day has come: whoever leaves before it without being seen is in neither part.
    private static func ofAllDue(_ name: String, _ kept: Counter, _ passed: Counter) -> MeasureDefinition {
        MeasureDefinition(name + "-of-all-due", "share", .ratio([kept], [kept, passed]))
    }

    private static let promisesDue = [
        ofAllDue("first-appointment-within-28-days", .firstWithin28, .breaches28),
        ofAllDue("first-appointment-within-42-days", .firstWithin42, .breaches42),
        ofAllDue("first-appointment-within-126-days", .firstWithin126, .breaches126),
        ofAllDue("second-treatment-within-28-days", .secondWithin28, .secondPassed28),
        ofAllDue("second-treatment-within-90-days", .secondWithin90, .secondPassed90),
        ofAllDue("treatment-low-within-28-days", .lowWithin28, .lowPassed28),
        ofAllDue("treatment-high-within-28-days", .highWithin28, .highPassed28),
        ofAllDue("step-up-within-28-days", .stepUpWithin28, .stepUpPassed28),
        people("second-treatment-breaches-28", .secondPassed28),
        people("second-treatment-breaches-90", .secondPassed90),
        people("step-up-first-sessions", .stepUpWaits),
        people("treatment-low-first-sessions", .assessmentToLow),
        people("treatment-high-first-sessions", .assessmentToHigh),
    ]

    private static func medianWithWaiting(_ name: String, _ kind: WaitKind) -> MeasureDefinition {
        MeasureDefinition(name + "-wait-median-with-waiting", "days", .centileWithWaiting(kind, 0.5))
    }

    private static let waitsWithWaiting = [
        medianWithWaiting("first-appointment", .firstAppointment),
        medianWithWaiting("first-treatment", .firstTreatment),
        medianWithWaiting("second-treatment", .secondTreatment),
        medianWithWaiting("assessment-to-low", .assessmentToLow),
        medianWithWaiting("assessment-to-high", .assessmentToHigh), medianWithWaiting("step-up", .stepUp),
    ]

    private static let queuesAtEnds = [
        ("waiting-first-appointment", Counter.beforeFirstAppointment), ("waiting-treatment-low", .waitingLow),
        ("waiting-treatment-high", .waitingHigh), ("waiting-step-up", .waitingStepUp),
    ].flatMap { name, counter in
        [
            MeasureDefinition(name + "-at-start", "people", .atStart(counter)),
            MeasureDefinition(name + "-at-end", "people", .atEnd(counter)),
        ]
    }
}
