import Allocation
import BookingAudit
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// The same facts lead to the same end, whichever was typed first; and nobody is sent away by a rule without a word.
@Suite struct OrderTests {
    /// Something about a session of a course, whose sessions are numbered from 0.
    enum Act: Hashable, CaseIterable {
        case cancelFirst, cancelSecond, cancelThird, cancelSecondByService, cancelThirdByService
        case absentOnFirst, absentOnSecond, missFirst, attendFirst, moveThird
    }

    /// Somebody with a course of four sessions; the first has begun where its outcome is one of the acts.
    private struct Course {
        let clinic: SmallClinic
        let sessions: [CourseSession]
        let then: BookingService.Context

        init(hasBegun: Bool) throws {
            clinic = try SmallClinic {
                $0.changes = []
                for index in $0.clinicians.indices { $0.clinicians[index].caseloadCap = 5 }
            }
            let best = try #require(clinic.service.offer(person: 5, in: clinic.context).slots.first)
            _ = try clinic.service.book(person: 5, slot: best.slot, in: clinic.context)
            sessions = try clinic.service.course(person: 5, sessions: 4, in: clinic.context).sessions
            then = BookingService.Context(now: hasBegun ? sessions[0].start + 5 : clinic.context.now)
        }

        func number(_ place: Int) -> Int64 { sessions[place].appointment ?? 0 }

        func record() throws -> Person { try clinic.service.record(of: 5, in: then).person }

        func give(_ act: Act, _ answer: LimitAnswer?) throws {
            let service = clinic.service
            func cancel(_ place: Int, byPerson: Bool) throws {
                _ = try service.cancel(
                    appointment: number(place), byPerson: byPerson, atLimit: byPerson ? answer : nil, in: then)
            }
            func absent(_ place: Int) throws {
                let booked = try service.record(of: 5, in: then).appointments
                guard let known = booked.first(where: { $0.appointment == number(place) }) else { return }
                let day = sessions[place].start.day
                _ = try service.absent(
                    clinician: known.placement.clinician, first: day, last: day, .sickness, in: then)
            }
            switch act {
            case .cancelFirst: try cancel(0, byPerson: true)
            case .cancelSecond: try cancel(1, byPerson: true)
            case .cancelThird: try cancel(2, byPerson: true)
            case .cancelSecondByService: try cancel(1, byPerson: false)
            case .cancelThirdByService: try cancel(2, byPerson: false)
            case .absentOnFirst: try absent(0)
            case .absentOnSecond: try absent(1)
            case .missFirst, .attendFirst:
                var contact = ContactRecord(act == .missFirst ? .didNotAttend : .attendedOnTime)
                if act == .missFirst {
                    contact.endsCourse = answer == .ends
                    contact.exception = answer == .exception
                    contact.asksException = answer == .asks
                }
                _ = try service.attend(appointment: number(0), contact, in: then)
            case .moveThird:
                let booked = try service.record(of: 5, in: then).appointments
                let known = try #require(booked.first { $0.appointment == number(2) })
                let slot = SlotOffer(
                    clinician: known.placement.clinician, start: known.placement.start + 30, minutes: 0, reasons: [])
                _ = try service.reschedule(appointment: number(2), to: slot, byPerson: true, in: then)
            }
        }

        /// Everything that is true of the person afterwards; how a command was refused counts too.
        func end(_ acts: [Act], _ answer: LimitAnswer?) throws -> String {
            var refusals: [String] = []
            for act in acts {
                do { try give(act, answer) } catch let error as BookingError { refusals.append("\(error)") }
            }
            let person = try record()
            let booked = try clinic.service.record(of: 5, in: then).appointments
                .map { record in
                    let outcome = record.attendance.map { "\($0)" } ?? "-"
                    return "\(record.placement.start) \(record.status) \(outcome)"
                }
                .sorted()
            let tasks = try clinic.service.tasks(in: then).filter { $0.person == 5 }.map { "\($0.kind) \($0.due)" }
            let isSound = try clinic.service.verify().isSound
            #expect(isSound)
            return "\(StoredEpisode(person.episode)) \(person.facts) \(booked) \(tasks.sorted()) \(refusals.sorted())"
        }
    }

