import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// Scores stand with the contact at which they were taken, and with no other (TX-10).
@Suite struct ScoresTakenTests {
    @Test func aContactWithoutScoresHasNone() throws {
        let clinic = try SmallClinic {
            $0.people = []
            $0.changes = []
        }
        let person = try clinic.waiting()
        let first = try #require(clinic.service.offer(person: person, in: clinic.context).slots.first)
        let booked = try clinic.service.book(person: person, slot: first.slot, in: clinic.context)
        var assessed = ContactRecord(.attendedOnTime)
        assessed.scores = Scores(depression: 14, anxiety: 12)
        assessed.step = .low
        let then = BookingService.Context(now: first.start + 60)
        _ = try clinic.service.attend(appointment: booked.appointment, assessed, in: then)
        let next = try #require(clinic.service.offer(person: person, in: then).slots.first)
        let session = try clinic.service.book(person: person, slot: next.slot, in: then)
        let later = BookingService.Context(now: next.start + 60)
        _ = try clinic.service.attend(appointment: session.appointment, ContactRecord(.attendedOnTime), in: later)
        let known = try clinic.service.record(of: person, in: later)
        #expect(known.appointments.map(\.scores) == [assessed.scores, nil])
        #expect(known.person.facts.scores == assessed.scores)
    }
}
