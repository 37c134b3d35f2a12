import BookingAudit
import BookingStore
import CareModel
import Foundation
import TestSupport
import Testing

/// Holds that are past never block, although the writer asks for them once in a transaction and not at each claim.
@Suite struct HoldExpiryTests {
    private let folder: Folder
    private let store: BookingStore

    init() throws {
        folder = try Folder()
        store = try BookingStore.create(at: folder.file("service.db"))
        try Clinic.open(store)
    }

    private func outcome(_ hold: Int64) throws -> HoldOutcome? { try store.read { try $0.hold(hold) }?.outcome }

    private func held(_ number: Int64, _ placement: Placement, until expires: CivilMinute) -> ServiceEvent {
        .held(HoldPlaced(hold: number, placement: placement, expires: expires))
    }

    @Test func placedInTheSameStep() throws {
        let event = held(1, Clinic.placement(Clinic.at(10)), until: Clinic.now + 5)
        try store.writeBlocking { writer in
            try writer.book(1, Clinic.placement(person: 2, clinician: 1, Clinic.at(10)))
            try writer.append(event, at: Clinic.now, by: Clinic.author)
            let other = Clinic.placement(person: 3, Clinic.at(10))
            #expect(isDoubleBooking { try writer.book(2, other, at: Clinic.now + 4) })
            try writer.book(2, other, at: Clinic.now + 5)
        }
        #expect(try outcome(1) == .expired)
        #expect(try store.verify().isSound)
    }

    @Test func placedByAnotherProcess() throws {
        try store.book(1, Clinic.placement(person: 2, clinician: 1, Clinic.at(10)))
        let other = try BookingStore.open(at: folder.file("service.db"))
        try other.hold(1, Clinic.placement(Clinic.at(10)), minutes: 5)
        #expect(isDoubleBooking { try store.book(2, Clinic.placement(person: 3, Clinic.at(10))) })
        try store.book(2, Clinic.placement(person: 3, Clinic.at(10)), at: Clinic.now + 5)
        #expect(try outcome(1) == .expired)
        try other.close()
        #expect(try store.verify().isSound)
    }

    /// An end that is taken back with its entry, or with its step, comes again.
    @Test func whoseEndIsTakenBack() throws {
        struct Refusal: Error {}
        try store.hold(1, Clinic.placement(Clinic.at(10)), minutes: 5)
        try store.book(1, Clinic.placement(person: 2, clinician: 1, Clinic.at(10)))
        try store.writeBlocking { writer in
            let taken = Clinic.placement(person: 3, clinician: 1, Clinic.at(10))
            #expect(isDoubleBooking { try writer.book(2, taken, at: Clinic.now + 5) })
            #expect(try writer.hold(1)?.outcome == nil)
            try writer.book(2, Clinic.placement(person: 3, Clinic.at(10)), at: Clinic.now + 5)
        }
        #expect(try outcome(1) == .expired)

        try store.hold(2, Clinic.placement(Clinic.at(14)), minutes: 5)
        #expect(throws: Refusal.self) {
            try store.writeBlocking { writer in
                #expect(try writer.expireHolds(at: Clinic.now + 5) == [2])
                throw Refusal()
            }
        }
        #expect(try outcome(2) == nil)
        try store.book(3, Clinic.placement(person: 3, Clinic.at(14)), at: Clinic.now + 5)
        #expect(try outcome(2) == .expired)
        #expect(try store.verify().isSound)
    }

    /// Steps of one transaction, of which one ends a hold and then fails.
    @Test func whoseEndIsTakenBackBesideOtherSteps() async throws {
        struct Refusal: Error {}
        try store.hold(1, Clinic.placement(Clinic.at(10)), minutes: 5)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in Int64(1)...40 {
                group.addTask { [store] in
                    do {
                        _ = try await store.write { writer in
                            let time = Clinic.at(8, Int(number % 12) * 5, day: Int32(number))
                            try writer.book(number, Clinic.placement(person: 2, time), at: Clinic.now + 5)
                            if number % 4 != 0 { throw Refusal() }
                        }
                        return true
                    } catch is Refusal {
                        return false
                    }
                }
            }
            var booked = 0
            for try await isBooked in group where isBooked { booked += 1 }
            #expect(booked == 10)
        }
        #expect(try outcome(1) == .expired)
        #expect(try store.verify().isSound)
    }

    @Test func underAClockThatJumps() throws {
        let early = held(1, Clinic.placement(Clinic.at(10)), until: Clinic.now + 5)
        try store.writeBlocking { writer in
            try writer.book(1, Clinic.placement(person: 2, clinician: 1, Clinic.at(10)), at: Clinic.now + 600)
            // The clock was wrong, and goes back.
            try writer.append(early, at: Clinic.now, by: Clinic.author)
            let other = Clinic.placement(person: 3, Clinic.at(10))
            #expect(isDoubleBooking { try writer.book(2, other, at: Clinic.now + 4) })
            try writer.book(2, other, at: Clinic.now + 600)
        }
        #expect(try outcome(1) == .expired)
        #expect(try store.verify().isSound)
    }
}
