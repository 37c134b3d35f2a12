import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// A contact with somebody who waits is moved as any other appointment is: it stays what it was, and nobody takes the
/// person on (KT-5, KT-2, TX-5, BK-4).
@Suite struct MoveCallTests {
    @Test("A keeping-in-touch call that is moved is a call at another time", arguments: [true, false])
    func aCallIsMoved(byPerson: Bool) throws {
        let walk = try SituationWalk(to: .callToCome)
        let (service, context, person) = (walk.clinic.service, walk.context, walk.person)
        let call = try #require(service.record(of: person, in: context).appointments.last)
        let other = WantedSlot(
            clinician: call.placement.clinician, start: call.placement.start + 30, minutes: call.placement.minutes)
        let move = Reschedule(appointment: call.appointment, slot: other, byPerson: byPerson)
        let moved = try service.perform(move, in: context)
        #expect(moved.replaces == call.appointment && moved.start == other.start)
        let after = try service.record(of: person, in: context)
        #expect(after.person.episode.state == .waitingTreatment && after.person.episode.clinician == -1)
        let standing = after.appointments.filter { $0.status == .standing && $0.attendance == nil }
        #expect(standing.map(\.appointment) == [moved.appointment])
        #expect(standing[0].placement.kind == .keepingInTouch && standing[0].placement.minutes == 15)
        #expect(standing[0].booking.reasons & Booking.takesOn == 0)
        #expect(try service.waitingList(in: context).contains { $0.person == person })
        // It takes place at its new time, and the next is due after it.
        let then = BookingService.Context(now: other.start)
        let held = try service.perform(
            Attend(appointment: moved.appointment, contact: ContactRecord(.attendedOnTime)), in: then)
        #expect(held.state == .waitingTreatment && held.nextActionDue != nil)
        #expect(try service.verify().isSound)
    }

    @Test("A time that is taken is refused, and the call stands")
    func aTakenTimeIsRefused() throws {
        let walk = try SituationWalk(to: .callToCome)
        let (service, context, person) = (walk.clinic.service, walk.context, walk.person)
        let call = try #require(service.record(of: person, in: context).appointments.last)
        let night = WantedSlot(
            clinician: call.placement.clinician, start: call.placement.start.day.start + 22 * 60, minutes: 15)
        #expect(throws: BookingError.self) {
            _ = try service.perform(Reschedule(appointment: call.appointment, slot: night), in: context)
        }
        #expect(try service.record(of: person, in: context).appointments.last?.status == .standing)
    }

    @Test("A contact that supports computerised CBT is moved, as long as it was")
    func supportIsMoved() throws {
        var policy = ServiceFixture.policy
        for team in policy.rules.indices { policy.rules[team].computerised.isOn = true }
        let clinic = try SmallClinic(policy: policy)
        let service = clinic.service
        let best = try #require(service.offer(person: 1, in: clinic.context).slots.first)
        let booked = try service.perform(Book(person: 1, slot: best.wanted), in: clinic.context)
        var contact = ContactRecord(.attendedOnTime)
        contact.takesComputerised = true
        let seen = BookingService.Context(now: best.start)
        _ = try service.perform(Attend(appointment: booked.appointment, contact: contact), in: seen)
        let support = try service.perform(BookCall(person: 1), in: seen)
        let known = try #require(service.record(of: 1, in: seen).appointments.last)
        try #require(known.placement.kind == .treatment)
        let other = WantedSlot(
            clinician: known.placement.clinician, start: known.placement.start + 30, minutes: 0)
        let moved = try service.perform(Reschedule(appointment: support.appointment, slot: other), in: seen)
        let after = try service.record(of: 1, in: seen)
        let last = try #require(after.appointments.last)
        #expect(last.appointment == moved.appointment && last.placement.minutes == known.placement.minutes)
        #expect(after.person.episode.state == .waitingTreatment && after.person.facts.supportContactsLeft != nil)
        #expect(try service.verify().isSound)
    }
}
