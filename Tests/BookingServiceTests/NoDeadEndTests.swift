import BookingAudit
import BookingStore
import CareModel
import Foundation
import TestSupport
import Testing

@testable import BookingService

/// Nobody who is in the service is where nobody looks, or where no command leads on (KP-10): every situation is brought
/// about on a small service by the commands themselves, looked for on the lists, and tried with every command.
@Suite struct NoDeadEndTests {
    /// A command that is added is tried here, or is about nobody.
    @Test func everyCommandIsTried() throws {
        let walk = try SituationWalk(to: .waitingTreatment)
        let tried = Set(try walk.commands().map(\.name))
        let names = Set(BookingCommand.forms.map(\.name))
        #expect(tried.isDisjoint(with: SituationWalk.elsewhere))
        #expect(names.subtracting(tried).subtracting(SituationWalk.elsewhere) == [])
        #expect(tried.union(SituationWalk.elsewhere).subtracting(names) == [])
        #expect(Set(Situation.allCases.map(\.state)) == Set(EpisodeState.allCases))
    }

    @Test(arguments: Situation.allCases) func somebodySeesThem(_ situation: Situation) throws {
        let walk = try SituationWalk(to: situation)
        let (service, context, person) = (walk.clinic.service, walk.context, walk.person)
        #expect(try service.record(of: person, in: context).person.episode.state == situation.state)
        let waiting = try service.waitingList(in: context).filter { $0.person == person }
        let next = TaskKind.seen
        let tasks = try service.tasks(in: context).filter { task in
            task.person == person && next.contains(task.kind)
        }
        #expect(waiting.isEmpty != situation.lists.contains(.waiting), "waiting: \(waiting)")
        #expect(waiting.allSatisfy { $0.due != nil }, "\(waiting)")
        #expect(tasks.isEmpty != situation.lists.contains(.tasks), "tasks: \(tasks)")
        #expect(tasks.allSatisfy { $0.command != nil && $0.name != nil }, "\(tasks)")
        if situation.lists.contains(.tasks) {
            #expect(tasks.contains { $0.isOverdue } == situation.isOverdue, "\(tasks)")
        }
        let days = try (0..<Int32(ServiceFixture.clinicians * 2)).flatMap { place in
            let from = context.now.day + place % 2 * 31
            return try service.diary(ofClinician: place / 2, from: from, days: 31, in: context).days
        }
        let isInDiary = days.flatMap(\.entries).contains { $0.person == person && $0.start > context.now }
        #expect(isInDiary == situation.lists.contains(.diary))
        let courses = try service.groups(in: context).filter { $0.people.contains(person) }
        #expect(courses.isEmpty != situation.lists.contains(.courses))
        #expect(courses.allSatisfy { $0.due != nil && $0.next != nil })
    }

    @Test(arguments: Situation.allCases) func everyCommandMovesThemOnOrSaysWhatDoes(_ situation: Situation) throws {
        var walk = try SituationWalk(to: situation)
        var done: [String] = []
        let count = try walk.commands().count
        for place in 0..<count {
            let (name, command) = try walk.commands()[place]
            let before = try walk.clinic.service.store.read { try $0.lastSequence }
            do {
                _ = try walk.clinic.service.perform(command, in: walk.context)
                if try walk.clinic.service.store.read({ try $0.lastSequence }) > before { done.append(name) }
                #expect(try walk.clinic.service.verify().isSound, "\(name)")
                walk = try SituationWalk(to: situation)
            } catch let refusal as BookingError {
                #expect(try walk.clinic.service.store.read { try $0.lastSequence } == before, "\(name): \(refusal)")
                #expect(refusal.saysWhatToDo, "\(name): \(refusal)")
            }
        }
        for way in situation.waysOn { #expect(done.contains(way), "\(way) is not done; done are \(done)") }
    }
}

extension TaskKind {
    /// What is seen in where a person is.
    fileprivate static let seen: [TaskKind] = [
        .screenReferral, .tryToReach, .bookFirstAppointmentAgain, .contactAfterMissedFirstAppointment, .reviewHold,
        .bookNextSession, .contactAfterMissedSession, .discussInSupervision, .recordOutcome,
    ]
}

extension BookingError {
    /// Whether it names a command or an option to use instead.
    fileprivate var saysWhatToDo: Bool {
        let text = description
        return text.contains(/'[a-z][a-z -]+[a-z]*'/) || text.contains(/--[a-z]+/)
    }
}
