import Allocation
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// Rules that scenarios switch on act at the booking desk as they do in the simulator.
@Suite struct ProviderRuleTests {
    private func clinic(_ change: (inout BookingRules) -> Void = { _ in }) throws -> SmallClinic {
        var policy = ServiceFixture.policy
        for team in policy.rules.indices { change(&policy.rules[team]) }
        return try SmallClinic(policy: policy)
    }

    /// Somebody of the list for treatment with the first session booked: 5 at step 2, 3 at step 3.
    private func inTreatment(_ person: Int64, _ clinic: SmallClinic) throws -> (appointment: Int64, start: CivilMinute)
    {
        let best = try #require(clinic.service.offer(person: person, in: clinic.context).slots.first)
        let booked = try clinic.service.book(person: person, slot: best.slot, in: clinic.context)
        return (booked.appointment, best.start)
    }

    private func episode(
        _ person: Int64, _ clinic: SmallClinic, at now: CivilMinute? = nil
    ) throws -> Episode {
        let context = now.map { BookingService.Context(now: $0) } ?? clinic.context
        return try clinic.service.record(of: person, in: context).person.episode
    }

    private func tasks(_ clinic: SmallClinic) throws -> [String] {
        try clinic.service.tasks(in: clinic.context).map { "\($0.kind) \($0.due)" }
    }

    @Test("ST-2: what is left of a course at step 3 is done at step 2")
    func stepDown() throws {
        let clinic = try clinic()
        let session = try inTreatment(3, clinic)
        var contact = ContactRecord(.attendedOnTime)
        contact.next = .stepDown
        let state = try clinic.service.attend(
            appointment: session.appointment, contact, in: BookingService.Context(now: session.start))
        #expect(state.state == .waitingTreatment)
        let after = try episode(3, clinic, at: session.start)
        #expect(after.step == .low && after.modality == .guidedSelfHelp && after.priority == .rebooking)
        #expect(try clinic.service.verify().isSound)
    }

    @Test("PO-8: a case is moved: first in line, the appointment cancelled by the service")
    func moveCase() throws {
        let clinic = try clinic()
        _ = try inTreatment(5, clinic)
        let state = try clinic.service.moveCase(person: 5, in: clinic.context)
        #expect(state.state == .waitingTreatment && state.appointment == 0)
        let record = try clinic.service.record(of: 5, in: clinic.context)
        #expect(record.person.episode.priority == .rebooking)
        #expect(record.appointments.map(\.attendance) == [.cancelledByProvider])
        #expect(throws: BookingError.self) { try clinic.service.moveCase(person: 5, in: clinic.context) }
        #expect(try clinic.service.verify().isSound)
    }

