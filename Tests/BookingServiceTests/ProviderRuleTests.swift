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
        let state = try clinic.service.cancel(appointment: session.appointment, byPerson: true, in: then)
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
        let other = try clinic.service.refer(referral, Identity(name: "Somebody Else"), in: clinic.context)
        let sent = try clinic.service.screen(person: other, ScreeningFacts(), in: clinic.context)
        #expect(sent.state == .closed)
        #expect(try episode(other, clinic).endReason == .signposted)
        referral.matrix.substanceUse = .medium
        let stays = try clinic.service.refer(referral, Identity(name: "Somebody Invented"), in: clinic.context)
        #expect(
            try clinic.service.screen(person: stays, ScreeningFacts(), in: clinic.context).state == .awaitingContact)
        #expect(try tasks(clinic).contains("welcome-message \(clinic.context.now + 48 * 60)"))
        let session = try inTreatment(5, clinic)
        let isAhead = session.start - 48 * 60 > clinic.context.now
        #expect(try tasks(clinic).contains("confirmed-or-cancel \(session.start - 48 * 60)") == isAhead)
    }
}
