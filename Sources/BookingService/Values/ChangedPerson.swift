/// What became of a change of details.
public struct ChangedPerson: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The name, as it is now.
    public var name: String
    /// Whether anything is otherwise than before.
    public var isChanged: Bool
    /// What was left out, or should be looked at, a sentence each.
    public var notes: [String]
}
