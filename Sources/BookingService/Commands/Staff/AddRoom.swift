public import BookingStore

/// Adds a room, in which people of a team are seen face to face (CL-9). From its first room on, a team's people who ask
/// to be seen face to face need one. The reply is the room's number.
public struct AddRoom: UseCase {
    /// The room; its number is not used: it gets the next.
    public var room: RoomAdded

    /// The command.
    public init(room: RoomAdded) {
        self.room = room
    }
}

extension AddRoom {
    /// Rooms of one service, as its tables number them.
    static let most: Int64 = 9999

    package static let name = "add-room"
    package static let right: Permission? = .changeStaff
    package var subject: CommandSubject { .nobody }
    package var words: String { "add room" }

    package func perform(in step: CommandStep) throws -> Int64 {
        _ = try step.index(ofTeam: Int(room.team))
        var room = room
        room.name = try NameCheck.checked(room.name, of: "a room")
        room.room = Int64(try step.writer.rooms().count) + 1
        guard room.room <= AddRoom.most else {
            throw BookingError.invalid("a service has at most \(AddRoom.most) rooms")
        }
        try step.decisions().append(.roomAdded(room))
        step.box.isStale = true
        return room.room
    }
}
