import Allocation
import BookingAudit
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// A link books once, for a time, without an account, and shows nothing that says who it is for (BK-10).
@Suite struct LinkTests {
    private let clinic: SmallClinic
    private let secret = "a-secret-of-many-letters"

    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws {
        clinic = try SmallClinic {
            $0.people = []
            $0.changes = []
        }
    }

    private func waiting() throws -> Int64 { try clinic.waiting() }

    private func later(_ minutes: Int64) -> BookingService.Context {
        BookingService.Context(now: context.now + minutes)
    }

    @Test func aLinkBooksOnce() throws {
        let person = try waiting()
        let link = try service.issueLink(person: person, secret: secret, days: 3, in: context)
        let view = try service.open(link: secret, in: later(60))
        #expect(view.isStillFree && view.choices.first?.start == link.start)
        guard case .booked(let start, _) = try service.choose(link: secret, start: link.start, in: later(61)) else {
            Issue.record("it is free, and was not booked")
            return
        }
        #expect(start == link.start)
        let booked = try service.record(of: person, in: later(62)).appointments.map(\.placement.start)
        #expect(booked == [link.start])
        #expect(throws: BookingError.noSuchLink) { _ = try service.open(link: secret, in: later(63)) }
        #expect(throws: BookingError.noSuchLink) {
            _ = try service.choose(link: secret, start: link.start, in: later(63))
        }
        #expect(try service.verify().differences.isEmpty)
    }

    @Test func whatIsTakenIsAnsweredWithTheNextBest() throws {
        let person = try waiting()
        let link = try service.issueLink(person: person, secret: secret, days: 3, in: context)
        // Everybody who has that time is booked by others.
        while let taken = try service.open(link: secret, in: context).choices.first, taken.start == link.start {
            let other = try waiting()
            let slots = try service.offer(person: other, limit: 20, in: context).slots
            let slot = try #require(slots.first { $0.start == link.start })
            _ = try service.book(person: other, slot: slot.slot, in: context)
        }
        guard case .nextBest(let view) = try service.choose(link: secret, start: link.start, in: later(5)) else {
            Issue.record("a time that is taken was booked")
            return
        }
        #expect(!view.isStillFree)
        let next = try #require(view.choices.first)
        guard case .booked(let start, _) = try service.choose(link: secret, start: next.start, in: later(6)) else {
            Issue.record("the next best was shown, and not booked")
            return
        }
        #expect(start == next.start)
    }

    @Test func aLinkExpiresAndIsReplaced() throws {
        let person = try waiting()
        _ = try service.issueLink(person: person, secret: secret, days: 1, in: context)
        #expect(throws: BookingError.noSuchLink) { _ = try service.open(link: secret, in: later(1440)) }
        _ = try service.issueLink(person: person, secret: secret + "2", days: 3, in: later(1441))
        _ = try service.issueLink(person: person, secret: secret + "3", days: 3, in: later(1442))
        #expect(throws: BookingError.noSuchLink) { _ = try service.open(link: secret + "2", in: later(1443)) }
        #expect(try !service.open(link: secret + "3", in: later(1443)).choices.isEmpty)
    }

    @Test func theStoreKeepsNoSecretAndTheViewNoName() throws {
        let person = try waiting()
        _ = try service.issueLink(person: person, secret: secret, days: 3, in: context)
        let log = try RawFile(clinic.path).texts("SELECT payload FROM log UNION SELECT digest FROM links")
        #expect(!log.contains { $0.contains(secret) })
        let view = try service.open(link: secret, in: later(1))
        #expect(!"\(view)".contains("Invented") && !"\(view)".contains("Clinician"))
        let looks = try service.record(of: person, in: later(2)).accesses
        #expect(looks.contains { $0.what == "link" && $0.by.origin == "link" })
    }

    /// Whoever refers themselves as urgent stands on the duty worker's list of that day (BK-11, RF-3).
    @Test func urgentReferralsAreCalledToday() throws {
        var referral = ServiceFixture.referral(0, traits: 1, at: context.now)
        referral.isUrgent = true
        let person = try service.refer(referral, Identity(name: "Somebody Invented"), in: context).person
        let tasks = try service.tasks(dueBy: context.now.day, in: context)
        #expect(tasks.contains { $0.kind == .dutyCall && $0.person == person })
    }

    /// What anybody may see counts in fives, and says nothing of a few (IG-6, EQ-1).
    @Test func thePublicSeesNoSmallNumbers() throws {
        for _ in 0..<4 { _ = try waiting() }
        #expect(try service.publicMeasures(in: context)[0].waitingFirstAppointment == nil)
        for _ in 0..<3 { _ = try waiting() }
        #expect(try service.publicMeasures(in: context)[0].waitingFirstAppointment == 5)
    }
}
