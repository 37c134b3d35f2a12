import Allocation
import BookingStore
public import CareModel

/// A room cannot be used on a range of days, or for good (CL-9). What is booked in it and has not begun is cancelled by
/// the service, and each person is listed with new slots, first the same time in another room where one is free (BK-6);
/// they are rebooked before anybody new (AT-10).
public struct CloseRoom: UseCase {
    /// The room's number.
    public var room: Int64
    /// The first day.
    public var first: CivilDay
    /// The last day; nil is for good.
    public var last: CivilDay?
    /// Slots to show for each person.
    public var limit: Int

    /// The command.
    public init(room: Int64, first: CivilDay, last: CivilDay? = nil, limit: Int = 3) {
        self.room = room
        self.first = first
        self.last = last
        self.limit = limit
    }
}

extension CloseRoom {
    package static let name = "close-room"
    package static let right: Permission? = .changeStaff
    package var subject: CommandSubject { .nobody }
    package var words: String { "close room" }

    package func perform(in step: CommandStep) throws -> RoomChanged {
        let index = try step.index(ofRoom: room)
        try step.checkDays(first, last)
        var decisions = step.decisions()
        decisions.why = "room closed"
        let end = last ?? RoomClosed.forGood
        var reply = RoomChanged(
            room: room, name: step.box.roomNames[room] ?? "", from: first, until: last)
        try decisions.hear(.roomClosed(room: index, first: first, last: end))
        let pages = step.box.desk.calendar.first + Int32(step.box.desk.calendar.dayCount - 1)
        guard first <= pages else { return reply }
        let days = first...min(end, pages)
        try step.holds.end(&decisions, on: days) { slot, _ in Int(slot.room) == index }
        reply.affected = try step.affected.cancelDisplaced(
            .roomClosed(UInt32(index)), on: days, limit: limit, &decisions)
        return reply
    }
}
