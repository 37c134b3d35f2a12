public import CareModel

/// A contact that has begun and whose outcome nobody has recorded yet (AT-1).
public struct BegunContact: Hashable, Sendable {
    /// The person's number at the desk.
    public let person: UInt32
    /// When it began.
    public let start: CivilMinute
    /// The number of the course, if it is a session in a group (TX-4).
    public let group: UInt32?
}
