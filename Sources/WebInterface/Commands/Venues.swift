import BookingStore
import CareModel

/// Houses with rooms. The desk knows them by numbers; people know them by a room that is there.
struct Venues: Sendable {
    /// Each house with the name of its first room, in the order of rooms.
    let known: [(number: UInt8, words: String)]

    init(_ rooms: [RoomAdded]) {
        var known: [(number: UInt8, words: String)] = []
        for room in rooms where room.venue > 0 && !known.contains(where: { $0.number == room.venue }) {
            known.append((room.venue, "Where \(room.name) is"))
        }
        self.known = known
    }

    /// As choices of a form.
    var choices: [(String, String)] { known.map { ("\($0.number)", $0.words) } }

    /// A number that no house has yet.
    var unused: UInt8 { (1...255).first { number in !known.contains { $0.number == number } } ?? 255 }
}
