/// Somebody who waits wants keeping-in-touch calls, or wants none (KT-5).
public struct CallsChosen: Hashable, Sendable, Codable {
    /// The person's number.
    public var person: Int64
    /// Whether the person wants to be called.
    public var wantsCalls: Bool

    /// A choice.
    public init(person: Int64, wantsCalls: Bool) {
        self.person = person
        self.wantsCalls = wantsCalls
    }
}

extension CallsChosen: StoredEvent {
    static let kind = EventKind.callsChosen

    var words: String { wantsCalls ? "wants keeping-in-touch calls" : "wants no keeping-in-touch calls" }

    func subject(in tables: Projector) throws -> Int64? { person }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            "UPDATE episodes SET keeping_in_touch_opt_out = ? WHERE person = ?", [!wantsCalls, person], entry,
            else: tables.nobody(person))
    }
}
