public import CareModel
public import Diaries

extension Capacity {
    /// Whether a team has rooms, so that people who are seen face to face need one (CL-9). O(1).
    public func hasRooms(team: Int) -> Bool { roomBook.teamHasRooms[team] }

    /// The venue at which a clinician is on a day: that of the weekday, else that of the first appointment in a room on
    /// that day, because nobody travels between two venues in a day; 0 if neither binds (CL-9, BK-9). O(1).
    public func venue(_ clinician: Int, on day: CivilDay) -> UInt8 {
        let usual = clinicians[clinician].venues[day.weekday]
        return usual == 0 ? roomBook.bound(page(clinician, day)).venue : usual
    }

    /// What is free of a room on a day, in the hours of its venue. O(1).
    public func free(room: Int, on day: CivilDay) -> DayGrid {
        roomBook.free(room, on: day)
    }

    /// Whether a room cannot be used on a day, whatever the hours of its venue are (CL-9). O(closures).
    public func isClosed(room: Int, on day: CivilDay) -> Bool {
        roomBook.isClosed(room, on: day)
    }

    /// A room cannot be used on a range of days (CL-9). Bookings stay until the caller moves them (BK-6).
    public mutating func closeRoom(_ room: Int, _ days: ClosedRange<CivilDay>) {
        roomBook.close(room, days)
    }

    /// A room can be used again on a range of days.
    public mutating func openRoom(_ room: Int, _ days: ClosedRange<CivilDay>) {
        roomBook.open(room, days)
        if rooms.indices.contains(room), rooms[room].team >= 0 { forgetFullDays(team: Int(rooms[room].team)) }
    }

    /// Whether a clinician may see somebody in a room on a day: the team's, at the venue where both are, accessible if
    /// it must be (CL-9, EQ-5).
    public func suits(room: Int, _ needs: PersonNeeds, _ clinician: Int, on day: CivilDay) -> Bool {
        suits(room, needs, clinician, at: venue(clinician, on: day))
    }

    /// The same for what is booked already, in another room: what is given up for it binds nobody to a venue.
    func suits(room: Int, _ needs: PersonNeeds, instead own: SlotOffer) -> Bool {
        let (clinician, day) = (Int(own.clinician), own.start.day)
        let isAlone = own.room >= 0 && roomBook.bound(page(clinician, day)).count == 1
        return suits(
            room, needs, clinician,
            at: isAlone ? clinicians[clinician].venues[day.weekday] : venue(clinician, on: day))
    }

    private func suits(_ room: Int, _ needs: PersonNeeds, _ clinician: Int, at venue: UInt8) -> Bool {
        let known = rooms[room]
        return known.team == clinicians[clinician].team && (needs.venue == 0 || known.venue == needs.venue)
            && (venue == 0 || known.venue == venue) && (known.isAccessible || !needs.needsAccess)
    }

    /// The first room, by number, that is free for these quanta; accessible rooms last for those who need none. Nil if
    /// there is none. O(rooms).
    /// - Parameter own: a placement whose time counts as free, because it is given up for this one.
    public func freeRoom(
        _ needs: PersonNeeds, with clinician: Int, on day: CivilDay, quanta: Range<Int>, own: SlotOffer? = nil
    ) -> Int? {
        let wanted = DayGrid(quanta)
        for isAccessible in needs.needsAccess ? [true] : [false, true] {
            for room in rooms.indices
            where rooms[room].isAccessible == isAccessible && suits(room: room, needs, clinician, on: day) {
                var free = free(room: room, on: day)
                if let own, own.room == Int32(room), own.start.day == day { free = free | DayGrid(own.quanta) }
                if free & wanted == wanted { return room }
            }
        }
        return nil
    }

    /// The first of some starts in a clinician's free time at which a room is free for a length, if one is needed.
    /// O(rooms).
    func firstStart(
        _ starts: DayGrid, length: Int, _ needs: PersonNeeds, _ clinician: Int, on day: CivilDay
    ) -> (quantum: Int, room: Int32)? {
        guard needs.isFaceToFace, hasRooms(team: Int(clinicians[clinician].team)) else {
            return starts.first.map { ($0, -1) }
        }
        guard !starts.isEmpty else { return nil }
        var best: (quantum: Int, room: Int32)?
        for isAccessible in needs.needsAccess ? [true] : [false, true] {
            for room in rooms.indices
            where rooms[room].isAccessible == isAccessible && suits(room: room, needs, clinician, on: day) {
                guard let quantum = (starts & free(room: room, on: day).starts(ofRuns: length)).first else { continue }
                if quantum < best?.quantum ?? Int.max { best = (quantum, Int32(room)) }
            }
        }
        return best
    }
}
