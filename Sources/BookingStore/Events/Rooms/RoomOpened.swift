/// A closure of a room is over, or is shorter: the rest is said anew.
public struct RoomOpened: Hashable, Sendable, Codable {
    /// The closure's number.
    public var closure: Int64
    /// Why.
    public var why: String

    /// The end of a closure.
    public init(closure: Int64, why: String) {
        self.closure = closure
        self.why = why
    }
}

extension RoomOpened: StoredEvent {
    static let kind = EventKind.roomOpened

    var words: String { "a closure of a room ended: \(why)" }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            "UPDATE room_closures SET is_over = 1 WHERE closure = ? AND is_over = 0", [closure], entry,
            else: "there is no closure \(closure), or it is over")
    }
}
