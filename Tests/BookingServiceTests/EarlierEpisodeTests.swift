import Allocation
import BookingService
import BookingStore
import CareModel
import Testing

/// Whoever comes back is known (TX-14): the same person in a new episode, with the courses of before.
@Suite struct EarlierEpisodeTests {
    private let clinic: SmallClinic
    private let ann: Identity

    init() throws {
        clinic = try SmallClinic(policy: Self.policy)
        ann = {
            var identity = Identity(name: "Ann Invented")
            identity.nhsNumber = "9434765919"
            return identity
        }()
    }

    private static var policy: ServicePolicy { ServiceFixture.policy }

    private func at(_ minute: CivilMinute) -> BookingService.Context { BookingService.Context(now: minute) }

    /// Books the best slot, and records at its end that the person was seen.
    private func seen(
        _ person: Int64, _ now: CivilMinute, _ change: (inout ContactRecord) -> Void = { _ in }
    ) throws -> CivilMinute {
        let best = try #require(try clinic.service.offer(person: person, in: at(now)).slots.first)
        let booked = try clinic.service.book(person: person, slot: best.slot, in: at(now))
        var contact = ContactRecord(.attendedOnTime)
        change(&contact)
        let end = best.start + Int64(best.slot.minutes)
        _ = try clinic.service.attend(appointment: booked.appointment, contact, in: at(end))
        return end
    }

    /// A course of Ann's that is finished while she is still a case.
    private func course(_ received: CivilMinute) throws -> (person: Int64, end: CivilMinute) {
        let service = clinic.service
        let referral = ServiceFixture.referral(0, traits: 1, at: received)
        let person = try service.refer(referral, ann, in: at(received)).person
        _ = try service.screen(person: person, ScreeningFacts(), in: at(received))
        _ = try service.contact(person: person, .wantsAppointment, in: at(received))
        var now = try seen(person, received) {
            $0.step = .low
            $0.scores = Scores(depression: 18, anxiety: 15)
        }
        now = try seen(person, now) {
            $0.scores = Scores(depression: 17, anxiety: 14)
            $0.next = .completed
        }
        return (person, now)
    }

    @Test func theCoursesOfBeforeAreCounted() throws {
        let service = clinic.service
        let first = try course(clinic.context.now)
        let received = first.end + 30 * 1440
        let referral = ServiceFixture.referral(0, traits: 1, at: received)
        let second = try service.refer(referral, ann, in: at(received))
        #expect(second.earlier == first.person)
        let before = try #require(second.before?.first)
        #expect(second.before?.count == 1 && before.person == first.person && before.isFinishedCourse)
        #expect(before.contacts == 2 && before.isStillCase == true && before.reason == .completed)
        #expect(before.received == clinic.context.now.day && before.ended == first.end.day)
        let record = try service.record(of: second.person, in: at(received))
        #expect(record.before == [before])
        // What did not help here counts in the referral matrix (RF-8).
        #expect(record.person.referral.matrix.earlierInterventions == .medium)
        #expect(EarlierEpisode.words([before]).hasPrefix("Was here before: 1 earlier episode, 1 finished course."))
        // A forecast starts with the same (IG-2).
        let known = try #require(
            service.snapshot(in: at(received)).people.first { $0.key == UInt64(second.person) })
        #expect(known.history == PersonHistory(episodes: 1, courses: 1, unhelpful: 1, minutes: 0))
        #expect(try service.verify().isSound)
    }

    @Test func whatTheReferralSaysOfEarlierHelpIsKept() throws {
        let first = try course(clinic.context.now)
        var referral = ServiceFixture.referral(0, traits: 1, at: first.end)
        referral.matrix.earlierInterventions = .low
        let second = try clinic.service.refer(referral, ann, in: at(first.end)).person
        let record = try clinic.service.record(of: second, in: at(first.end))
        #expect(record.person.referral.matrix.earlierInterventions == .low)
    }

    @Test func aNumberThatIsAddedLaterMakesThemKnown() throws {
        let first = try course(clinic.context.now)
        let service = clinic.service
        let referral = ServiceFixture.referral(0, traits: 1, at: first.end)
        let second = try service.refer(referral, Identity(name: "A. Invented"), in: at(first.end))
        #expect(second.before == [])
        var change = PersonChange()
        change.nhsNumber = ann.nhsNumber
        _ = try service.change(person: second.person, change, in: at(first.end))
        #expect(try service.record(of: second.person, in: at(first.end)).before.map(\.person) == [first.person])
    }

    /// KP-13: hours so far are known of whoever was seen here from the beginning.
    @Test func minutesOfContactAreKnown() throws {
        let service = clinic.service
        let person = try clinic.waiting("Ben Invented")
        let end = try seen(person, clinic.context.now) { $0.step = .low }
        let lengths = try service.record(of: person, in: at(end)).appointments.map(\.placement.minutes)
        let known = try #require(service.snapshot(in: at(end)).people.first { $0.key == UInt64(person) })
        #expect(lengths.count == 1 && known.history?.minutes == UInt16(lengths[0]))
    }
}
