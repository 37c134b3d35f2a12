import BookingAudit
import BookingStore
import CareModel
import Foundation
import TestSupport
import Testing

/// The ways in which other systems are known to double book, each as a test (BK-1).
@Suite struct DoubleBookingTests {
    private let folder: Folder
    private let store: BookingStore

    init() throws {
        folder = try Folder()
        store = try BookingStore.create(at: folder.file("service.db"))
        try Clinic.open(store)
    }

    @Test(arguments: [(9, 30, 60), (10, 55, 5), (10, 0, 5), (9, 5, 180), (10, 0, 60), (10, 20, 15), (9, 0, 65)])
    func partialOverlapIsRefused(hour: Int, minute: Int, minutes: Int) throws {
        try store.book(1, Clinic.placement(Clinic.at(10)))
        let other = Clinic.placement(person: 2, Clinic.at(hour, minute), minutes: minutes)
        #expect(isDoubleBooking { try store.book(2, other) })
        #expect(try store.verify().isSound)
    }

    @Test(arguments: [(9, 0, 60), (11, 0, 60), (9, 55, 5), (11, 0, 5)])
    func halfOpenEndsTouchAndDoNotOverlap(hour: Int, minute: Int, minutes: Int) throws {
        try store.book(1, Clinic.placement(Clinic.at(10)))
        try store.book(2, Clinic.placement(Clinic.at(hour, minute), minutes: minutes))
        #expect(try store.read { try $0.appointments(ofPerson: 1) }.count == 2)
    }

