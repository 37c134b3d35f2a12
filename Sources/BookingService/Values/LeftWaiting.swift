public import CareModel

/// Somebody to whom a batch can propose nothing, and why.
public struct LeftWaiting: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The last day that keeps the promise.
    public var due: CivilDay
    /// Why, in words.
    public var reason: String
    /// The person's name.
    public var name: String?
}
