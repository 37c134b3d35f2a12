import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// Whoever waits for treatment is called, however they came to wait (KT-2), but for those who want no calls (KT-5), and
/// by somebody who may (PR-4).
@Suite struct PlannedCallTests {
    private func command(_ situation: Situation, _ person: Int64) -> BookingCommand {
        switch situation {
        case .onHold, .holdOver: .endHold(EndHold(person: person))
        case .awaitingSupervision: .agreeStepUp(AgreeStepUp(person: person))
        default: .moveCase(MoveCase(person: person))
        }
    }

    @Test(
        "After a hold, a step-up and a handover calls are planned",
        arguments: [Situation.onHold, .holdOver, .awaitingSupervision, .betweenSessions], [true, false])
    func callsArePlanned(situation: Situation, wantsCalls: Bool) throws {
        let walk = try SituationWalk(to: situation)
        let (service, context, person) = (walk.clinic.service, walk.context, walk.person)
        let command = command(situation, person)
        guard case .person(let state) = try service.perform(command, in: context) else {
            Issue.record("\(command.name) answers otherwise")
            return
        }
        #expect(state.state == .waitingTreatment && state.nextActionDue != nil)
        if !wantsCalls { _ = try service.perform(ChooseCalls(person: person, wantsCalls: false), in: context) }
        let due = try service.callsDue(by: context.now.day + 60, in: context).filter { $0.person == person }
        #expect(due.isEmpty != wantsCalls)
        #expect(try service.verify().isSound)
    }

    @Test("Who wants no calls is asked for none by a hold that ends (KT-5)")
    func whoOptedOutStaysSo() throws {
        let walk = try SituationWalk(to: .waitingTreatment)
        let (service, context, person) = (walk.clinic.service, walk.context, walk.person)
        _ = try service.perform(ChooseCalls(person: person, wantsCalls: false), in: context)
        let until = context.now.day + 30
        _ = try service.perform(PutOnHold(person: person, until: until, why: "moves house"), in: context)
        let later = BookingService.Context(now: until.start + 600)
        let back = try service.perform(EndHold(person: person), in: later)
        #expect(back.state == .waitingTreatment && back.nextActionDue == nil)
        #expect(try service.callsDue(by: until + 60, in: later).allSatisfy { $0.person != person })
    }

    /// The second clinician alone is trained, and away on the day on which the call is due: the first, who is there the
    /// day after, is passed over.
    @Test("Whoever is under 18 is called by somebody who is trained for it (PR-4)")
    func whoIsUnder18() throws {
        let clinic = try SmallClinic {
            $0.people = []
            $0.changes = []
        }
        let service = clinic.service
        let person = try clinic.waiting { $0.ageBand = .sixteenToSeventeen }
        let best = try #require(service.offer(person: person, in: clinic.context).slots.first)
        #expect(best.clinician == 1)
        let booked = try service.perform(Book(person: person, slot: best.wanted), in: clinic.context)
        let seen = BookingService.Context(now: best.start)
        let contact = ContactRecord(.attendedOnTime)
        _ = try service.perform(Attend(appointment: booked.appointment, contact: contact), in: seen)
        let due = best.start.day + 28
        _ = try service.absent(clinician: 1, first: due, last: due, .training, in: seen)
        let call = try service.perform(BookCall(person: person), in: seen)
        let known = try service.record(of: person, in: seen).appointments.first { $0.appointment == call.appointment }
        let placement = try #require(known).placement
        #expect(placement.kind == .keepingInTouch && placement.clinician == 1 && placement.start.day > due)
    }
}
