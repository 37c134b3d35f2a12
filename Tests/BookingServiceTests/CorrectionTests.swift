import Allocation
import BookingAudit
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// A wrong outcome is put right by an entry, with everything that followed from it (BK-4).
@Suite struct CorrectionTests {
    private let clinic: SmallClinic

    private var service: BookingService { clinic.service }

    init() throws { clinic = try SmallClinic { $0.changes = [] } }

    /// Somebody with a course of four sessions; the first begins at the minute.
    private func course(_ person: Int64 = 5) throws -> (sessions: [CourseSession], then: BookingService.Context) {
        let best = try #require(service.offer(person: person, in: clinic.context).slots.first)
        _ = try service.book(person: person, slot: best.slot, in: clinic.context)
        let sessions = try service.course(person: person, sessions: 4, in: clinic.context).sessions
        return (sessions, BookingService.Context(now: sessions[0].start + 10))
    }

    /// What is true of a person, but for the numbers of tasks and messages.
    private func truth(_ service: BookingService, _ person: Int64, _ then: BookingService.Context) throws -> String {
        let record = try service.record(of: person, in: then)
        let booked = record.appointments.filter { $0.status != .undone }
            .map { "\($0.appointment) \($0.status) \(String(describing: $0.attendance))" }
        let tasks = try service.tasks(in: then).filter { $0.person == person }.map { "\($0.kind) \($0.due)" }.sorted()
        return "\(StoredEpisode(record.person.episode)) \(record.person.facts) \(booked) \(tasks)"
    }

    private func record(_ attendance: Attendance, _ next: ContactRecord.NextStep? = nil) -> ContactRecord {
        var record = ContactRecord(attendance)
        record.next = next
        if attendance.wasSeen { record.scores = Scores(depression: 9, anxiety: 7) }
        return record
    }

    /// Every outcome of a session, put right to every other, ends where the right one ends at first.
    @Test func everyOutcomeCanBecomeEveryOther() throws {
        let outcomes = [
            record(.attendedOnTime), record(.attendedLate), record(.didNotAttend), record(.arrivedTooLate),
            record(.attendedOnTime, .completed), record(.attendedOnTime, .stops), record(.attendedOnTime, .stepUp),
        ]
        for wrong in outcomes {
            for right in outcomes where wrong != right {
                // Scores and lateness alone leave what was agreed as it is.
                guard wrong.next == nil || right.next != nil || !right.attendance.wasSeen else { continue }
                let (one, other) = (try CorrectionTests(), try CorrectionTests())
                let (sessions, then) = try one.course()
                _ = try other.course()
                let number = try #require(sessions[0].appointment)
                _ = try one.service.attend(appointment: number, wrong, in: then)
                _ = try one.service.correct(appointment: number, right, why: "a slip", in: then)
                _ = try other.service.attend(appointment: number, right, in: then)
                #expect(
                    try one.truth(one.service, 5, then) == other.truth(other.service, 5, then), "\(wrong) to \(right)")
                let report = try one.service.verify()
                #expect(report.isSound)
                #expect(try Auditor.faults(in: one.clinic.path).isEmpty)
            }
        }
    }

    @Test func anUndoneOutcomeLeavesTheAppointmentWithoutOne() throws {
        let (sessions, then) = try course()
        let number = try #require(sessions[0].appointment)
        let before = try truth(service, 5, then)
        for wrong in [record(.didNotAttend), record(.attendedOnTime, .completed), record(.attendedOnTime)] {
            _ = try service.attend(appointment: number, wrong, in: then)
            _ = try service.correct(appointment: number, nil, in: then)
            #expect(try truth(service, 5, then) == before)
        }
        #expect(throws: BookingError.nothingToCorrect(number)) {
            _ = try service.correct(appointment: number, nil, in: then)
        }
    }

    @Test func whatDependsOnItIsCorrectedFirst() throws {
        let (sessions, _) = try course()
        let numbers = sessions.compactMap(\.appointment)
        let then = BookingService.Context(now: sessions[1].start + 10)
        _ = try service.attend(appointment: numbers[0], record(.attendedOnTime), in: then)
        _ = try service.attend(appointment: numbers[1], record(.attendedOnTime), in: then)
        let entries = try service.record(of: 5, in: then).entries.count
        do {
            _ = try service.correct(appointment: numbers[0], record(.didNotAttend), in: then)
            Issue.record("an outcome was undone on which another depends")
        } catch BookingError.dependsOn(let what) {
            #expect(what.contains("appointment \(numbers[1])"))
        }
        #expect(try service.record(of: 5, in: then).entries.count == entries)
        _ = try service.correct(appointment: numbers[1], nil, in: then)
        _ = try service.correct(appointment: numbers[0], record(.didNotAttend), in: then)
        let state = try service.attend(appointment: numbers[1], record(.attendedOnTime), in: then)
        #expect(state.state == .inTreatment)
        #expect(try service.record(of: 5, in: then).person.episode.missedCount == 1)
    }

    @Test func scoresAndLatenessCanBePutRightAtAnyTime() throws {
        let (sessions, then) = try course()
        let number = try #require(sessions[0].appointment)
        _ = try service.attend(appointment: number, record(.attendedOnTime, .completed), in: then)
        var right = ContactRecord(.attendedLate)
        right.scores = Scores(depression: 4, anxiety: 3)
        let reply = try service.correct(appointment: number, right, in: then)
        #expect(reply.state.state == .closed)
        let known = try service.record(of: 5, in: then)
        #expect(known.person.facts.scores == Scores(depression: 4, anxiety: 3))
        #expect(known.appointments[0].attendance == .attendedLate && known.appointments[0].scores == right.scores)
        _ = try service.correct(appointment: number, record(.didNotAttend), in: then)
        #expect(try service.record(of: 5, in: then).person.episode.state == .missedSession)
        #expect(try service.verify().isSound)
    }

    @Test func anEndThatWasAMistakeIsTakenBack() throws {
        let (_, then) = try course()
        let early = clinic.context
        let before = try truth(service, 5, early)
        _ = try service.discharge(person: 5, .stoppedEarly, in: early)
        let reply = try service.reopen(person: 5, why: "another person", in: early)
        #expect(reply.restored.count == 4 && reply.lost.isEmpty)
        #expect(try truth(service, 5, early) == before)
        #expect(throws: BookingError.self) { _ = try service.reopen(person: 5, in: early) }
        #expect(try service.verify().isSound && then.now > early.now)
    }

    @Test func aCancellationIsUndoneIfItsTimeIsFree() throws {
        let (sessions, _) = try course()
        let numbers = sessions.compactMap(\.appointment)
        let before = try truth(service, 5, clinic.context)
        for number in [numbers[0], numbers[2]] {
            _ = try service.cancel(appointment: number, byPerson: true, in: clinic.context)
            let reply = try service.correct(appointment: number, nil, in: clinic.context)
            #expect(reply.restored == [number])
            #expect(try truth(service, 5, clinic.context) == before)
        }
        #expect(try service.verify().isSound)
    }
}
