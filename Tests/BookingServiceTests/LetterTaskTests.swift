import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// Letters, alerts and reviews that follow from contacts, each with its day (BK-12, AT-4).
@Suite struct LetterTaskTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }

    init() throws {
        var policy = ServiceFixture.policy
        for team in policy.rules.indices {
            policy.rules[team].low.improvementReview = 1
            policy.rules[team].attendance.missesThatEnd = 0
        }
        clinic = try SmallClinic(policy: policy) { foundation in
            foundation.people[4].0.consents = [.practitionerLetter, .email]
        }
    }

    /// Person 5 has a session booked at step 2.
    private func booked(_ context: BookingService.Context) throws -> (appointment: Int64, start: CivilMinute) {
        let best = try #require(service.offer(person: 5, in: context).slots.first)
        return (try service.perform(Book(person: 5, slot: best.wanted), in: context).appointment, best.start)
    }

    private func attend(_ booked: (appointment: Int64, start: CivilMinute), _ contact: ContactRecord) throws {
        _ = try service.perform(
            Attend(appointment: booked.appointment, contact: contact), in: BookingService.Context(now: booked.start))
    }

    private func tasks(_ kind: TaskKind) throws -> [OpenTask] {
        try service.tasks(in: clinic.context).filter { $0.kind == kind }
    }

    @Test("BK-12: PHQ-9 item 9 at 3 is thought about within 48 hours; less is not asked about", arguments: 0...3)
    func lowMood(item: Int) throws {
        let session = try booked(clinic.context)
        var contact = ContactRecord(.attendedOnTime)
        contact.scores = Scores(depression: 14, anxiety: 9)
        contact.itemNine = UInt8(item)
        try attend(session, contact)
        let alerts = try tasks(.lowMoodAlert)
        #expect(alerts.count == (item == 3 ? 1 : 0))
        guard let alert = alerts.first else { return }
        #expect(alert.due == session.start + 48 * 60 && alert.clinicianName != nil)
        #expect(alert.about == "PHQ-9 item 9 scored 3 on \(session.start.day)")
        let story = try service.record(of: 5, in: clinic.context).entries.map(\.event.words)
        #expect(story.contains { $0.contains("low mood alert") && $0.contains("scored 3") })
    }

    @Test("BK-12: the answer to item 9 stands with the contact, until that is put right")
    func itemNineIsKept() throws {
        let clinic = try SmallClinic()
        let service = clinic.service
        let best = try #require(service.offer(person: 5, in: clinic.context).slots.first)
        let booked = try service.perform(Book(person: 5, slot: best.wanted), in: clinic.context)
        let seen = BookingService.Context(now: best.start)
        var contact = ContactRecord(.attendedOnTime)
        contact.scores = Scores(depression: 17, anxiety: 12)
        contact.itemNine = 2
        _ = try service.perform(Attend(appointment: booked.appointment, contact: contact), in: seen)
        func kept() throws -> UInt8? {
            try service.record(of: 5, in: seen).appointments.first { $0.appointment == booked.appointment }?.itemNine
        }
        #expect(try kept() == 2)
        let words = try service.record(of: 5, in: seen).entries.map(\.event.words)
        #expect(words.contains { $0.hasSuffix("PHQ-9 17, GAD-7 12, item 9 of PHQ-9 scored 2") }, "\(words)")
        // Other scores leave it; an outcome that was none takes it with it.
        var right = ContactRecord(.attendedOnTime)
        right.scores = Scores(depression: 16, anxiety: 12)
        _ = try service.correct(appointment: booked.appointment, right, why: "misread", in: seen)
        #expect(try kept() == 2)
        _ = try service.correct(appointment: booked.appointment, nil, why: "another person", in: seen)
        #expect(try kept() == nil)
        #expect(try service.verify().isSound)
    }

    @Test("BK-12: an item that cannot be, or of somebody who was not seen, is refused")
    func wrongItems() {
        var contact = ContactRecord(.attendedOnTime)
        contact.itemNine = 4
        #expect(contact.contradiction != nil)
        contact.itemNine = 3
        #expect(contact.contradiction == nil)
        contact.scores = Scores(depression: 2, anxiety: 0)
        #expect(contact.contradiction != nil)
        var missed = ContactRecord(.didNotAttend)
        missed.itemNine = 0
        #expect(missed.contradiction != nil)
    }

    @Test("BK-12: the practice has a letter with the scores in the middle of a course, with consent only")
    func progressLetter() throws {
        try attend(try booked(clinic.context), ContactRecord(.attendedOnTime))
        #expect(try tasks(.practiceProgressLetter).map(\.person) == [5])
        let other = try SmallClinic(policy: clinic.service.policy)
        let best = try #require(other.service.offer(person: 5, in: other.context).slots.first)
        let session = try other.service.perform(Book(person: 5, slot: best.wanted), in: other.context)
        _ = try other.service.perform(
            Attend(appointment: session.appointment, contact: ContactRecord(.attendedOnTime)),
            in: BookingService.Context(now: best.start))
        #expect(try other.service.tasks(in: other.context).allSatisfy { $0.kind != .practiceProgressLetter })
    }

    @Test("BK-12: whoever was seen is asked at the end how it was; nobody who has died, or was never seen")
    func questionnaire() throws {
        try attend(try booked(clinic.context), ContactRecord(.attendedOnTime))
        let later = BookingService.Context(now: clinic.context.now + 20 * 1440)
        _ = try service.perform(Discharge(person: 5, reason: .died), in: later)
        #expect(try tasks(.experienceQuestionnaire).isEmpty)
        let unseen = try clinic.waiting()
        _ = try service.perform(Discharge(person: unseen, reason: .notSuitable), in: later)
        #expect(try tasks(.experienceQuestionnaire).isEmpty)
        _ = try service.perform(Discharge(person: 3, reason: .withdrewWaitingTreatment), in: later)
        #expect(try tasks(.experienceQuestionnaire).map(\.person) == [3])
    }

    @Test("AT-4: risk is reviewed after each miss; discharge is discussed after contact and a second one")
    func secondMiss() throws {
        let first = try booked(clinic.context)
        try attend(first, ContactRecord(.didNotAttend))
        #expect(try tasks(.reviewRisk).count == 1 && tasks(.discussDischarge).isEmpty)
        let then = BookingService.Context(now: first.start + 1440)
        _ = try service.perform(MakeContact(person: 5), in: then)
        #expect(try service.record(of: 5, in: then).person.facts.returnedAfterMiss)
        let second = try booked(then)
        try attend(second, ContactRecord(.didNotAttend))
        // The risk was reviewed when they were in touch, and is to be after the second.
        #expect(try tasks(.reviewRisk).count == 1)
        #expect(try tasks(.discussDischarge).map(\.person) == [5])
        // Who was in touch again, and came, has not missed the next one.
        let later = BookingService.Context(now: second.start + 1440)
        _ = try service.perform(MakeContact(person: 5), in: later)
        #expect(try tasks(.discussDischarge).isEmpty)
        try attend(try booked(later), ContactRecord(.attendedOnTime))
        #expect(try !service.record(of: 5, in: later).person.facts.returnedAfterMiss)
        #expect(try service.verify().isSound)
    }
}
