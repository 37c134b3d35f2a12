import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// The way from the referral to the end of the first appointment, at the desk.
@Suite struct FrontDoorRuleTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws { clinic = try SmallClinic { $0.people = [] } }

    private func refer(_ change: (inout Referral) -> Void = { _ in }) throws -> Int64 {
        var referral = ServiceFixture.referral(0, traits: 1, at: context.now)
        change(&referral)
        return try service.refer(referral, Identity(name: "Somebody Invented"), in: context).person
    }

    private func tasks(_ kind: TaskKind, _ context: BookingService.Context) throws -> [OpenTask] {
        try service.tasks(in: context).filter { $0.kind == kind }
    }

    /// What became of somebody who waits for a first appointment at step 2, and was seen.
    private func assessed(
        _ person: Int64, _ change: (inout ContactRecord) -> Void
    ) throws -> (episode: Episode, context: BookingService.Context) {
        let best = try #require(service.offer(person: person, in: context).slots.first)
        let booked = try service.book(person: person, slot: best.slot, in: context)
        let seen = BookingService.Context(now: best.start)
        var contact = ContactRecord(.attendedOnTime)
        change(&contact)
        _ = try service.attend(appointment: booked.appointment, contact, in: seen)
        return (try service.record(of: person, in: seen).person.episode, seen)
    }

    @Test("RF-1: whoever refers is kept with the referral", arguments: ReferralSource.allCases)
    func whoRefers(source: ReferralSource) throws {
        let person = try refer { $0.source = source }
        let other = BookingService(try BookingStore.open(at: clinic.path), policy: ServiceFixture.policy)
        #expect(try other.record(of: person, in: context).person.referral.source == source)
    }

    struct Screened: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var screen: Screen
        var state: EpisodeState
        var step = Step.low
        var reason: EndReason?
    }

    static let screened = [
        Screened(testDescription: "RF-4 to step 2", screen: Screen(person: 0), state: .awaitingContact),
        Screened(
            testDescription: "RF-4 RF-5 what looks like step 3 is assessed there",
            screen: Screen(person: 0, looksLikeHighIntensity: true), state: .awaitingContact, step: .high),
        Screened(
            testDescription: "RF-7 an exclusion", screen: Screen(person: 0, isExcluded: true), state: .closed,
            reason: .notSuitable),
        Screened(
            testDescription: "RF-9 another kind of help instead", screen: Screen(person: 0, isDiverted: true),
            state: .closed, reason: .diverted),
        Screened(
            testDescription: "RF-7 goes before RF-9", screen: Screen(person: 0, isExcluded: true, isDiverted: true),
            state: .closed, reason: .notSuitable),
    ]

    @Test("RF-4, RF-7, RF-9: each referral goes to a step, or elsewhere with a letter", arguments: screened)
    func screening(line: Screened) throws {
        var screen = line.screen
        screen.person = try refer()
        #expect(try service.perform(screen, in: context).state == line.state)
        let episode = try service.record(of: screen.person, in: context).person.episode
        #expect(episode.step == line.step && (line.reason == nil || episode.endReason == line.reason))
        #expect(try tasks(.dischargeLetter, context).map(\.person) == (line.state == .closed ? [screen.person] : []))
    }

    @Test("RF-14: whoever moves in from another list keeps the clock", arguments: [0, 20, 60])
    func movesIn(days: Int32) throws {
        let person = try clinic.waiting(daysAgo: Int64(days))
        let entry = try #require(service.waitingList(in: context).first { $0.person == person })
        #expect(entry.due == context.now.day - days + 28 && entry.days == Int(days))
        #expect(entry.isOverdue == (days > 28))
    }

    @Test(
        "FA-1, PR-1: the first appointment is due within 28 days, within 14 of perinatal people",
        arguments: Known.allCases)
    func firstAppointmentsAreDue(perinatal: Known) throws {
        let person = try clinic.waiting(daysAgo: 3) { $0.perinatal = perinatal }
        let days: Int32 = perinatal == .yes ? 14 : 28
        #expect(try service.offer(person: person, in: context).due == context.now.day - 3 + days)
    }

    struct Outcome: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var end: EndReason?
        var step: Step?
        var isSignposted = false
    }

    static let outcomes = [
        Outcome(testDescription: "FA-3 advice", end: .adviceOnly),
        Outcome(testDescription: "FA-3 ST-3 signposted within a week", end: .signposted, isSignposted: true),
        Outcome(testDescription: "ST-3 referred on within a week", end: .referredOn, isSignposted: true),
        Outcome(testDescription: "FA-3 declines", end: .declinedTreatment),
        Outcome(testDescription: "FA-3 treatment at step 2", step: .low),
        Outcome(testDescription: "ST-5 straight to step 3", step: .high),
    ]

    @Test("FA-3, ST-3, ST-5: what comes of a first appointment", arguments: outcomes)
    func whatComesOfIt(outcome: Outcome) throws {
        let person = try clinic.waiting()
        let (episode, seen) = try assessed(person) {
            $0.end = outcome.end
            $0.step = outcome.step
        }
        if let end = outcome.end {
            #expect(episode.state == .closed && episode.endReason == end)
        } else {
            #expect(episode.state == .waitingTreatment && episode.step == outcome.step)
        }
        let due = try tasks(.signpost, seen).map(\.due.day)
        #expect(due == (outcome.isSignposted ? [seen.now.day + 7] : []))
    }

    @Test(
        "FA-3, KP-5: an assessment is the first treatment contact where treatment began in it",
        arguments: [true, false])
    func treatmentBegins(began: Bool) throws {
        let person = try clinic.waiting()
        let (episode, _) = try assessed(person) { $0.treatmentBegan = began }
        #expect(episode.treatmentContacts == (began ? 1 : 0))
        #expect((episode.firstTreatment == Episode.never) != began)
    }

    @Test(
        "FA-4: who misses the first appointment and makes no contact has left; who does is booked again",
        arguments: [true, false])
    func firstAppointmentMissed(madeContact: Bool) throws {
        let person = try clinic.waiting()
        let best = try #require(service.offer(person: person, in: context).slots.first)
        let booked = try service.book(person: person, slot: best.slot, in: context)
        let then = BookingService.Context(now: best.start)
        let missed = try service.attend(appointment: booked.appointment, ContactRecord(.didNotAttend), in: then)
        let until = try #require(missed.nextActionDue)
        #expect(missed.state == .missedFirstAppointment && until > then.now)
        let after = BookingService.Context(now: until + 60)
        let state = try service.answered(person: person, madeContact: madeContact, atLimit: .ends, in: after).state
        #expect(state == (madeContact ? .waitingFirstAppointment : .closed))
        let episode = try service.record(of: person, in: after).person.episode
        if !madeContact { #expect(episode.endReason == .missedFirstAppointment) }
    }

    @Test("FA-6: who would wait beyond the promise is written to once, with the practice", arguments: [0, 40])
    func waitsAreWrittenOf(daysAgo: Int64) throws {
        let person = try clinic.waiting(daysAgo: daysAgo)
        for _ in 0..<2 { _ = try service.allocate(team: 0, in: context) }
        let known = try service.record(of: person, in: context)
        let letters = known.entries.filter { $0.event.words.contains("wait letter") }
        #expect(letters.count == (daysAgo > 28 ? 1 : 0) && known.person.facts.toldOfWait == (daysAgo > 28))
    }

    @Test("RF-3: an urgent referral is for the duty worker of the day")
    func urgent() throws {
        let person = try refer { $0.isUrgent = true }
        #expect(try tasks(.dutyCall, context).map(\.person) == [person])
    }
}
