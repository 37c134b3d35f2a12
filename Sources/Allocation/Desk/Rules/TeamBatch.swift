public import CareModel

/// Somebody who needs a room or an interpreter, and the slot that the live search finds for them before a batch.
public struct AlonePlacement: Sendable, Equatable {
    /// The person's number at the desk.
    public let person: Int
    /// What for.
    public let kind: AppointmentKind
    /// Where.
    public let slot: SlotOffer
}

/// The places of those who are placed alone, and the question about everybody else.
public struct TeamBatch: Sendable {
    /// In the order of the lists.
    public let alone: [AlonePlacement]
    /// The others, and the time that is left.
    public let problem: BatchProblem
}
