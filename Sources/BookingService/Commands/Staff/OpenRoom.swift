import Allocation
import BookingStore
public import CareModel

/// A room that was closed can be used again on a range of days (CL-9). Nothing is booked. It is refused if it is not
/// closed on any of them.
public struct OpenRoom: UseCase {
    /// The room's number.
    public var room: Int64
    /// The first day.
    public var first: CivilDay
    /// The last day; nil is as long as it was closed.
    public var last: CivilDay?

    /// The command.
    public init(room: Int64, first: CivilDay, last: CivilDay? = nil) {
        self.room = room
        self.first = first
        self.last = last
    }
}

extension OpenRoom {
    package static let name = "open-room"
    package static let right: Permission? = .changeStaff
    package var subject: CommandSubject { .nobody }
    package var words: String { "open room" }

    package func perform(in step: CommandStep) throws -> RoomChanged {
        let index = try step.index(ofRoom: room)
        try step.checkDays(first, last)
        let end = last ?? RoomClosed.forGood
        let name = step.box.roomNames[room] ?? ""
        let isClosed = try step.writer.roomClosures(endingFrom: first).contains {
            $0.room == room && $0.first <= end
        }
        guard isClosed else {
            throw BookingError.invalid("room \(room), \(name), is not closed then")
        }
        var decisions = step.decisions()
        decisions.why = "open again"
        try decisions.hear(.roomOpened(room: index, first: first, last: end))
        return RoomChanged(room: room, name: name, from: first, until: last)
    }
}