    /// Pairs of facts that can both be true, whichever is told first.
    static let pairs: [(Act, Act)] = {
        let acts = Act.allCases
        return acts.indices.flatMap { one in acts.indices[(one + 1)...].map { (acts[one], acts[$0]) } }
            .filter { pair in
                // An appointment has one outcome; one that has begun cannot be cancelled.
                let session: [Act: Int] = [
                    .cancelFirst: 0, .absentOnFirst: 0, .missFirst: 0, .attendFirst: 0, .cancelSecond: 1,
                    .cancelSecondByService: 1, .absentOnSecond: 1, .cancelThird: 2, .cancelThirdByService: 2,
                    .moveThird: 2,
                ]
                return session[pair.0] != session[pair.1]
            }
    }()

    @Test("Two facts lead to the same end in either order", arguments: pairs, [LimitAnswer.ends, .exception, .asks])
    func eitherOrder(pair: (Act, Act), answer: LimitAnswer) throws {
        let hasBegun = [pair.0, pair.1].contains { $0 == .missFirst || $0 == .attendFirst }
        let one = try Course(hasBegun: hasBegun).end([pair.0, pair.1], answer)
        let other = try Course(hasBegun: hasBegun).end([pair.1, pair.0], answer)
        #expect(one == other)
    }

    @Test("Two cancellations ask before they end a course, and change nothing until somebody has answered")
    func theRuleAsks() throws {
        for order in [[0, 1], [1, 0], [1, 2], [2, 0]] {
            let course = try Course(hasBegun: false)
            let service = course.clinic.service
            let numbers = order.map(course.number)
            _ = try service.cancel(appointment: numbers[0], byPerson: true, in: course.then)
            let before = try service.record(of: 5, in: course.then).entries.count
            #expect(throws: BookingError.endsEpisode(person: 5, misses: 2)) {
                _ = try service.cancel(appointment: numbers[1], byPerson: true, in: course.then)
            }
            #expect(try service.record(of: 5, in: course.then).entries.count == before)
            let asked = try service.cancel(appointment: numbers[1], byPerson: true, atLimit: .asks, in: course.then)
            #expect(asked.state == .inTreatment)
            #expect(try service.tasks(in: course.then).contains { $0.kind == .reviewException && $0.person == 5 })
        }
    }

    @Test("Whoever ends a course by the rule cancels the rest of it for the service")
    func theRestIsCancelledByTheService() throws {
        let course = try Course(hasBegun: false)
        let service = course.clinic.service
        _ = try service.cancel(appointment: course.number(0), byPerson: true, in: course.then)
        _ = try service.cancel(appointment: course.number(1), byPerson: true, atLimit: .ends, in: course.then)
        let outcomes = try service.record(of: 5, in: course.then).appointments.map(\.attendance)
        #expect(outcomes == [.cancelledByPatient, .cancelledByPatient, .cancelledByProvider, .cancelledByProvider])
    }

    @Test("A clerk passes on no supervisor's word, but may ask for one")
    func aClerkAsks() throws {
        let course = try Course(hasBegun: false)
        let service = course.clinic.service
        _ = try service.addUser("Somebody Who Administers", .administrator, in: course.then)
        let number = try service.addUser("A Clerk", .scheduler, in: course.then)
        let clerk = BookingService.Context(now: course.then.now, author: Author(user: number, origin: "test"))
        _ = try service.cancel(appointment: course.number(0), byPerson: true, in: clerk)
        #expect(throws: BookingError.forbidden(.scheduler, .recordContact)) {
            _ = try service.cancel(appointment: course.number(1), byPerson: true, atLimit: .exception, in: clerk)
        }
        let asked = try service.cancel(appointment: course.number(1), byPerson: true, atLimit: .asks, in: clerk)
        #expect(asked.state == .inTreatment)
    }

    @Test("Want of contact ends an episode only when somebody says so (AT-4)")
    func wantOfContactAsks() throws {
        let course = try Course(hasBegun: true)
        let service = course.clinic.service
        _ = try service.attend(appointment: course.number(0), ContactRecord(.didNotAttend), in: course.then)
        #expect(throws: BookingError.endsWithoutContact(person: 5)) {
            _ = try service.answered(person: 5, madeContact: false, in: course.then)
        }
        let asked = try service.answered(person: 5, madeContact: false, atLimit: .asks, in: course.then)
        #expect(asked.state == .missedSession)
        #expect(try service.answered(person: 5, madeContact: false, atLimit: .ends, in: course.then).state == .closed)
    }
}
