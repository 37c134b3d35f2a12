import CareModel
import Diaries
import Testing

@testable import Allocation

/// CL-18: where people are allocated at referral, one clinician keeps a place for each, assesses and treats.
@Suite("One clinician from the referral on")
struct CaseAllocationTests {
    private let amber = FactDesk.amber

    private func desk(_ change: (inout BookingRules) -> Void = { _ in }) -> FactDesk {
        FactDesk {
            $0.allocation = .atReferral
            change(&$0)
        }
    }

    /// What follows from a fact, in words.
    private func words(_ desk: inout FactDesk, _ fact: DeskFact) -> [String] {
        desk.desk.hear(fact)
        let found = desk.desk.takeEffects().map(\.words)
        desk.desk.checkInvariants()
        return found
    }

    private func places(_ desk: borrowing FactDesk) -> [Int32] { desk.desk.capacity.clinicians.map(\.promised) }

    /// Brown, who was referred after Amber, is accepted too.
    private func acceptBrown(_ desk: inout FactDesk) -> [String] {
        desk.tell(.received(Referral(received: FactDesk.now, source: .selfWeb, team: 0), key: 2))
        return words(&desk, .screened(1, ScreeningFacts(), isDiverted: false))
    }

    @Test("Whoever is accepted has the clinician of the emptiest caseload, who keeps a place and writes first (FA-7)")
    func isAllocated() {
        var desk = desk { $0.contact.isByMessage = true }
        #expect(
            words(&desk, .screened(amber, ScreeningFacts(), isDiverted: false)) == [
                "moved: accepted(Step.low, PriorityClass.routine)", "allocated to 0",
                "task welcome-message 2026-11-25 10:00 of 0",
            ])
        #expect(acceptBrown(&desk).contains("allocated to 1"))
        #expect(places(desk) == [1, 1, 0])
        #expect(desk.desk.capacity.clinicians[0].headroom == 19)
    }

    @Test("From a shared list nobody is allocated, and no place is kept")
    func sharedList() {
        var desk = FactDesk()
        #expect(
            words(&desk, .screened(amber, ScreeningFacts(), isDiverted: false)) == [
                "moved: accepted(Step.low, PriorityClass.routine)"
            ])
        #expect(places(desk) == [0, 0, 0])
    }

    @Test("The first appointment is with the clinician who has the person; with another only for a reason")
    func firstAppointment() {
        var desk = desk()
        desk.reach()
        let own = FactDesk.slot(day: 7, 9, minutes: 50)
        let other = FactDesk.slot(day: 7, 9, minutes: 50, clinician: 1)
        #expect(desk.desk.refusals(of: own, for: 0, kind: .firstAppointment).isEmpty)
        #expect(desk.desk.refusals(of: other, for: 0, kind: .firstAppointment) == [.anotherClinician])
        #expect(BookingRefusal.anotherClinician.canBeOverridden)
        let offers = desk.desk.offers(for: 0, kind: .firstAppointment, limit: 10)
        #expect(!offers.slots.isEmpty && offers.slots.allSatisfy { $0.clinician == 0 })
        #expect(desk.desk.candidates(for: other, kinds: [.firstAppointment], limit: 5).isEmpty)
        #expect(desk.desk.candidates(for: own, kinds: [.firstAppointment], limit: 5) == [0])
    }

    @Test("What stands in the way of something sooner is that the person stays with one clinician")
    func continuityDelays() {
        var desk = desk()
        desk.reach()
        let away = FactDesk.now.day...(FactDesk.now.day + 20)
        desk.desk.hear(.absent(clinician: 0, first: away.lowerBound, last: away.upperBound, .leave))
        let offers = desk.desk.offers(for: 0, kind: .firstAppointment, limit: 3)
        #expect(offers.slots.first.map { $0.start.day > away.upperBound } == true)
        #expect(offers.delays.contains { $0.cause == .continuity && $0.without != nil })
    }

    @Test("The course is with the clinician who assessed, however full others are not")
    func course() {
        var desk = desk()
        desk.assess()
        #expect(places(desk) == [1, 0, 0])
        let (own, other) = (
            FactDesk.slot(day: 14, 9, minutes: 30), FactDesk.slot(day: 14, 9, minutes: 30, clinician: 1)
        )
        #expect(desk.desk.refusals(of: own, for: 0, kind: .treatment).isEmpty)
        #expect(desk.desk.refusals(of: other, for: 0, kind: .treatment) == [.anotherClinician])
        desk.desk.booksByItself = true
        let found = words(&desk, .bookingRound(team: 0))
        #expect(found.contains("taken on by 0"))
        #expect(places(desk) == [0, 0, 0] && desk.desk.caseloadMembers[0] == [0])
    }

    @Test("A caseload that the kept places fill takes nobody else, and takes on whoever has a place")
    func keptPlacesFillACaseload() {
        var desk = desk()
        for clinician in 0..<2 {
            var known = desk.desk.capacity.clinicians[clinician]
            known.caseloadCap = clinician == 0 ? 1 : 0
            desk.desk.hear(.clinician(clinician, known))
        }
        desk.assess()
        #expect(places(desk) == [1, 0, 0] && desk.desk.capacity.clinicians[0].headroom == 0)
        #expect(!acceptBrown(&desk).contains { $0.hasPrefix("allocated") })
        desk.tell(.contactAttempted(1, .wantsAppointment))
        let slot = FactDesk.slot(day: 14, 9, minutes: 50)
        #expect(desk.desk.refusals(of: slot, for: 1, kind: .firstAppointment) == [.caseloadFull])
        let offers = desk.desk.offers(for: 1, kind: .firstAppointment, limit: 3)
        #expect(offers.slots.isEmpty && offers.delays.contains { $0.cause == .caseload })
        #expect(words(&desk, .chosen(0, FactDesk.slot(day: 14, 11, minutes: 30))).contains("taken on by 0"))
        // Once there is room, the morning round allocates whoever waits for a clinician.
        var known = desk.desk.capacity.clinicians[0]
        known.caseloadCap = 2
        desk.desk.hear(.clinician(0, known))
        #expect(words(&desk, .bookingRound(team: 0)).contains("allocated to 0"))
    }

    @Test("Whom nobody had room for is with the clinician whom somebody chose")
    func chosenClinician() {
        var desk = desk()
        for clinician in 0..<2 {
            var known = desk.desk.capacity.clinicians[clinician]
            known.caseloadCap = 0
            desk.desk.hear(.clinician(clinician, known))
        }
        desk.reach()
        #expect(places(desk) == [0, 0, 0])
        #expect(
            words(&desk, .chosen(amber, FactDesk.slot(day: 7, 9, minutes: 50, clinician: 1))).contains("allocated to 1")
        )
        #expect(places(desk) == [0, 1, 0])
    }

    @Test("Another step takes the person to whoever has room there: the place is kept no longer")
    func stepChanges() {
        var desk = desk()
        desk.book()
        desk.go(to: 7, 10)
        let found = words(
            &desk, .assessed(amber, .treatment(.high, .cognitiveBehaviouralTherapy), treatmentBegan: true))
        #expect(found.contains("allocated to nobody"))
        #expect(places(desk) == [0, 0, 0])
        desk.desk.booksByItself = true
        #expect(words(&desk, .bookingRound(team: 0)).contains("taken on by 2"))
    }

    @Test("An ending gives the place back, at the assessment and before", arguments: [true, false])
    func endings(isAssessed: Bool) {
        var desk = desk()
        desk.book()
        #expect(places(desk) == [1, 0, 0])
        desk.go(to: 7, 10)
        _ = words(
            &desk,
            isAssessed
                ? .assessed(amber, .end(.adviceOnly), treatmentBegan: true)
                : .closed(amber, .withdrewBeforeFirstAppointment))
        #expect(places(desk) == [0, 0, 0])
    }

    @Test("A case that is moved goes to another clinician, and the person is rebooked first (TX-12, AT-10)")
    func moved() {
        var desk = desk()
        desk.book()
        let mayMove = desk.desk.isPossible(.caseMoved(amber))
        #expect(mayMove)
        let found = words(&desk, .caseMoved(amber))
        #expect(found.contains("allocated to 1"))
        #expect(found.contains { $0.hasPrefix("cancelled 2026-11-30 09:00: handedOver") })
        #expect(places(desk) == [0, 1, 0])
        #expect(desk.desk.episodes[0].state == .waitingFirstAppointment)
        #expect(desk.desk.people[0].flags.contains(.rebookFirst))
    }

    @Test("Whoever waits for treatment is moved to another who gives it, and not back")
    func movedWhileWaiting() {
        var desk = desk()
        desk.assess()
        #expect(words(&desk, .caseMoved(amber)) == ["allocated to 1"])
        #expect(places(desk) == [0, 1, 0])
        desk.desk.booksByItself = true
        #expect(words(&desk, .bookingRound(team: 0)).contains("taken on by 1"))
    }

    @Test("Whoever cannot go on hands over those who are allocated too, and nobody else's (TX-12)")
    func handedOver() {
        var desk = desk()
        desk.reach()
        _ = acceptBrown(&desk)
        let found = words(&desk, .caseloadHandedOver(clinician: 0))
        #expect(found == ["allocated to 1"])
        #expect(places(desk) == [0, 2, 0])
    }

    @Test("Whoever is about to leave has those without an appointment taken over in the morning (CL-7)")
    func leaver() {
        var desk = desk()
        desk.reach()
        var known = desk.desk.capacity.clinicians[0]
        (known.windsDownFrom, known.lastDay) = (FactDesk.now.day, FactDesk.now.day + 3)
        desk.desk.hear(.clinician(0, known))
        #expect(words(&desk, .bookingRound(team: 0)).contains("allocated to 1"))
    }

    @Test("A rule that is switched keeps places for those who have a clinician, and gives them back (PO-10)")
    func ruleSwitched() {
        var desk = FactDesk()
        desk.assess()
        var rules = desk.desk.rules[0]
        rules.allocation = .atReferral
        desk.desk.hear(.rules(team: 0, rules))
        desk.desk.checkInvariants()
        #expect(places(desk) == [1, 0, 0])
        rules.allocation = .sharedList
        desk.desk.hear(.rules(team: 0, rules))
        desk.desk.checkInvariants()
        #expect(places(desk) == [0, 0, 0])
    }

    @Test("A place goes with the training: lost with it, and kept again (TX-3)")
    func training() {
        var desk = desk()
        desk.assess()
        let trained = desk.desk.capacity.clinicians[0]
        var other = trained
        other.trainedIn = ModalitySet([.counselling])
        for (known, kept) in [(other, Int32(0)), (trained, 1)] {
            desk.desk.hear(.clinician(0, known))
            desk.desk.checkInvariants()
            #expect(places(desk)[0] == kept)
        }
    }

    @Test("A step-up is declined and whoever proposed it has left: another takes the person on (ST-1, TX-12)")
    func proposerLeft() {
        var desk = desk()
        desk.treat()
        desk.tell(.stepUpProposed(amber))
        var known = desk.desk.capacity.clinicians[0]
        (known.windsDownFrom, known.lastDay) = (FactDesk.now.day, FactDesk.now.day + 6)
        desk.desk.hear(.clinician(0, known))
        desk.tell(.stepUpDeclined(amber))
        desk.desk.checkInvariants()
        #expect(places(desk) == [0, 0, 0])
        let offers = desk.desk.offers(for: 0, kind: .treatment, limit: 3)
        #expect(offers.slots.first?.clinician == 1)
    }

    @Test("A clinician who starts is metered when somebody is allocated, and not again when the course begins (CL-8)")
    func meter() {
        var desk = desk()
        var known = desk.desk.capacity.clinicians[0]
        (known.meteredUntil, known.meteredPerWeek) = (FactDesk.now.day + 100, 1)
        desk.desk.hear(.clinician(0, known))
        desk.tell(.screened(amber, ScreeningFacts(), isDiverted: false))
        #expect(desk.desk.capacity.clinicians[0].takenThisWeek == 1)
        #expect(acceptBrown(&desk).contains("allocated to 1"))
        desk.tell(.contactAttempted(amber, .wantsAppointment))
        desk.tell(.chosen(amber, FactDesk.slot(day: 7, 9, minutes: 50)))
        desk.go(to: 7, 10)
        desk.tell(.assessed(amber, .treatment(.low, .guidedSelfHelp), treatmentBegan: true))
        desk.tell(.chosen(amber, FactDesk.slot(day: 14, 9, minutes: 30)))
        #expect(desk.desk.capacity.clinicians[0].takenThisWeek == 1)
    }
}
