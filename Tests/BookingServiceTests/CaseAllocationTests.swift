import Allocation
import BookingAudit
import BookingStore
import CareModel
import Testing

@testable import BookingService

/// CL-18 at the booking desk: one clinician is allocated when the referral is accepted, assesses and treats.
@Suite struct CaseAllocationTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws {
        var policy = ServiceFixture.policy
        for team in policy.rules.indices { policy.rules[team].allocation = .atReferral }
        clinic = try SmallClinic(policy: policy)
    }

    private func words(_ person: Int64) throws -> [String] {
        let record = try service.record(of: person, in: context)
        return record.entries.map { $0.event.words(record.names) }
    }

    private func listed(_ person: Int64) throws -> String? {
        try service.waitingList(in: context).first { $0.person == person }?.clinician
    }

    /// The first slot that is offered with the second clinician, as long as such an appointment is.
    private func withTheOther() -> SlotOffer {
        let start = CivilMinute(day: context.now.day + 3, minuteOfDay: 540)
        return SlotOffer(clinician: 1, start: start, minutes: 0, reasons: [])
    }

    @Test("Lists, replies and the person's page show to whom somebody is allocated")
    func isShown() throws {
        let person = try clinic.waiting()
        #expect(try listed(person) == "Clinician 0")
        #expect(try words(person).contains("allocated to Clinician 0"))
        let next = try service.refer(
            ServiceFixture.referral(0, traits: 1, at: context.now), Identity(name: "Somebody Else"), in: context)
        let state = try service.screen(person: next.person, ScreeningFacts(), in: context)
        #expect(state.allocatedTo == "Clinician 1")
        #expect(try service.verify().isSound)
    }

    @Test("Offer, hold and booking take only that clinician, but for a reason")
    func onlyThatClinician() throws {
        let person = try clinic.waiting()
        let offers = try service.offer(person: person, limit: 10, in: context)
        #expect(!offers.slots.isEmpty && offers.slots.allSatisfy { $0.slot.clinician == 0 })
        #expect(throws: BookingError.needsReason([.anotherClinician])) {
            _ = try service.hold(person: person, slot: withTheOther(), in: context)
        }
        #expect(throws: BookingError.needsReason([.anotherClinician])) {
            _ = try service.book(person: person, slot: withTheOther(), in: context)
        }
        let hold = try service.hold(person: person, slot: withTheOther(), reason: "stands in", in: context)
        let booked = try service.confirm(hold: hold.hold, in: context)
        #expect(booked.clinician == 1)
        // Whoever stands in for one appointment does not take the case over.
        #expect(try service.record(of: person, in: context).person.facts.assessor == 0)
        #expect(try service.verify().isSound)
    }

    @Test("Who assesses treats, and a desk that is read anew knows it", arguments: [true, false])
    func assessesAndTreats(isReadAnew: Bool) throws {
        let person = try clinic.waiting()
        let best = try #require(service.offer(person: person, in: context).slots.first)
        let booked = try service.book(person: person, slot: best.slot, in: context)
        var contact = ContactRecord(.attendedOnTime)
        contact.step = .low
        let seen = BookingService.Context(now: best.start)
        _ = try service.attend(appointment: booked.appointment, contact, in: seen)
        let desk =
            isReadAnew ? BookingService(try BookingStore.open(at: clinic.path), policy: service.policy) : service
        let offers = try desk.offer(person: person, limit: 10, in: seen)
        #expect(!offers.slots.isEmpty && offers.slots.allSatisfy { $0.slot.clinician == 0 })
        let session = try desk.book(person: person, slot: #require(offers.slots.first).slot, in: seen)
        #expect(session.clinician == 0)
        #expect(try desk.record(of: person, in: seen).person.episode.clinician == 0)
        #expect(try desk.verify().isSound)
        #expect(try Auditor.faults(in: clinic.path).isEmpty)
    }

    @Test("A case moves before the course begins only for a reason, which is kept (TX-12)")
    func moves() throws {
        let person = try clinic.waiting()
        let best = try #require(service.offer(person: person, in: context).slots.first)
        let booked = try service.book(person: person, slot: best.slot, in: context)
        for reason in [nil, "", " "] {
            #expect(throws: BookingError.self) {
                _ = try service.perform(MoveCase(person: person, reason: reason), in: context)
            }
        }
        let state = try service.perform(MoveCase(person: person, reason: "a rupture"), in: context)
        #expect(state.state == .waitingFirstAppointment && state.allocatedTo == "Clinician 1")
        #expect(try words(person).contains("allocated to Clinician 1: a rupture"))
        let record = try service.record(of: person, in: context)
        #expect(record.appointments.first { $0.appointment == booked.appointment }?.status == .cancelled)
        #expect(record.person.facts.rebooksFirst)
        #expect(try service.verify().isSound)
    }

    @Test("An outcome that is put right puts the person back to the clinician who has them (BK-4)")
    func undone() throws {
        let person = try clinic.waiting()
        let best = try #require(service.offer(person: person, in: context).slots.first)
        let booked = try service.book(person: person, slot: best.slot, in: context)
        var contact = ContactRecord(.attendedOnTime)
        contact.step = .high
        let seen = BookingService.Context(now: best.start)
        let state = try service.attend(appointment: booked.appointment, contact, in: seen)
        #expect(state.allocatedTo == nil)
        contact.step = .low
        _ = try service.correct(appointment: booked.appointment, contact, why: "the wrong step", in: seen)
        let offers = try service.offer(person: person, limit: 10, in: seen)
        #expect(!offers.slots.isEmpty && offers.slots.allSatisfy { $0.slot.clinician == 0 })
        #expect(try service.verify().isSound)
    }

    /// What ends the allocation to somebody who leaves, each in its own way.
    enum Ending: CaseIterable { case stepsUp, staysWithThem, moves, isDischarged, theyStay }

    @Test(
        "A leaver is to hand over whoever is allocated to them, for as long as they are (CL-7)",
        arguments: Ending.allCases)
    func isHandedOver(ending: Ending) throws {
        let person = try clinic.waiting()
        let best = try #require(service.offer(person: person, in: context).slots.first)
        let booked = try service.book(person: person, slot: best.slot, in: context)
        var change = ClinicianChange()
        change.lastDay = best.start.day + 30
        _ = try service.change(clinician: 0, change, in: context)
        let seen = BookingService.Context(now: best.start)
        #expect(try handovers(in: context) == [person])
        var contact = ContactRecord(.attendedOnTime)
        switch ending {
        case .stepsUp, .staysWithThem:
            contact.step = ending == .stepsUp ? .high : .low
            _ = try service.attend(appointment: booked.appointment, contact, in: seen)
        case .moves: _ = try service.perform(MoveCase(person: person, reason: "a rupture"), in: context)
        case .isDischarged: _ = try service.discharge(person: person, .withdrewBeforeFirstAppointment, in: context)
        case .theyStay:
            var stays = ClinicianChange()
            stays.stays = true
            _ = try service.change(clinician: 0, stays, in: context)
        }
        #expect(try handovers(in: seen) == (ending == .staysWithThem ? [person] : []))
        #expect(try service.verify().isSound)
    }

    @Test("Whoever is allocated to somebody whose last day is known is to be handed over too (CL-7)")
    func comesToALeaver() throws {
        var change = ClinicianChange()
        change.lastDay = context.now.day + 60
        _ = try service.change(clinician: 0, change, in: context)
        let person = try clinic.waiting()
        #expect(try listed(person) == "Clinician 0")
        #expect(try handovers(in: context) == [person])
    }

    /// Who is to be handed over.
    private func handovers(in context: BookingService.Context) throws -> [Int64?] {
        try service.tasks(in: context).filter { $0.kind == .handOver }.map(\.person)
    }

    @Test("Whoever nobody has room for waits for a clinician, and is allocated in the round once there is room")
    func waitsForRoom() throws {
        // Two clinicians of step 2 hold two people each, and the second takes one a week.
        let people = try (0..<5).map { try clinic.waiting("Invented \($0)", daysAgo: Int64(9 - $0)) }
        #expect(try people.map { try listed($0) != nil } == [true, true, true, false, false])
        #expect(try service.offer(person: people[4], in: context).slots.isEmpty)
        _ = try service.discharge(person: people[0], .withdrewBeforeFirstAppointment, in: context)
        _ = try service.allocate(team: 0, in: context)
        let with = try people.dropFirst().map { try service.record(of: $0, in: context).person.facts.assessor }
        #expect(with.filter { $0 != nil }.count == 3)
        #expect(try service.verify().isSound)
    }
}
