import CareModel
import ServiceSimulation

/// Measures that do not leave out those who were never seen.
extension MeasureDefinition {
    /// Promises that came due, kept by a contact in time or passed without one; waits with those counted who still
    /// wait; and the queues on the first day and at the end.
    static func waiting(_ standards: Standards) -> [MeasureDefinition] {
        promisesDue(standards) + seen + waitsWithWaiting + queuesAtEnds
    }

    /// Of all whose day has come: whoever leaves before it without being seen is in neither part.
    private static func ofAllDue(_ name: String, _ kept: Counter, _ passed: Counter) -> MeasureDefinition {
        MeasureDefinition(name + "-of-all-due", "share", .ratio([kept], [kept, passed]))
    }

    private static func promisesDue(_ standards: Standards) -> [MeasureDefinition] {
        func due(_ measure: PromisedMeasure, _ kept: Counter, _ passed: Counter) -> MeasureDefinition {
            ofAllDue(standards.name(measure), kept, passed)
        }
        return [
            due(.firstAppointment, .firstWithin28, .breaches28),
            due(.firstAppointmentNationalFirst, .firstWithin42, .breaches42),
            due(.firstAppointmentNationalSecond, .firstWithin126, .breaches126),
            due(.secondTreatment, .secondWithin28, .secondPassed28),
            due(.secondTreatmentBeforeLimit, .secondWithin90, .secondPassed90),
            due(.treatmentLow, .lowWithin28, .lowPassed28), due(.treatmentHigh, .highWithin28, .highPassed28),
            due(.stepUp, .stepUpWithin28, .stepUpPassed28),
            people(standards.name(.secondBreaches), .secondPassed28),
            people(standards.name(.secondBreachesLimit), .secondPassed90),
        ]
    }

    private static let seen = [
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
