public import CareModel
public import Diaries

/// The rooms in which people are seen face to face: what is booked of them, when they are closed, and the venue to
/// which each clinician is bound for a day by what is booked there (CL-9, BK-9).
@usableFromInline
struct RoomBook: ~Copyable {
    /// The rooms, by index.
    @usableFromInline let rooms: [Room]
    /// What is booked of each room.
    @usableFromInline private(set) var diary: DiaryBook
    /// The hours of each room's venue.
    let openHours: [DayGrid]
    /// Whether each team has a room.
    let teamHasRooms: [Bool]
    /// Where each clinician's appointments in rooms are, clinician by clinician, day by day; empty without rooms.
    private(set) var boundVenues: [BoundVenue]
    /// Days on which rooms are closed, in the order in which they were said.
    private(set) var closed: [ClosedRoom] = []

    init(_ rooms: [Room], teams: Int, clinicians: Int, calendar: WorkingCalendar) {
        self.rooms = rooms
        diary = DiaryBook(first: calendar.first, dayCount: calendar.dayCount, resourceCount: rooms.count)
        openHours = rooms.map { DayGrid(Quanta.within($0.hours)) }
        teamHasRooms = (0..<teams).map { team in rooms.contains { Int($0.team) == team } }
        boundVenues = [BoundVenue](repeating: BoundVenue(), count: rooms.isEmpty ? 0 : clinicians * calendar.dayCount)
    }

    /// What is free of a room on a day, in the hours of its venue. O(1).
    func free(_ room: Int, on day: CivilDay) -> DayGrid {
        isClosed(room, on: day) ? DayGrid() : openHours[room].subtracting(diary.booked(room, on: day))
    }

    /// Whether a room cannot be used on a day, whatever the hours of its venue are. O(closures).
    func isClosed(_ room: Int, on day: CivilDay) -> Bool {
        !closed.isEmpty && closed.contains { $0.room == room && $0.days.contains(day) }
    }

    /// A room cannot be used on a range of days. Bookings stay.
    mutating func close(_ room: Int, _ days: ClosedRange<CivilDay>) {
        closed.append(ClosedRoom(room: room, days: days))
    }

    /// A room can be used again on a range of days.
    mutating func open(_ room: Int, _ days: ClosedRange<CivilDay>) {
        closed = closed.flatMap { closed in
            guard closed.room == room, closed.days.overlaps(days) else { return [closed] }
            var left: [ClosedRoom] = []
            if closed.days.lowerBound < days.lowerBound {
                left.append(ClosedRoom(room: room, days: closed.days.lowerBound...days.lowerBound - 1))
            }
            if closed.days.upperBound > days.upperBound {
                left.append(ClosedRoom(room: room, days: days.upperBound + 1...closed.days.upperBound))
            }
            return left
        }
    }

    /// Where a clinician's appointments in rooms are on a day, and how many: nobody travels between two venues.
    /// - Parameter clinician: index of the clinician's day: clinician · days + day.
    func bound(_ clinicianDay: Int) -> BoundVenue {
        boundVenues.isEmpty ? BoundVenue() : boundVenues[clinicianDay]
    }

    /// Takes a room, and binds the clinician to its venue for the day.
    /// - Returns: false, and nothing changed, if any of it is taken already (BK-1).
    mutating func take(_ offer: SlotOffer, clinicianDay: Int) -> Bool {
        let room = Int(offer.room)
        guard diary.book(room, on: offer.start.day, quanta: offer.quanta) else { return false }
        if boundVenues[clinicianDay].count == 0 { boundVenues[clinicianDay].venue = rooms[room].venue }
        boundVenues[clinicianDay].count += 1
        return true
    }

    /// Gives a room back; without appointments there the clinician is bound to no venue any more.
    mutating func leave(_ offer: SlotOffer, clinicianDay: Int) {
        diary.release(Int(offer.room), on: offer.start.day, quanta: offer.quanta)
        boundVenues[clinicianDay].count -= 1
        if boundVenues[clinicianDay].count == 0 { boundVenues[clinicianDay].venue = 0 }
    }

    /// Whoever has no appointments in rooms on a day is bound to no venue.
    func checkInvariants() {
        for bound in boundVenues {
            precondition(bound.count > 0 || bound.venue == 0, "a clinician is bound to a venue without an appointment")
        }
    }
}

/// Days on which a room cannot be used.
struct ClosedRoom: Sendable, Equatable {
    var room: Int
    var days: ClosedRange<CivilDay>
}

/// The venue at which a clinician's appointments of a day are, and how many there are.
struct BoundVenue: Sendable, BitwiseCopyable {
    var venue: UInt8 = 0
    var count: UInt8 = 0
}
