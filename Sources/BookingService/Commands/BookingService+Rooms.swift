import Allocation
import BookingStore
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

extension BookingService {
    /// A room cannot be used on a range of days, or for good (CL-9). What is booked in it and has not begun is
    /// cancelled by the service, and each person is listed with new slots, first the same time in another room where
    /// one is free (BK-6); they are rebooked before anybody new (AT-10).
    /// - Parameter last: nil is for good.
    public func closeRoom(
        _ room: Int64, from first: CivilDay, until last: CivilDay?, limit: Int = 3, in context: Context
    ) throws -> RoomChanged {
        let command = KeyedCommand("close room", .nobody, room, first, last, limit)
        return try run(context, .changeStaff, command) { step in
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
            try step.endHolds(&decisions, on: days) { Int($0.room) == index }
            reply.affected = try step.cancelDisplaced(.roomClosed(UInt32(index)), on: days, limit: limit, &decisions)
            return reply
        }
    }

    /// A room that was closed can be used again on a range of days (CL-9). Nothing is booked.
    /// - Parameter last: nil is as long as it was closed.
    /// - Throws: ``BookingError/invalid(_:)`` if it is not closed on any of them.
    public func openRoom(
        _ room: Int64, from first: CivilDay, until last: CivilDay?, in context: Context
    ) throws -> RoomChanged {
        try run(context, .changeStaff, KeyedCommand("open room", .nobody, room, first, last)) { step in
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

    /// The number of a room, by the name or the number.
    /// - Throws: ``BookingError/invalid(_:)`` if none, or more than one, is called so; what the store throws.
    public func room(named text: String) throws -> Int64 {
        let rooms = try store.read { try $0.rooms() }
        let wanted = TeamNames.key(text)
        let found = rooms.filter { TeamNames.key($0.name) == wanted }
        if found.count == 1 { return found[0].room }
        if found.isEmpty, let number = Int64(text), rooms.contains(where: { $0.room == number }) { return number }
        let numbers = found.map { String($0.room) }.joined(separator: ", ")
        let names = rooms.prefix(20).map { "\($0.room) \($0.name)" }.joined(separator: ", ")
        throw BookingError.invalid(
            !found.isEmpty
                ? "several rooms are called '\(text)' (one of the numbers \(numbers))"
                : rooms.isEmpty
                    ? "there is no room '\(text)': the service has none ('room' adds one)"
                    : "there is no room '\(text)' (\(names)\(rooms.count > 20 ? ", …" : ""))")
    }
}

extension BookingService.CommandStep {
    /// The index of a room at the desk.
    func index(ofRoom room: Int64) throws -> Int {
        guard box.roomNames[room] != nil, let number = Int(exactly: room),
            box.desk.capacity.rooms.indices.contains(number - 1)
        else { throw BookingError.invalid("there is no room \(room)") }
        return number - 1
    }

    fileprivate func checkDays(_ first: CivilDay, _ last: CivilDay?) throws {
        guard first >= context.now.day, first - context.now.day < BookingService.longestAbsence, first <= last ?? first
        else {
            let until = last.map { "\($0)" } ?? "for good"
            throw BookingError.invalid(
                "\(first) … \(until) is no stretch of days that begins today or within "
                    + "\(BookingService.longestAbsence) days")
        }
    }
}
