import CareModel
import Diaries
import Testing

@testable import Allocation

/// CL-15: assistant psychologists give low-intensity work, alone and in groups; support workers support computerised
/// CBT and help in groups; neither assesses.
@Suite("Assistant psychologists and support workers")
struct AssistantTests {
    private let amber = FactDesk.amber
    private let day = FactDesk.now.day

    /// A PWP, an assistant psychologist, a support worker, a therapist: by their places.
    private let practitioner = 0
    private let assistant = 1
    private let helper = 2

    private func desk(_ change: (inout BookingRules) -> Void = { _ in }) -> FactDesk {
        FactDesk(
            roles: [.wellbeingPractitioner, .assistantPsychologist, .supportWorker, .highIntensityTherapist], change)
    }

    private func away(_ clinician: Int, days: Int32, _ desk: inout FactDesk) {
        desk.desk.hear(.absent(clinician: clinician, first: day, last: day + days, .leave))
    }

    @Test("First appointments are with whoever assesses, however long others have time")
    func firstAppointments() {
        var desk = desk()
        away(practitioner, days: 20, &desk)
        desk.reach()
        for other in [assistant, helper] {
            let slot = FactDesk.slot(day: 7, 9, minutes: 50, clinician: Int32(other))
            #expect(desk.desk.refusals(of: slot, for: 0, kind: .firstAppointment) == [.notTheirWork])
        }
        #expect(!BookingRefusal.notTheirWork.canBeOverridden)
        let offers = desk.desk.offers(for: 0, kind: .firstAppointment, limit: 9)
        #expect(!offers.slots.isEmpty && offers.slots.allSatisfy { Int($0.clinician) == practitioner })
        desk.desk.booksByItself = true
        desk.tell(.bookingRound(team: 0))
        #expect(Int(desk.desk.people[0].slotClinician) == practitioner && desk.desk.people[0].slotStart.day > day + 20)
    }

    @Test("An assistant psychologist takes a course on, a support worker does not")
    func courses() {
        var desk = desk()
        desk.assess()
        let slot = FactDesk.slot(day: 14, 9, minutes: 30, clinician: Int32(assistant))
        #expect(desk.desk.refusals(of: slot, for: 0, kind: .treatment).isEmpty)
        let takesOn = desk.desk.capacity.mayTakeOn(helper, today: desk.desk.now.day)
        #expect(!takesOn)
        let helpers = FactDesk.slot(day: 14, 9, minutes: 30, clinician: Int32(helper))
        #expect(desk.desk.refusals(of: helpers, for: 0, kind: .treatment) == [.notTheirWork, .closedToNewPeople])
        desk.tell(.chosen(amber, slot))
        #expect(desk.desk.caseloadMembers[assistant] == [0])
    }

    @Test("Assistants lead groups before PWPs do; a support worker leads with somebody, never alone")
    func groups() {
        for (facilitators, leaders) in [
            (1, [assistant]), (2, [assistant, helper]), (3, [assistant, helper, practitioner]),
        ] {
            var desk = desk { $0.groups.facilitators = facilitators }
            desk.tell(.groupPlanned(team: 0, day + 29))
            #expect(desk.desk.groups[0].facilitators == leaders)
        }
        for facilitators in 1...2 {
            var desk = desk { $0.groups.facilitators = facilitators }
            away(assistant, days: 190, &desk)
            desk.tell(.groupPlanned(team: 0, day + 29))
            #expect(desk.desk.groups[0].facilitators == (facilitators == 1 ? [practitioner] : [helper, practitioner]))
        }
    }

    @Test("A session for which only a support worker is there is put off, or led by whoever says so (AT-10)")
    func nobodyLeads() {
        var desk = desk { $0.groups.facilitators = 2 }
        away(assistant, days: 190, &desk)
        desk.seat()
        away(practitioner, days: 60, &desk)
        let mayLead = desk.desk.isPossible(.groupLed(0, clinician: UInt32(helper)))
        #expect(!mayLead)
        desk.tell(.groupDue(0))
        #expect(desk.desk.groups[0].held == 0)
    }

    @Test("A PWP manages the case of somebody in a group, whoever leads it (TX-4)")
    func caseManagers() {
        var desk = desk()
        desk.meet()
        #expect(desk.desk.groups[0].facilitators == [assistant] && desk.desk.groups[0].held == 1)
        #expect(Int(desk.desk.episodes[0].clinician) == practitioner)
    }

    @Test("Support contacts of computerised CBT are a support worker's, and others' only if none has time (TX-5)")
    func support() {
        for isAway in [false, true] {
            var desk = desk { $0.computerised.isOn = true }
            desk.assess()
            if isAway { away(helper, days: 190, &desk) }
            desk.tell(.askedAboutCalls(amber, optsOut: true))
            desk.tell(.computerisedTaken(amber))
            desk.desk.now = desk.desk.nextDue(of: 0) ?? desk.desk.now
            desk.tell(.callDue(amber))
            #expect(desk.desk.people[0].isBooked && desk.desk.people[0].slotKind == .treatment)
            #expect((Int(desk.desk.people[0].slotClinician) == helper) != isAway)
        }
    }

    @Test("A call while waiting is a clinician's: an assistant psychologist makes it, a support worker does not (KT-2)")
    func calls() {
        var desk = desk()
        away(practitioner, days: 190, &desk)
        desk.tell(.screened(amber, ScreeningFacts(), isDiverted: false))
        #expect(
            desk.desk.refusals(
                of: FactDesk.slot(day: 7, 9, minutes: 15, clinician: Int32(helper)), for: 0, kind: .keepingInTouch
            ).contains(.notTheirWork))
        #expect(
            !desk.desk.refusals(
                of: FactDesk.slot(day: 7, 9, minutes: 15, clinician: Int32(assistant)), for: 0, kind: .keepingInTouch
            ).contains(.notTheirWork))
    }
}
