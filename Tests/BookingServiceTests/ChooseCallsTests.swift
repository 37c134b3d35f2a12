import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// People opt out of keeping-in-touch calls, and in again (KT-5).
@Suite struct ChooseCallsTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }

    init() throws { clinic = try SmallClinic() }

    /// Person 1 is assessed, and waits for treatment from then on.
    private func waiting() throws -> BookingService.Context {
        let best = try #require(service.offer(person: 1, in: clinic.context).slots.first)
        let booked = try service.perform(Book(person: 1, slot: best.wanted), in: clinic.context)
        var contact = ContactRecord(.attendedOnTime)
        contact.step = .high
        let seen = BookingService.Context(now: best.start)
        let state = try service.perform(Attend(appointment: booked.appointment, contact: contact), in: seen)
        try #require(state.state == .waitingTreatment)
        return seen
    }

    @Test func whoWantsNoCallsIsOnNoListAndIsWrittenTo() throws {
        let context = try waiting()
        let far = context.now.day + 60
        #expect(try service.callsDue(by: far, in: context).map(\.person) == [1])
        let out = try service.perform(ChooseCalls(person: 1, wantsCalls: false), in: context)
        #expect(out.state == .waitingTreatment && out.nextActionDue == nil)
        #expect(try service.callsDue(by: far, in: context).isEmpty)
        let letters = try service.tasks(in: context).filter { "\($0.kind)" == "keeping-in-touch-letter" }
        #expect(letters.map(\.person) == [1])
        let story = try service.record(of: 1, in: context).entries.map(\.event.words)
        #expect(story.contains("wants no keeping-in-touch calls"))
        // In again: the next call is four weeks from now, and to be booked a week before.
        let back = try service.perform(ChooseCalls(person: 1, wantsCalls: true), in: context)
        let due = try #require(back.nextActionDue)
        #expect((context.now.day + 21...context.now.day + 24).contains(due.day))
        #expect(try service.callsDue(by: far, in: context).map(\.person) == [1])
        #expect(try service.verify().isSound)
    }

    @Test func whatIsSoAlreadyChangesNothing() throws {
        let context = try waiting()
        let before = try service.store.read { try $0.lastSequence }
        _ = try service.perform(ChooseCalls(person: 1, wantsCalls: true), in: context)
        #expect(try service.store.read { try $0.lastSequence } == before)
    }

    @Test func onlyWhoWaitsForTreatmentChooses() throws {
        #expect(throws: BookingError.self) {
            _ = try service.perform(ChooseCalls(person: 1, wantsCalls: false), in: clinic.context)
        }
    }

    @Test("Where there is one call only, none is due after it (KT-2)", arguments: [true, false])
    func oneCallOnly(repeats: Bool) throws {
        var policy = ServiceFixture.policy
        for team in policy.rules.indices { policy.rules[team].keepingInTouch.repeats = repeats }
        let clinic = try SmallClinic(policy: policy)
        let best = try #require(clinic.service.offer(person: 1, in: clinic.context).slots.first)
        let booked = try clinic.service.perform(Book(person: 1, slot: best.wanted), in: clinic.context)
        var contact = ContactRecord(.attendedOnTime)
        contact.step = .high
        let seen = BookingService.Context(now: best.start)
        _ = try clinic.service.perform(Attend(appointment: booked.appointment, contact: contact), in: seen)
        #expect(try clinic.service.callsDue(by: seen.now.day + 60, in: seen).contains { $0.person == 1 })
        let call = try clinic.service.perform(BookCall(person: 1), in: seen)
        let start = try #require(
            clinic.service.record(of: 1, in: seen).appointments.last?.placement.start)
        let called = BookingService.Context(now: start)
        _ = try clinic.service.perform(
            Attend(appointment: call.appointment, contact: ContactRecord(.attendedOnTime)), in: called)
        let due = try clinic.service.callsDue(by: start.day + 90, in: called).filter { $0.person == 1 }
        #expect(due.isEmpty != repeats)
    }
}
