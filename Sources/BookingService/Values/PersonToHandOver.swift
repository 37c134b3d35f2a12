/// Somebody who is to be handed over to another clinician.
public struct PersonToHandOver: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The person's name.
    public var name: String?

    /// A person of whom no more than the number is known.
    public init(person: Int64) { self.person = person }
}
