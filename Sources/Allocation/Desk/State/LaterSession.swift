public import CareModel

/// A session of a course that is booked beyond the next one (BK-2).
public struct LaterSession: Sendable, Equatable {
    /// The person's number at the desk.
    public let person: UInt32
    /// When, and with whom: the clinician who holds the person.
    public let slot: SlotOffer
    /// When it was booked.
    public let bookedAt: CivilMinute
}
