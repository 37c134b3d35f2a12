import Allocation
import BookingService
import BookingStore
import CareModel
import Testing

/// Computerised CBT for people who wait, in the booking service (TX-5, KT-6): the contacts are booked when they are
/// due, count as treatment, and leave the person on the list.
@Suite struct SupportTests {
    private func service(isOn: Bool) throws -> (clinic: SmallClinic, service: BookingService) {
        let clinic = try SmallClinic()
        var policy = ServiceFixture.policy
        for team in policy.rules.indices { policy.rules[team].computerised.isOn = isOn }
        return (clinic, BookingService(try BookingStore.open(at: clinic.path), policy: policy))
    }

    private func assess(_ service: BookingService, _ clinic: SmallClinic) throws -> PersonStanding {
        let best = try #require(service.offer(person: 1, in: clinic.context).slots.first)
        let booked = try service.book(person: 1, slot: best.slot, in: clinic.context)
        var contact = ContactRecord(.attendedOnTime)
        contact.step = .low
        contact.takesComputerised = true
        return try service.attend(
            appointment: booked.appointment, contact, in: BookingService.Context(now: best.start))
    }

    @Test func supportCountsAsTreatmentAndTheWaitGoesOn() throws {
        let (clinic, service) = try service(isOn: true)
        let state = try assess(service, clinic)
        #expect(state.state == .waitingTreatment)
        let due = try #require(state.nextActionDue)
        let later = BookingService.Context(now: CivilMinute(day: due.day, minuteOfDay: 600))
        _ = try service.bookCall(person: 1, in: later)
        let appointment = try #require(
            service.record(of: 1, in: later).appointments.first { $0.placement.start > later.now })
        #expect(appointment.placement.kind == .treatment && appointment.placement.minutes == 15)
        let seen = BookingService.Context(now: appointment.placement.start)
        let after = try service.attend(
            appointment: appointment.appointment, ContactRecord(.attendedOnTime), in: seen)
        #expect(after.state == .waitingTreatment && after.nextActionDue != nil)
        let episode = try service.record(of: 1, in: seen).person.episode
        #expect(episode.secondTreatment == appointment.placement.start && episode.lowContacts == 2)
        #expect(try service.waitingList(in: seen).contains { $0.person == 1 })
        #expect(try service.verify().isSound)
    }

    @Test func whoDoesNotOfferItRefuses() throws {
        let (clinic, service) = try service(isOn: false)
        #expect(throws: BookingError.self) { _ = try assess(service, clinic) }
    }
}
