import Allocation
import BookingAudit
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// Rooms that are closed, and appointments that take place elsewhere (CL-9, BK-6, AT-6).
@Suite struct ClosedRoomTests {
    private let clinic: SmallClinic

    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws {
        clinic = try SmallClinic {
            $0.people = []
            $0.changes = []
            // Three at venue 1, of which one is of the other team; Green is at venue 2.
            $0.rooms += [
                RoomAdded(room: 3, team: 0, name: "Red", venue: 1), RoomAdded(room: 4, team: 1, name: "Grey", venue: 1),
            ]
        }
    }

    /// Somebody who asks for a venue, booked with Clinician 0 in the first room of it.
    private func booked(_ day: Int32, venue: UInt8 = 1) throws -> (person: Int64, appointment: Int64) {
        let person = try clinic.waiting("Invented \(day)") { $0.venue = venue }
        let start = CivilMinute(day: clinic.monday + day, minuteOfDay: 600)
        let slot = SlotOffer(clinician: 0, start: start, minutes: 0, reasons: [])
        return (person, try service.book(person: person, slot: slot, reason: "agreed", in: context).appointment)
    }

    private func standing(_ person: Int64) throws -> AppointmentRecord? {
        try service.record(of: person, in: context).appointments.first { $0.status == .standing }
    }

    @Test func whoWasToBeSeenInItIsListedWithTheSameTimeElsewhere() throws {
        let (before, one, other) = (try booked(4), try booked(9), try booked(14, venue: 2))
        #expect(try standing(one.person)?.placement.room == 1)
        let closed = try service.closeRoom(1, from: clinic.monday + 7, until: clinic.monday + 20, in: context)
        #expect(closed.name == "Blue" && closed.affected.map(\.appointment) == [one.appointment])
        let slot = try #require(closed.affected.first?.slots.first)
        #expect(slot.start == closed.affected[0].start && slot.roomName == "Red" && slot.clinician == 0)
        #expect(try standing(before.person) != nil && standing(other.person) != nil && standing(one.person) == nil)
        _ = try service.book(person: one.person, slot: slot.slot, in: context)
        // Nothing is offered in it on those days, also after it was read again.
        let next = try clinic.waiting { $0.venue = 1 }
        for _ in 0..<2 {
            for slot in try service.offer(person: next, limit: 60, in: context).slots where slot.room == 1 {
                #expect(slot.start.day < clinic.monday + 7 || slot.start.day > clinic.monday + 20)
            }
            service.memory.forget()
        }
        #expect(try service.snapshot(in: context).closedRooms.map(\.room) == [0])
        #expect(try service.verify().differences.isEmpty)
        #expect(try Auditor.faults(in: clinic.path).isEmpty)
    }

