public import CareModel

/// What became of the closing, or the opening, of a room.
public struct RoomChanged: Codable, Hashable, Sendable {
    /// The room's number.
    public var room: Int64
    /// The room's name.
    public var name: String
    /// The first day.
    public var from: CivilDay
    /// The last day; nil if it is for good.
    public var until: CivilDay?
    /// Who was to be seen in it, with the best new slots.
    public var affected: [AffectedBooking] = []
}
