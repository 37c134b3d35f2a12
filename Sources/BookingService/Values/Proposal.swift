/// The best placement of a team's whole list in all its free time.
public struct Proposal: Codable, Hashable, Sendable {
    /// Places, in the order of the list.
    public var places: [ProposedPlace]
    /// Who would get none, in the order of the list.
    public var left: [LeftWaiting]
    /// The name of the person of each place, in the order of the places.
    public var names: [String]
}