    @Test func aClosureIsTakenBackInPart() throws {
        _ = try service.closeRoom(1, from: clinic.monday + 7, until: nil, in: context)
        _ = try service.closeRoom(3, from: clinic.monday + 7, until: nil, in: context)
        _ = try service.openRoom(1, from: clinic.monday + 14, until: clinic.monday + 20, in: context)
        #expect(throws: BookingError.self) {
            _ = try service.openRoom(1, from: clinic.monday + 14, until: clinic.monday + 20, in: context)
        }
        let person = try clinic.waiting { $0.venue = 1 }
        for _ in 0..<2 {
            let far = try service.offer(person: person, limit: 100, in: context).slots.map(\.start.day)
            #expect(far.allSatisfy { $0 < clinic.monday + 7 || (14...20).contains($0 - clinic.monday) })
            service.memory.forget()
        }
        for (day, isOpen) in [(7, false), (14, true), (21, false)] as [(Int32, Bool)] {
            let start = CivilMinute(day: clinic.monday + day, minuteOfDay: 540)
            let slot = SlotOffer(clinician: 0, start: start, minutes: 0, reasons: [])
            do {
                let booked = try service.book(person: person, slot: slot, reason: "agreed", in: context)
                #expect(booked.room == (isOpen ? "Blue" : nil))
                _ = try service.cancel(appointment: booked.appointment, byPerson: false, in: context)
            } catch BookingError.refused(_) { #expect(!isOpen) }
        }
        #expect(try service.verify().differences.isEmpty)
        for (first, last) in [(-1, 3), (9, 8), (800, 900)] as [(Int32, Int32)] {
            #expect(throws: BookingError.self) {
                _ = try service.closeRoom(
                    1, from: clinic.monday + first, until: clinic.monday + last, in: context)
            }
        }
        for room in [0, 5, -1, Int64.max, Int64.min] {
            #expect(throws: BookingError.self) {
                _ = try service.closeRoom(room, from: clinic.monday + 7, until: nil, in: context)
            }
        }
    }

    /// Every way from every way, of the next appointment and of a session beyond it.
    @Test func anAppointmentStaysAtItsTimeElsewhere() throws {
        let one = try booked(4)
        var number = one.appointment
        let ways: [(NewVenue, Int64?)] = [
            (.room(3), 3), (.distance(.telephone), nil), (.room(1), 1), (.distance(.video), nil), (.room(3), 3),
        ]
        for (venue, room) in ways {
            let changed = try service.changeVenue(appointment: number, to: venue, in: context)
            let known = try #require(try standing(one.person))
            #expect(changed.appointment == known.appointment && known.placement.room == room)
            #expect(known.placement.start.minuteOfDay == 600 && known.booking.replaces == number)
            #expect(
                known.booking.channel == (room != nil ? .faceToFace : venue == .distance(.video) ? .video : .telephone))
            number = known.appointment
        }
        #expect(try service.changeVenue(appointment: number, to: .room(3), in: context).isUnchanged == true)
        // Another team's, another venue than the person asks for, one that is not there, one that is closed.
        _ = try service.closeRoom(1, from: clinic.monday + 4, until: nil, in: context)
        for room in [4, 2, 9, 1] as [Int64] {
            #expect(throws: BookingError.self) {
                _ = try service.changeVenue(appointment: number, to: .room(room), in: context)
            }
        }
        #expect(try service.offer(person: one.person, in: context).slots.isEmpty == false)
        let begun = BookingService.Context(now: CivilMinute(day: clinic.monday + 4, minuteOfDay: 605))
        #expect(throws: BookingError.self) {
            _ = try service.changeVenue(appointment: number, to: .distance(.telephone), in: begun)
        }
        #expect(try service.verify().differences.isEmpty)
        #expect(try Auditor.faults(in: clinic.path).isEmpty)
    }

    @Test func aSessionBeyondTheNextOneStaysAtItsTimeElsewhere() throws {
        let other = try SmallClinic { $0.changes = [] }
        let best = try #require(other.service.offer(person: 5, in: other.context).slots.first)
        _ = try other.service.book(person: 5, slot: best.slot, in: other.context)
        let sessions = try other.service.course(person: 5, sessions: 3, in: other.context).sessions
        let last = try #require(sessions.last?.appointment)
        let room = try other.service.changeVenue(appointment: last, to: .room(1), in: other.context)
        #expect(room.room == "Blue" && room.start == sessions.last?.start)
        let away = try other.service.changeVenue(
            appointment: room.appointment, to: .distance(.telephone), in: other.context)
        #expect(away.room == nil && away.start == room.start)
        other.service.memory.forget()
        _ = try other.service.changeVenue(appointment: away.appointment, to: .room(1), in: other.context)
        // It is found where it is when the room is closed, and the course goes on without it.
        let closed = try other.service.closeRoom(1, from: room.start.day, until: nil, in: other.context)
        #expect(closed.affected.map(\.start) == [room.start] && closed.affected[0].goesOnAt != nil)
        #expect(try other.service.verify().differences.isEmpty)
    }
}
