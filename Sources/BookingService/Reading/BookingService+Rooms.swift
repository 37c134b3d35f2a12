public import BookingStore
import CareModel

extension BookingService {
    /// Every room with its name and its hours, by number (CL-9).
    public func roomDetails(in context: Context) throws(BookingError) -> [RoomAdded] {
        try look(context, .staff) { try $0.writer.rooms() }
    }

    /// The number of a room, by the name or the number.
    /// - Throws: ``BookingError/invalid(_:)`` if none, or more than one, is called so; ``BookingError/store(_:)``.
    public func room(named text: String) throws(BookingError) -> Int64 {
        let rooms = try stored { try $0.rooms() }
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
