/// A team.
public struct TeamAdded: Hashable, Sendable, Codable {
    /// Index of the team, as in `Referral.team`.
    public var team: UInt8
    /// Its name.
    public var name: String

    /// A new team.
    public init(team: UInt8, name: String) {
        self.team = team
        self.name = name
    }
}

extension TeamAdded: StoredEvent {
    static let kind = EventKind.teamAdded

    var words: String { "team \(name) was added" }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.insert(TeamAdded.columns, [Int64(team), name], entry)
    }
}
