public import CareModel

/// A person who could be given a slot, and why.
public struct RankedPerson: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// What for.
    public var kind: AppointmentKind
    /// The last day that keeps the promise.
    public var due: CivilDay
    /// Why this one, in words.
    public var reason: String
    /// The person's name.
    public var name: String?
}
