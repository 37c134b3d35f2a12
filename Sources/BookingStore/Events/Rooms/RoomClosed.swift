public import CareModel

/// A room cannot be used on a range of days (CL-9).
public struct RoomClosed: Hashable, Sendable, Codable {
    /// The closure's number, from 1.
    public var closure: Int64
    /// The room's number.
    public var room: Int64
    /// The first day.
    public var first: CivilDay
    /// The last day; ``forGood`` if none is known.
    public var last: CivilDay
    /// Why.
    public var why: String

    /// The last day of a room that is closed for good.
    public static var forGood: CivilDay { CivilDay(number: Int32.max / 2) }

    /// A closure.
    public init(closure: Int64, room: Int64, first: CivilDay, last: CivilDay, why: String) {
        self.closure = closure
        self.room = room
        self.first = first
        self.last = last
        self.why = why
    }
}

extension RoomClosed: StoredEvent {
    static let kind = EventKind.roomClosed

    var words: String { "room \(room) was closed from \(first): \(why)" }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        guard first <= last else { throw tables.refusal(entry, "it ends before it begins") }
        try tables.insert(RoomClosed.columns, columnValues, entry)
    }
}
