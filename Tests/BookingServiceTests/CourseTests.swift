import Allocation
import BookingAudit
import BookingStore
import CareModel
import Diaries
import Testing

@testable import BookingService

/// A whole course is booked with one clinician, and is one thing from then on (BK-2).
@Suite struct CourseTests {
    private let clinic: SmallClinic

    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }
    private var monday: CivilDay { clinic.monday }

    init() throws {
        let monday = ServiceFixture.mondays[0]
        clinic = try SmallClinic {
            $0.changes = [
                .absent(clinician: 0, first: monday + 14, last: monday + 20, .leave),
                .absent(clinician: 1, first: monday + 14, last: monday + 20, .leave),
            ]
        }
    }

    /// Somebody of the list for treatment at step 2, with the first session booked.
    private func inTreatment() throws -> Int64 {
        let person: Int64 = 5
        let best = try #require(service.offer(person: person, in: context).slots.first)
        _ = try service.book(person: person, slot: best.slot, in: context)
        return person
    }

    private func starts(_ course: CourseReply) -> [CivilMinute] { course.sessions.map(\.start) }

    private func standing(
        _ person: Int64, _ then: BookingService.Context? = nil
    ) throws -> [AppointmentRecord] {
        try service.record(of: person, in: then ?? context).appointments
            .filter { $0.status == .standing && $0.attendance == nil }
    }

    private func digestFault(_ now: CivilMinute) throws -> String? {
        try service.runUnanswered(BookingService.Context(now: now)) { step in
            let anew = try ServiceLoader(reader: step.writer, policy: ServiceFixture.policy, now: now).load()
            return anew.desk.laterSessions == step.box.desk.laterSessions
                && anew.appointments == step.box.appointments ? nil : "later sessions differ after a reload"
        }
    }

    @Test func leaveMovesASessionByAWeekAndSaysSo() throws {
        let person = try inTreatment()
        let course = try service.course(person: person, sessions: 4, in: context)
        #expect(course.sessions.count == 4 && course.missing == 0)
        #expect(course.sessions.allSatisfy { $0.appointment != nil })
        // The first is in time that was released; the others are in time for sessions, always at the same hour.
        #expect(Set(starts(course).dropFirst().map(\.minuteOfDay)).count == 1)
        for (one, next) in zip(course.sessions, course.sessions.dropFirst()) {
            #expect(next.start.day - one.start.day >= 5)
        }
        let moved = course.sessions.filter { $0.why.contains("moved by 1 week: the clinician is away on") }
        #expect(moved.count == 1)
        #expect(course.sessions.allSatisfy { !(monday + 14...monday + 20).contains($0.start.day) })
        #expect(try standing(person).map(\.placement.start) == starts(course))
        #expect(try digestFault(context.now) == nil)
    }

    @Test func aProposalBooksNothing() throws {
        let person = try inTreatment()
        let proposed = try service.course(person: person, sessions: 4, books: false, in: context)
        #expect(try standing(person).count == 1)
        #expect(proposed.sessions.dropFirst().allSatisfy { $0.appointment == nil })
        #expect(starts(try service.course(person: person, sessions: 4, in: context)) == starts(proposed))
    }

    @Test func theCourseGoesOnWithItsNextSession() throws {
        let person = try inTreatment()
        let course = try service.course(person: person, sessions: 3, in: context)
        let numbers = course.sessions.compactMap(\.appointment)
        for (place, session) in course.sessions.enumerated() {
            let then = BookingService.Context(now: session.start)
            var contact = ContactRecord(.attendedOnTime)
            contact.next = place == 2 ? .completed : .goesOn
            let state = try service.attend(appointment: numbers[place], contact, in: then)
            #expect(state.appointment == (place == 2 ? 0 : numbers[place + 1]))
            #expect(try digestFault(session.start) == nil)
        }
    }

    @Test func theEndOfACourseFreesWhatWasBookedOfIt() throws {
        let person = try inTreatment()
        let course = try service.course(person: person, sessions: 4, in: context)
        let then = BookingService.Context(now: course.sessions[0].start)
        var contact = ContactRecord(.attendedOnTime)
        contact.next = .completed
        let first = try #require(course.sessions[0].appointment)
        _ = try service.attend(appointment: first, contact, in: then)
        #expect(try standing(person, then).isEmpty)
        let cancelled = try service.record(of: person, in: then).appointments.filter { $0.status == .cancelled }
        #expect(cancelled.count == 3 && cancelled.allSatisfy { $0.attendance == .cancelledByProvider })
        #expect(try service.verify().differences.isEmpty)
    }

    @Test func aLaterSessionIsMovedAndCancelledAlone() throws {
        let person = try inTreatment()
        let course = try service.course(person: person, sessions: 3, in: context)
        let last = course.sessions[2]
        let slot = SlotOffer(
            clinician: try #require(standing(person).first).placement.clinician,
            start: CivilMinute(day: last.start.day + 7, minuteOfDay: last.start.minuteOfDay), minutes: 0, reasons: [])
        let number = try #require(last.appointment)
        let moved = try service.reschedule(appointment: number, to: slot, byPerson: true, in: context)
        #expect(moved.start == slot.start)
        #expect(try standing(person).map(\.placement.start) == [starts(course)[0], starts(course)[1], slot.start])
        _ = try service.cancel(appointment: moved.appointment, byPerson: true, in: context)
        #expect(try standing(person).map(\.placement.start) == Array(starts(course).prefix(2)))
        #expect(try digestFault(context.now) == nil)
    }

    @Test func theNextSessionIsNotMovedBehindALaterOne() throws {
        let person = try inTreatment()
        let course = try service.course(person: person, sessions: 3, in: context)
        let number = try #require(course.sessions[0].appointment)
        let slot = SlotOffer(
            clinician: try #require(standing(person).first).placement.clinician,
            start: CivilMinute(day: starts(course)[2].day + 7, minuteOfDay: starts(course)[2].minuteOfDay), minutes: 0,
            reasons: [])
        #expect(throws: BookingError.refused([.outOfOrder])) {
            _ = try service.reschedule(appointment: number, to: slot, byPerson: true, in: context)
        }
    }

    @Test func whoMissesASessionMayComeToTheNext() throws {
        let person = try inTreatment()
        let course = try service.course(person: person, sessions: 3, in: context)
        let numbers = course.sessions.compactMap(\.appointment)
        let missed = BookingService.Context(now: course.sessions[0].start)
        _ = try service.attend(appointment: numbers[0], ContactRecord(.didNotAttend), in: missed)
        #expect(try digestFault(missed.now) == nil)
        let came = BookingService.Context(now: course.sessions[1].start)
        let state = try service.attend(appointment: numbers[1], ContactRecord(.attendedOnTime), in: came)
        #expect(state.state == .inTreatment && state.appointment == numbers[2])
    }

    @Test func anAbsenceTakesItsDaysOutOfACourse() throws {
        let person = try inTreatment()
        let course = try service.course(person: person, sessions: 4, in: context)
        let clinician = try #require(standing(person).first).placement.clinician
        let day = course.sessions[1].start.day
        let affected = try service.absent(clinician: clinician, first: day, last: day, .sickness, in: context)
        #expect(affected.map(\.start) == [course.sessions[1].start])
        #expect(affected.first?.goesOnAt == course.sessions[0].start)
        var left = starts(course)
        left.remove(at: 1)
        #expect(try standing(person).map(\.placement.start) == left)
    }
}
