import CareModel

/// A wait beside those whom it leaves out: a mean wait is of those who were seen, and says nothing where hardly anybody
/// is. What belongs to it.
struct ComparedWait {
    /// Which waits and promises leave out the same people.
    var alike: Measure.SeenWait
    /// The mean wait of those seen.
    var measure: Measure
    /// What it is.
    var words: String
    /// Those who were seen.
    var seen: Measure
    /// Who still waits at the end.
    var queues: [WaitingQueue]
    /// The promises that pass.
    var passed: [PromisedMeasure]
    /// What people wait for, as it follows "wait for".
    var object: String

    /// All of them, in the order of a person's way.
    static let all = [
        ComparedWait(
            alike: .firstAppointment, measure: .firstAppointmentWait, words: "the wait for a first appointment",
            seen: .firstAppointments, queues: [.firstAppointment], passed: PromisedMeasure.allBreaches, object: "one"),
        ComparedWait(
            alike: .secondTreatment, measure: .secondTreatmentWait,
            words: "the wait from first to second treatment", seen: .secondTreatments,
            queues: [.treatmentLow, .treatmentHigh], passed: PromisedMeasure.allSecondBreaches, object: "treatment"),
        ComparedWait(
            alike: .stepUp, measure: .stepUpWait, words: "the wait for step-up", seen: .stepUpFirstSessions,
            queues: [.stepUp], passed: [], object: "it"),
    ]
}
