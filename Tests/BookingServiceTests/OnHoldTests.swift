import BookingStore
import CareModel
import Testing

@testable import BookingService

/// Treatment is put off, until another day, and no longer (PR-3, RF-11); a step-up is not agreed (ST-1).
@Suite struct OnHoldTests {
    @Test func aHoldIsMadeProlongedAndEnded() throws {
        let walk = try SituationWalk(to: .waitingTreatment)
        let (service, context, person) = (walk.clinic.service, walk.context, walk.person)
        let day = context.now.day.monday + 147
        let held = try service.perform(PutOnHold(person: person, until: day, why: "moves house"), in: context)
        #expect(held.state == .onHold && held.nextActionDue == day.start)
        #expect(try service.waitingList(in: context).map(\.due) == [day])
        _ = try service.perform(PutOnHold(person: person, until: day + 14, why: "still moving"), in: context)
        #expect(try service.waitingList(in: context).map(\.due) == [day + 14])
        let story = try service.record(of: person, in: context).entries.map(\.event.words)
        #expect(story.contains("treatment is put off until \(day): moves house"))
        #expect(story.contains("treatment is put off until \(day + 14): still moving"))
        let later = BookingService.Context(now: (day + 15).start + 600)
        let tasks = try service.tasks(in: later).filter { $0.kind == .reviewHold }
        #expect(tasks.map(\.isOverdue) == [true] && tasks[0].command == "on-hold --person \(person)")
        let back = try service.perform(EndHold(person: person), in: later)
        #expect(back.state == .waitingTreatment)
        #expect(try service.callsDue(by: later.now.day + 60, in: later).map(\.person) == [person])
        #expect(try service.verify().isSound)
    }

    @Test func whatCannotBePutOffIsRefused() throws {
        let walk = try SituationWalk(to: .waitingTreatment)
        let (service, context, person) = (walk.clinic.service, walk.context, walk.person)
        for until in [context.now.day, context.now.day - 1, context.now.day + 367] {
            #expect(throws: BookingError.self) {
                _ = try service.perform(PutOnHold(person: person, until: until, why: "moves"), in: context)
            }
        }
        #expect(throws: BookingError.self) {
            _ = try service.perform(PutOnHold(person: person, until: context.now.day + 9, why: " "), in: context)
        }
    }

    /// The course goes on with whoever proposed the step-up, though the caseload was filled meanwhile (CL-1 is about
    /// people who are new).
    @Test func aStepUpThatIsNotAgreedGoesBack() throws {
        let walk = try SituationWalk(to: .awaitingSupervision)
        let (service, context, person) = (walk.clinic.service, walk.context, walk.person)
        let tasks = try service.tasks(in: context).filter { $0.kind == .discussInSupervision }
        let calendar = context.now.day
        #expect(tasks.count == 1 && !tasks[0].isOverdue && tasks[0].due.day - calendar <= 6)
        let before = try service.record(of: person, in: context)
        let treated = try #require(before.appointments.last { $0.placement.kind == .treatment })
        let back = try service.perform(DeclineStepUp(person: person), in: context)
        #expect(back.state == .inTreatment)
        let after = try service.record(of: person, in: context)
        #expect(after.person.episode.clinician == treated.placement.clinician && after.person.episode.step == .low)
        #expect(after.entries.last?.event.words(after.names).contains("did not agree the step-up") == true)
        #expect(try service.offer(person: person, in: context).slots.isEmpty == false)
        #expect(try service.verify().isSound)
    }

    /// The proposer has left meanwhile: the person is first in line for somebody else.
    @Test func withoutTheProposerSomebodyElseGoesOn() throws {
        let walk = try SituationWalk(to: .awaitingSupervision)
        let (service, context, person) = (walk.clinic.service, walk.context, walk.person)
        let record = try service.record(of: person, in: context)
        let clinician = try #require(record.appointments.last { $0.placement.kind == .treatment }).placement.clinician
        var change = ClinicianChange()
        change.lastDay = context.now.day
        _ = try service.change(clinician: clinician, change, in: context)
        let later = BookingService.Context(now: context.now + 2 * 1440)
        #expect(try service.perform(DeclineStepUp(person: person), in: later).state == .waitingTreatment)
        let entry = try #require(service.waitingList(in: later).first { $0.person == person })
        #expect(entry.priority == .rebooking && entry.step == .low)
        #expect(try service.verify().isSound)
    }
}
