import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// CL-15 at the booking desk: a support worker beside PWPs supports computerised CBT and helps in groups, no more.
@Suite struct AssistantTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws {
        var policy = ServiceFixture.policy
        for team in policy.rules.indices { policy.rules[team].computerised.isOn = true }
        clinic = try SmallClinic(policy: policy) {
            $0.clinicians[1].role = .supportWorker
            $0.clinicians[1].trainedIn = ModalitySet()
            $0.clinicians[1].caseloadCap = 0
        }
    }

    @Test("No first appointment and no course is offered or booked with a support worker")
    func refusals() throws {
        let person = try clinic.waiting()
        let start = CivilMinute(day: context.now.day + 3, minuteOfDay: 540)
        let slot = SlotOffer(clinician: 1, start: start, minutes: 0, reasons: [])
        #expect(try service.offer(person: person, limit: 20, in: context).slots.allSatisfy { $0.slot.clinician != 1 })
        #expect(throws: BookingError.refused([.notTheirWork])) {
            _ = try service.book(person: person, slot: slot, reason: "in a hurry", in: context)
        }
        let session = SlotOffer(clinician: 1, start: start + 120, minutes: 0, reasons: [])
        #expect(throws: BookingError.refused([.notTheirWork, .notTrained])) {
            _ = try service.hold(person: 5, slot: session, reason: "in a hurry", in: context)
        }
        let booked = try service.allocate(team: 0, in: context)
        #expect(!booked.isEmpty && booked.allSatisfy { $0.clinician != 1 })
        #expect(try service.verify().isSound)
    }

    @Test("Contacts that support computerised CBT are booked with the support worker")
    func support() throws {
        let person = try clinic.waiting()
        let best = try #require(service.offer(person: person, in: context).slots.first)
        let booked = try service.book(person: person, slot: best.slot, in: context)
        var contact = ContactRecord(.attendedOnTime)
        contact.step = .low
        contact.takesComputerised = true
        let seen = BookingService.Context(now: best.start)
        let state = try service.attend(appointment: booked.appointment, contact, in: seen)
        let later = BookingService.Context(
            now: CivilMinute(day: try #require(state.nextActionDue).day, minuteOfDay: 600))
        let call = try service.bookCall(person: person, in: later)
        let placed = try #require(
            service.record(of: person, in: later).appointments.first { $0.appointment == call.appointment })
        #expect(placed.placement.clinician == 1 && placed.placement.minutes == 15)
        #expect(try service.verify().isSound)
    }

    @Test("A support worker helps to lead a course, and does not lead one alone")
    func courses() throws {
        var opening = GroupOpening(team: 0, first: context.now.day + 31)
        opening.leaders = [1]
        #expect(
            throws: BookingError.invalid(
                "Clinician 1 is a support worker, who helps to lead a course: name a PWP or an assistant psychologist "
                    + "too")
        ) { _ = try service.perform(OpenGroup(opening: opening), in: context) }
    }
}
