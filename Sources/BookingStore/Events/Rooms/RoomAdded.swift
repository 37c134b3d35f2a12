public import CareModel

/// A room that face-to-face appointments need (CL-9).
public struct RoomAdded: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var room: Int64
    /// Index of the team whose room it is.
    public var team: UInt8
    /// Its name.
    public var name: String
    /// Index of the venue, as in `Referral.venue`.
    public var venue: UInt8
    /// Whether people with an accessibility need can use it.
    public var isAccessible: Bool
    /// When in the day the venue is open (BK-9); nil if it always is.
    public var hours: MinutesOfDay?

    /// A new room.
    public init(
        room: Int64, team: UInt8, name: String, venue: UInt8 = 0, isAccessible: Bool = false,
        hours: MinutesOfDay? = nil
    ) {
        self.room = room
        self.team = team
        self.name = name
        self.venue = venue
        self.isAccessible = isAccessible
        self.hours = hours
    }
}

extension RoomAdded: StoredEvent {
    static let kind = EventKind.roomAdded

    var words: String { "room \(name) was added" }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.insert(RoomAdded.columns, columnValues, entry)
    }
}
