import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel
import Testing

/// The log alone tells a person's story: what happened, by which event, with whom, and what was due.
///
/// Rosa Invented refers herself, is assessed, called while she waits, taken on, misses a session, cancels one, is
/// stepped up, and completes her course. All of it is read from the log, in the words of `service person`.
@Suite struct PersonStoryTests {
    private let clinic: SmallClinic
    private let rosa: Int64

    init() throws {
        clinic = try SmallClinic()
        var referral = ServiceFixture.referral(0, traits: 1, at: clinic.context.now)
        referral.source = .selfWeb
        rosa = try clinic.service.refer(referral, Identity(name: "Rosa Invented"), in: clinic.context).person
    }

    private func at(_ minute: CivilMinute) -> BookingService.Context { BookingService.Context(now: minute) }

    /// Books the best slot, and goes to its end.
    private func book(_ now: CivilMinute) throws -> (appointment: Int64, end: CivilMinute) {
        let best = try #require(try clinic.service.offer(person: rosa, in: at(now)).slots.first)
        let booked = try clinic.service.book(person: rosa, slot: best.slot, in: at(now))
        return (booked.appointment, best.start + Int64(best.slot.minutes))
    }

    private func seen(_ change: (inout ContactRecord) -> Void = { _ in }) -> ContactRecord {
        var contact = ContactRecord(.attendedOnTime)
        change(&contact)
        return contact
    }

    @Test func theLogTellsTheStory() throws {
        let service = clinic.service
        var now = clinic.context.now
        _ = try service.screen(person: rosa, ScreeningFacts(), in: at(now))
        _ = try service.contact(person: rosa, .notReached, in: at(now))
        _ = try service.contact(person: rosa, .wantsAppointment, in: at(now + 5 * 1440))
        var next = try book(now + 5 * 1440)
        let assessed = seen {
            $0.step = .low
            $0.scores = Scores(depression: 16, anxiety: 14)
        }
        _ = try service.attend(appointment: next.appointment, assessed, in: at(next.end))
        now = next.end + 14 * 1440
        let call = try service.bookCall(person: rosa, in: at(now)).appointment
        let start = try #require(try service.record(of: rosa, in: at(now)).appointments.last?.placement.start)
        now = start + 20
        _ = try service.attend(appointment: call, seen(), in: at(now))
        next = try book(now)
        _ = try service.attend(appointment: next.appointment, seen(), in: at(next.end))
        next = try book(next.end)
        _ = try service.attend(appointment: next.appointment, ContactRecord(.didNotAttend), in: at(next.end))
        _ = try service.answered(person: rosa, madeContact: true, in: at(next.end + 1440))
        next = try book(next.end + 1440)
        now = next.end - 3 * 1440
        _ = try service.cancel(
            appointment: next.appointment, byPerson: true, atLimit: .exception, why: "a child is ill", in: at(now))
        next = try book(now)
        _ = try service.attend(appointment: next.appointment, seen { $0.next = .stepUp }, in: at(next.end))
        _ = try service.agreeStepUp(person: rosa, in: at(next.end + 1440))
        next = try book(next.end + 1440)
        _ = try service.attend(appointment: next.appointment, seen { $0.next = .completed }, in: at(next.end))
        let record = try service.record(of: rosa, in: at(next.end))
        let names = record.names
        let story = record.entries.map { "\($0.at) \(names.user($0.by.user)): \($0.event.words(names))" }
        #expect(story == PersonStory.lines, "\(story.joined(separator: "\n"))")
        #expect(try service.verify().isSound)
    }

    /// No event of a new entry is left out: by which an episode moved, or which entry it puts right.
    @Test func everyMoveHasItsEvent() throws {
        _ = try clinic.service.screen(person: rosa, ScreeningFacts(), isDiverted: true, in: clinic.context)
        _ = try clinic.service.reopen(person: rosa, in: clinic.context)
        let moves = try clinic.service.record(of: rosa, in: clinic.context).entries.compactMap { entry in
            if case .episodeMoved(let moved) = entry.event { moved } else { nil }
        }
        #expect(moves.map(\.event) == [.closed(.diverted), nil])
        #expect(moves.last?.undoes != nil)
    }
}