    @Test func aKeyOfTheExactTimeIsNotEnough() throws {
        // Another start, another length, another end: a key on the start alone would let each pass.
        try store.book(1, Clinic.placement(Clinic.at(10), minutes: 50))
        #expect(isDoubleBooking { try store.book(2, Clinic.placement(person: 2, Clinic.at(9, 55), minutes: 50)) })
        #expect(isDoubleBooking { try store.book(2, Clinic.placement(person: 2, Clinic.at(10, 45), minutes: 50)) })
        // 48 minutes take ten quanta: the last minutes of the tenth belong to nobody else.
        try store.book(3, Clinic.placement(person: 3, clinician: 1, Clinic.at(10), minutes: 48))
        #expect(
            isDoubleBooking {
                try store.book(4, Clinic.placement(person: 4, clinician: 1, Clinic.at(10, 45), minutes: 15))
            })
        try store.book(4, Clinic.placement(person: 4, clinician: 1, Clinic.at(10, 50), minutes: 15))
    }

    @Test func eachOfClinicianPersonRoomAndSeatIsGuarded() throws {
        try store.book(1, Clinic.placement(room: 1, Clinic.at(10)))
        let clinician = storeError { try store.book(2, Clinic.placement(person: 2, Clinic.at(10, 30))) }
        let person = storeError { try store.book(2, Clinic.placement(clinician: 1, Clinic.at(9, 30))) }
        let room = storeError {
            try store.book(2, Clinic.placement(person: 2, clinician: 1, room: 1, Clinic.at(10)))
        }
        let by = TimeHolder.appointment(1)
        #expect(
            clinician == .doubleBooking(DoubleBooking(resource: .clinician(0), from: Clinic.at(10, 30), holder: by)))
        #expect(person == .doubleBooking(DoubleBooking(resource: .person(1), from: Clinic.at(10), holder: by)))
        #expect(room == .doubleBooking(DoubleBooking(resource: .room(1), from: Clinic.at(10), holder: by)))

        let seat = GroupSeat(session: 9, number: 3)
        try store.book(9, Clinic.placement(person: nil, clinician: 2, room: 2, Clinic.at(14), minutes: 90))
        try store.book(10, Clinic.placement(person: 3, clinician: 2, seat: seat, Clinic.at(14), minutes: 90))
        let again = storeError {
            try store.book(11, Clinic.placement(person: 4, clinician: 2, seat: seat, Clinic.at(14), minutes: 90))
        }
        #expect(
            again
                == .doubleBooking(
                    DoubleBooking(resource: .seat(seat), from: Clinic.at(14), holder: .appointment(10))))
        #expect(try store.verify().isSound)
    }

    @Test func pendingIsNotAccepted() throws {
        // Two pending requests for one slot; the first that is accepted wins, the other cannot be accepted.
        try store.hold(1, Clinic.placement(Clinic.at(10)), minutes: 5)
        #expect(isDoubleBooking { try store.hold(2, Clinic.placement(person: 2, Clinic.at(10)), minutes: 5) })
        try store.writeBlocking { writer in
            try writer.end(1, .confirmed)
            try writer.book(1, Clinic.placement(Clinic.at(10)), hold: 1)
        }
        #expect(isDoubleBooking { try store.book(2, Clinic.placement(person: 2, Clinic.at(10))) })
    }

    @Test func aHoldIsNotIgnored() throws {
        try store.hold(1, Clinic.placement(Clinic.at(10)), minutes: 5)
        #expect(isDoubleBooking { try store.book(1, Clinic.placement(person: 2, Clinic.at(10, 30))) })
        // One that is past never blocks, and ends before the time is taken.
        try store.book(1, Clinic.placement(person: 2, Clinic.at(10, 30)), at: Clinic.now + 5)
        let hold = try store.read { try $0.hold(1) }
        #expect(hold?.outcome == .expired)
        #expect(hold?.endedAt == Clinic.now + 5)
        #expect(try store.verify().isSound)
    }

    @Test func aPastHoldCannotBeConfirmedAndNoneTwice() throws {
        try store.hold(1, Clinic.placement(Clinic.at(10)), minutes: 5)
        let late = storeError { try store.writeBlocking { try $0.end(1, .confirmed, at: Clinic.now + 5) } }
        #expect(late == .refused(kind: .holdEnded, detail: "hold 1 expired at \(Clinic.now + 5)"))
        let early = storeError { try store.writeBlocking { try $0.end(1, .expired) } }
        #expect(early == .refused(kind: .holdEnded, detail: "hold 1 does not expire until \(Clinic.now + 5)"))
        try store.writeBlocking { try $0.end(1, .released) }
        let twice = storeError { try store.writeBlocking { try $0.end(1, .released) } }
        #expect(twice == .refused(kind: .holdEnded, detail: "hold 1 ended before"))
    }

    @Test func aConfirmedHoldIsBookedInTheSameStepForTheSameTime() throws {
        try store.hold(1, Clinic.placement(Clinic.at(10)), minutes: 5)
        #expect(storeError { try store.writeBlocking { try $0.end(1, .confirmed) } } != nil)
        let other = storeError {
            try store.writeBlocking { writer in
                try writer.end(1, .confirmed)
                try writer.book(1, Clinic.placement(Clinic.at(11)), hold: 1)
            }
        }
        #expect(other == .refused(kind: .booked, detail: "hold 1 was not confirmed for the same time and people"))
        #expect(storeError { try store.book(1, Clinic.placement(Clinic.at(10)), hold: 1) } != nil)
        #expect(try store.read { try $0.hold(1) }?.outcome == nil)
    }

    @Test func rescheduleThatBooksBeforeItFreesLosesNothing() throws {
        try store.book(1, Clinic.placement(Clinic.at(10)))
        let moved = Clinic.placement(Clinic.at(10, 30))
        // In the wrong order it meets its own old time: refused as a whole, and the old appointment stands.
        #expect(
            isDoubleBooking {
                try store.writeBlocking { writer in
                    try writer.book(2, moved, replaces: 1)
                    try writer.cancel(1)
                }
            })
        #expect(try store.read { try $0.appointment(1) }?.status == .standing)
        try store.writeBlocking { writer in
            try writer.cancel(1)
            try writer.book(2, moved, replaces: 1)
        }
        let taken = try store.read { try $0.taken(.clinician(0), on: Clinic.monday) }
        #expect(taken.map(\.minutes) == [MinutesOfDay(start: 630, end: 690)])
        // To a slot that is taken: neither is the old one lost.
        try store.book(3, Clinic.placement(person: 2, Clinic.at(14)))
        #expect(
            isDoubleBooking {
                try store.writeBlocking { writer in
                    try writer.cancel(2)
                    try writer.book(4, Clinic.placement(Clinic.at(14)), replaces: 2)
                }
            })
        #expect(try store.read { try $0.appointment(2) }?.status == .standing)
        #expect(try store.verify().isSound)
    }

    @Test func cancelThenRebookThenUndoTheCancellation() throws {
        let sequence = try store.writeBlocking { writer in
            try writer.book(1, Clinic.placement(Clinic.at(10)))
            try writer.cancel(1)
            return writer.lastSequence
        }
        try store.book(2, Clinic.placement(person: 2, Clinic.at(10)))
        let correction = ServiceEvent.corrected(Corrected(sequence: sequence, why: "wrong person"))
        let undo: () throws -> Void = { [store] in
            _ = try store.writeBlocking { try $0.append(correction, at: Clinic.now, by: Clinic.author) }
        }
        #expect(isDoubleBooking(undo))
        try store.writeBlocking { try $0.cancel(2) }
        try undo()
        #expect(try store.read { try $0.appointment(1) }?.status == .standing)
        #expect(isDoubleBooking { try store.book(3, Clinic.placement(person: 2, Clinic.at(10))) })
        #expect(try store.verify().isSound)
    }

    @Test func checkThenInsertHasNoRace() async throws {
        // Eight clients look, all see the slot free, and all book it: one does.
        let outcomes = try await withThrowingTaskGroup(of: Bool.self) { group in
            for person in 1...Clinic.people {
                group.addTask { [store] in
                    guard try store.read({ try $0.taken(.clinician(0), on: Clinic.monday) }).isEmpty else {
                        return false
                    }
                    do {
                        _ = try await store.write { writer in
                            try writer.book(
                                writer.nextNumber(of: .appointment), Clinic.placement(person: person, Clinic.at(10)))
                        }
                        return true
                    } catch StoreError.doubleBooking {
                        return false
                    }
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(outcomes.filter { $0 }.count == 1)
        #expect(try store.read { try $0.standingAppointments(from: Clinic.now) }.count == 1)
    }

    @Test(arguments: [(5, 55, 10), (21, 30, 35), (10, 1, 30), (10, 0, 0), (10, 0, -5), (23, 0, 30)])
    func timesOutsideADaysQuantaAreRefused(hour: Int, minute: Int, minutes: Int) throws {
        let error = storeError { try store.book(1, Clinic.placement(Clinic.at(hour, minute), minutes: minutes)) }
        guard case .invalidPlacement = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try store.read { try $0.standingAppointments(from: Clinic.now) }.isEmpty)
    }
}
