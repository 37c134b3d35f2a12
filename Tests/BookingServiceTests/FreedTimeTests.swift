import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel
import Testing

/// Time that becomes free is offered again: to whoever asks, and to whoever waits (FA-5, BK-5).
@Suite struct FreedTimeTests {
    private let clinic: SmallClinic

    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws { clinic = try SmallClinic { $0.people = [] } }

    private func waiting(_ name: String) throws -> Int64 { try clinic.waiting(name) }

    @Test func aCancelledAppointmentIsTheNextOffer() throws {
        let (one, other) = (try waiting("one"), try waiting("other"))
        let best = try #require(service.offer(person: one, in: context).slots.first)
        let booked = try service.book(person: one, slot: best.slot, in: context)
        #expect(try service.offer(person: other, in: context).slots.first?.slot != best.slot)
        _ = try service.cancel(appointment: booked.appointment, byPerson: true, rebooks: false, in: context)
        #expect(try service.offer(person: other, in: context).slots.first?.slot == best.slot)
        #expect(try service.people(for: best.slot, in: context).map(\.person) == [other])
        let given = try service.backfill(team: 0, in: context)
        #expect(given.map(\.start) == [best.start] && given.map(\.clinician) == [best.clinician])
    }

    @Test func aHoldThatEndsIsTheNextOffer() throws {
        let (one, other) = (try waiting("one"), try waiting("other"))
        let best = try #require(service.offer(person: one, in: context).slots.first)
        let held = try service.hold(person: one, slot: best.slot, in: context)
        #expect(try service.offer(person: other, in: context).slots.first?.slot != best.slot)
        var later = context
        later.now = held.expires
        #expect(try service.offer(person: other, in: later).slots.first?.slot == best.slot)
        #expect(throws: BookingError.holdEnded(held.hold, .expired)) {
            _ = try service.confirm(hold: held.hold, in: later)
        }
        let again = try service.hold(person: other, slot: best.slot, in: later)
        try service.release(hold: again.hold, in: later)
        #expect(try service.offer(person: one, in: later).slots.first?.slot == best.slot)
    }

    @Test func aKeyIsForOneCommandOnly() throws {
        let person = try waiting("one")
        var keyed = context
        keyed.key = "k"
        let best = try #require(service.offer(person: person, in: context).slots.first)
        let booked = try service.book(person: person, slot: best.slot, in: keyed)
        #expect(try service.book(person: person, slot: best.slot, in: keyed) == booked)
        #expect(throws: BookingError.store(.keyReused(key: "k"))) {
            _ = try service.discharge(person: person, .declinedAppointment, in: keyed)
        }
        var other = context
        other.key = "l"
        let seen = ServiceFixture.referral(0, traits: 1, at: context.now)
        _ = try service.refer(seen, Identity(name: "two"), in: other)
        #expect(throws: BookingError.store(.keyReused(key: "l"))) {
            _ = try service.refer(seen, Identity(name: "three"), in: other)
        }
    }
}
