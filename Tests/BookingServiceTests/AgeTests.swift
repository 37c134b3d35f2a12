import Allocation
import BookingService
import BookingStore
import CareModel
import Testing

/// Under-18s are seen by clinicians who are trained for it, and only where the team sees people of their age (PR-4).
@Suite struct AgeTests {
    private func clinic(youngest: Int) throws -> SmallClinic {
        var policy = ServiceFixture.policy
        for team in policy.rules.indices { policy.rules[team].youngestAge = youngest }
        return try SmallClinic(policy: policy) { $0.people = [] }
    }

    private func identity(_ years: Int, _ clinic: SmallClinic) throws -> Identity {
        var identity = Identity(name: "Somebody Invented")
        let today = clinic.monday.date
        identity.dateOfBirth = CivilDay(year: today.year - years, month: today.month, day: today.day)
        return identity
    }

    private func refer(_ years: Int, _ clinic: SmallClinic) throws -> ReceivedReferral {
        let referral = ServiceFixture.referral(0, traits: 1, at: clinic.context.now)
        return try clinic.service.refer(referral, identity(years, clinic), in: clinic.context)
    }

    /// The date of birth says who is under 18, though nobody gave an age band: of the step-2 clinicians of the team
    /// only the second is trained.
    @Test func onlyWhoIsTrainedIsOffered() throws {
        let clinic = try clinic(youngest: 16)
        let (service, context) = (clinic.service, clinic.context)
        let young = try refer(17, clinic).person
        _ = try service.screen(person: young, ScreeningFacts(), in: context)
        _ = try service.contact(person: young, .wantsAppointment, in: context)
        let slots = try service.offer(person: young, limit: 60, in: context).slots
        #expect(!slots.isEmpty && slots.allSatisfy { $0.clinician == 1 })
        let slot = SlotOffer(
            clinician: 0, start: CivilMinute(day: clinic.monday + 4, minuteOfDay: 540), minutes: 0, reasons: [])
        let refusal = #expect(throws: BookingError.refused([.notForUnder18])) {
            _ = try service.book(person: young, slot: slot, reason: "agreed", in: context)
        }
        #expect("\(try #require(refusal))".contains("PR-4"))
        #expect(throws: BookingError.refused([.notForUnder18])) {
            _ = try service.hold(person: young, slot: slot, reason: "agreed", in: context)
        }
        let link = try service.issueLink(person: young, secret: "a secret of 16 letters", days: 2, in: context)
        let choices = try service.open(link: "a secret of 16 letters", in: context).choices
        #expect(link.link > 0 && !choices.isEmpty)
        #expect(Set(choices.map(\.start)).isSubset(of: Set(slots.map(\.start))))
        #expect(try service.allocate(team: 0, in: context).allSatisfy { $0.clinician == 1 })
        #expect(try service.verify().isSound)
    }

    @Test(
        arguments: [
            (14, 15, true), (16, 15, false), (16, 16, true), (17, 16, false), (18, 17, false), (18, 18, true),
        ])
    func theTeamsAgeLimit(youngest: Int, years: Int, isSeen: Bool) throws {
        let clinic = try clinic(youngest: youngest)
        let received = try refer(years, clinic)
        #expect(received.notes.contains { $0.contains("PR-4") } != isSeen)
        let standing = try clinic.service.screen(person: received.person, ScreeningFacts(), in: clinic.context)
        #expect(standing.state == (isSeen ? .awaitingContact : .closed))
        #expect((standing.note?.contains("younger than \(youngest)") ?? false) != isSeen)
        let record = try clinic.service.record(of: received.person, in: clinic.context)
        if !isSeen { #expect(record.person.episode.endReason == .signposted) }
        #expect(try clinic.service.verify().isSound)
    }

    /// A date of birth that is learned later counts too.
    @Test func aDateOfBirthThatIsLearnedLater() throws {
        let clinic = try clinic(youngest: 16)
        let (service, context) = (clinic.service, clinic.context)
        let person = try clinic.waiting()
        #expect(try service.offer(person: person, limit: 60, in: context).slots.contains { $0.clinician == 0 })
        var change = PersonChange()
        change.dateOfBirth = try identity(16, clinic).dateOfBirth
        _ = try service.change(person: person, change, in: context)
        #expect(try service.offer(person: person, limit: 60, in: context).slots.allSatisfy { $0.clinician == 1 })
        #expect(try service.verify().isSound)
    }
}