    @Test("AT-2: a cancellation with notice does not count, a late one does", arguments: [true, false])
    func lateCancellation(isLate: Bool) throws {
        let clinic = try clinic {
            $0.attendance.lateCancellationHours = 48
            $0.attendance.missesThatEnd = 1
        }
        let session = try inTreatment(5, clinic)
        let then = BookingService.Context(now: session.start - (isLate ? 47 : 48) * 60)
        if isLate {
            #expect(throws: BookingError.endsEpisode(person: 5, misses: 1)) {
                _ = try clinic.service.cancel(appointment: session.appointment, byPerson: true, in: then)
            }
        }
        let state = try clinic.service.cancel(
            appointment: session.appointment, byPerson: true, atLimit: .ends, in: then)
        #expect(state.state == (isLate ? .closed : .inTreatment))
    }

    @Test("AT-4: the 7-7 rule sets its messages and its sixteen days")
    func sevenSeven() throws {
        let clinic = try clinic { $0.attendance.missedContact = .sevenSeven }
        let session = try inTreatment(5, clinic)
        let then = BookingService.Context(now: session.start)
        let state = try clinic.service.attend(
            appointment: session.appointment, ContactRecord(.didNotAttend), in: then)
        #expect(state.state == .missedSession && state.nextActionDue?.day == session.start.day + 16)
        let due = try tasks(clinic)
        #expect(due.contains { $0.hasPrefix("message-with-discharge-date \((session.start.day + 7).start)") })
        #expect(due.contains { $0.hasPrefix("final-message \((session.start.day + 14).start)") })
    }

    @Test("TX-11: the second session needs a supervisor's word where extensions are asked for")
    func extensions() throws {
        let clinic = try clinic { $0.low.extensionBeforeSession = 2 }
        let session = try inTreatment(5, clinic)
        let then = BookingService.Context(now: session.start)
        var contact = ContactRecord(.attendedOnTime)
        #expect(throws: BookingError.self) {
            try clinic.service.attend(appointment: session.appointment, contact, in: then)
        }
        contact.exception = true
        let state = try clinic.service.attend(appointment: session.appointment, contact, in: then)
        #expect(state.state == .inTreatment)
    }

    @Test("RF-8, FA-7: the matrix sends people elsewhere; whoever stays is welcomed within its hours")
    func screening() throws {
        let clinic = try clinic {
            $0.screening.usesMatrix = true
            $0.contact.isByMessage = true
            $0.attendance.confirmationHours = 48
        }
        var referral = ServiceFixture.referral(0, traits: 1, at: clinic.context.now)
        referral.matrix.substanceUse = .high
        let other = try clinic.service.refer(referral, Identity(name: "Somebody Else"), in: clinic.context).person
        let sent = try clinic.service.screen(person: other, ScreeningFacts(), in: clinic.context)
        #expect(sent.state == .closed)
        #expect(try episode(other, clinic).endReason == .signposted)
        referral.matrix.substanceUse = .medium
        let stays = try clinic.service.refer(referral, Identity(name: "Somebody Invented"), in: clinic.context).person
        #expect(
            try clinic.service.screen(person: stays, ScreeningFacts(), in: clinic.context).state == .awaitingContact)
        #expect(try tasks(clinic).contains("welcome-message \(clinic.context.now + 48 * 60)"))
        let session = try inTreatment(5, clinic)
        let isAhead = session.start - 48 * 60 > clinic.context.now
        #expect(try tasks(clinic).contains("confirmed-or-cancel \(session.start - 48 * 60)") == isAhead)
    }

    @Test("FA-7, AT-2: what is not confirmed is cancelled with the notice of the last minute; what is, stands")
    func confirmations() throws {
        let clinic = try clinic {
            $0.attendance.confirmationHours = 24
            $0.attendance.lateCancellationHours = 24
            $0.attendance.missesThatEnd = 1
        }
        let (service, session) = (clinic.service, try inTreatment(5, clinic))
        let due = session.start - 24 * 60
        try #require(due > clinic.context.now)
        #expect(try service.cancelUnconfirmed(in: clinic.context).isEmpty)
        let late = BookingService.Context(now: due + 600)
        let other = try inTreatment(7, clinic)
        _ = try service.confirmed(appointment: other.appointment, in: clinic.context)
        #expect(throws: BookingError.self) {
            _ = try service.confirmed(appointment: other.appointment, in: clinic.context)
        }
        let cancelled = try service.cancelUnconfirmed(in: late)
        #expect(cancelled.map(\.person) == [5] && cancelled.map(\.state) == [.inTreatment])
        let record = try service.record(of: 5, in: late)
        #expect(record.appointments.last?.attendance == .cancelledByPatient && record.person.episode.missedCount == 0)
        #expect(try service.record(of: 7, in: late).appointments.last?.status == .standing)
        #expect(try service.cancelUnconfirmed(in: late).isEmpty)
        #expect(try service.verify().isSound)
    }

    @Test("ST-4: where scores decide, they say the step; a clinician may say another", arguments: [true, false])
    func stepsByScore(decides: Bool) throws {
        let clinic = try clinic { $0.stepsByScore = decides }
        let person = try clinic.waiting()
        let best = try #require(clinic.service.offer(person: person, in: clinic.context).slots.first)
        let booked = try clinic.service.book(person: person, slot: best.slot, in: clinic.context)
        var contact = ContactRecord(.attendedOnTime)
        contact.scores = Scores(depression: 16, anxiety: 9)
        let seen = BookingService.Context(now: best.start)
        _ = try clinic.service.attend(appointment: booked.appointment, contact, in: seen)
        let episode = try clinic.service.record(of: person, in: seen).person.episode
        #expect(episode.step == (decides ? .high : .low))
        #expect(episode.modality == (decides ? .cognitiveBehaviouralTherapy : .guidedSelfHelp))
    }

    @Test("ST-4, RF-9: below what step 2 treats nobody is treated without a word", arguments: [true, false])
    func belowStepTwo(decides: Bool) throws {
        let clinic = try clinic { $0.stepsByScore = decides }
        let person = try clinic.waiting()
        let best = try #require(clinic.service.offer(person: person, in: clinic.context).slots.first)
        let booked = try clinic.service.book(person: person, slot: best.slot, in: clinic.context)
        let seen = BookingService.Context(now: best.start)
        var contact = ContactRecord(.attendedOnTime)
        contact.scores = Scores(depression: 4, anxiety: 4)
        guard decides else {
            let state = try clinic.service.attend(appointment: booked.appointment, contact, in: seen).state
            #expect(state == .waitingTreatment)
            return
        }
        let refusal = #expect(throws: BookingError.self) {
            _ = try clinic.service.attend(appointment: booked.appointment, contact, in: seen)
        }
        #expect("\(try #require(refusal))".contains("--end advice-only"))
        contact.end = .adviceOnly
        #expect(try clinic.service.attend(appointment: booked.appointment, contact, in: seen).state == .closed)
        #expect(try episode(person, clinic, at: seen.now).endReason == .adviceOnly)
    }
}
