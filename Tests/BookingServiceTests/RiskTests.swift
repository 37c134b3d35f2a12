import Allocation
import BookingAudit
import BookingService
import BookingStore
import CareModel
import Testing

/// Risk that somebody records in the booking service takes the urgent slot of the day, by the rule of the simulator
/// (ST-7, RF-3).
@Suite struct RiskTests {
    /// On the first Monday clinician 1 is on duty.
    private static func clinic() throws -> SmallClinic {
        try SmallClinic { foundation in
            let monday = ServiceFixture.mondays[0]
            foundation.changes.append(.absent(clinician: 1, first: monday, last: monday, .duty))
        }
    }

    @Test func theDutyWorkerHasTheUrgentSlot() throws {
        let clinic = try Self.clinic()
        let (service, context) = (clinic.service, clinic.context)
        let slot = try service.recordRisk(person: 5, in: context)
        #expect(slot.clinician == 1 && slot.isDuty && slot.start == context.now && slot.displaced.isEmpty)
        #expect(slot.reason.contains("Clinician 1 is on duty"))
        let task = try #require(service.tasks(in: context).first { $0.kind == .dutyCall })
        #expect(task.person == 5 && task.due == slot.start)
        // The time is taken, in this process and in any other: the next person has the next hour.
        #expect(try service.recordRisk(person: 6, in: context).start == context.now + 60)
        let other = BookingService(try BookingStore.open(at: clinic.path), policy: ServiceFixture.policy)
        #expect(try other.recordRisk(person: 7, in: context).start == context.now + 120)
        #expect(try service.verify().isSound)
        #expect(try Auditor.faults(in: clinic.path).isEmpty)
    }

    /// Nobody but somebody at risk has the duty worker's day: it is bookable for nothing else (CL-5).
    @Test func theDutyWorkersDayIsKeptFree() throws {
        let clinic = try Self.clinic()
        let slot = SlotOffer(
            clinician: 1, start: CivilMinute(day: clinic.monday, minuteOfDay: 660), minutes: 0, reasons: [])
        #expect(throws: BookingError.self) {
            _ = try clinic.service.book(person: 1, slot: slot, reason: "agreed", in: clinic.context)
        }
        #expect(try clinic.service.people(for: slot, in: clinic.context).isEmpty)
    }

    @Test func withoutTimeOnDutyAClerkIsToldToCall() throws {
        let clinic = try Self.clinic()
        let evening = BookingService.Context(now: CivilMinute(day: clinic.monday, minuteOfDay: 17 * 60))
        let slot = try clinic.service.recordRisk(person: 5, in: evening)
        #expect(slot.clinician == nil && slot.start == evening.now)
        #expect(slot.reason.contains("call the person now"))
        #expect(try clinic.service.tasks(in: evening).contains { $0.kind == .dutyCall && $0.due == evening.now })
        #expect(throws: BookingError.refused([.noSuchClinician])) {
            _ = try clinic.service.recordRisk(person: 5, foundBy: 77, in: evening)
        }
        _ = try clinic.service.discharge(person: 5, .referredOn, in: evening)
        #expect(throws: BookingError.self) { _ = try clinic.service.recordRisk(person: 5, in: evening) }
    }

    /// Whoever found it acts on it if nobody is on duty, and what is booked in that time gives way (AT-10).
    @Test func whatIsBookedGivesWay() throws {
        let clinic = try SmallClinic { $0.people = [] }
        let (service, context) = (clinic.service, clinic.context)
        let people = try [try clinic.waiting("One"), clinic.waiting("Two")]
        let day = clinic.monday + 4
        let booked = try people.enumerated().map { place, person in
            let start = CivilMinute(day: day, minuteOfDay: 540 + place * 60)
            let slot = SlotOffer(clinician: 0, start: start, minutes: 0, reasons: [])
            return try service.book(person: person, slot: slot, in: context)
        }
        var contact = ContactRecord(.attendedOnTime)
        contact.riskFound = true
        let seen = BookingService.Context(now: booked[0].start + 50)
        let urgent = try #require(
            service.attend(appointment: booked[0].appointment, contact, in: seen).urgent)
        #expect(urgent.clinician == 0 && !urgent.isDuty && urgent.start == seen.now)
        #expect(urgent.displaced.map(\.person) == [people[1]])
        #expect(urgent.displaced.first?.appointment == booked[1].appointment)
        #expect(urgent.displaced.first?.slots.isEmpty == false)
        #expect(urgent.reason.contains("1 appointment gives way"))
        let record = try service.record(of: people[1], in: seen)
        #expect(record.appointments.first?.attendance == .cancelledByProvider)
        #expect(record.person.episode.missedCount == 0)
        #expect(try service.verify().isSound)
    }

    @Test func anUrgentReferralHasTheSlot() throws {
        let clinic = try Self.clinic()
        var referral = ServiceFixture.referral(0, traits: 1, at: clinic.context.now)
        referral.isUrgent = true
        let person = try clinic.service.refer(referral, Identity(name: "Somebody Invented"), in: clinic.context).person
        let task = try #require(clinic.service.tasks(in: clinic.context).first { $0.kind == .dutyCall })
        #expect(task.person == person && task.due == clinic.context.now)
        #expect(try clinic.service.recordRisk(person: 5, in: clinic.context).start == clinic.context.now + 60)
    }

    /// Who refers themselves as urgent while nobody is there is called on the next working day, not the day after it.
    @Test(arguments: [(4, 17 * 60 + 30), (5, 600), (6, 1380)] as [(Int32, Int)])
    func anUrgentReferralOfAWeekendIsCalledOnMonday(day: Int32, minute: Int) throws {
        let clinic = try Self.clinic()
        let now = BookingService.Context(now: CivilMinute(day: clinic.monday + day, minuteOfDay: minute))
        var referral = ServiceFixture.referral(0, traits: 1, at: now.now)
        referral.isUrgent = true
        let person = try clinic.service.refer(referral, Identity(name: "Somebody Invented"), in: now).person
        #expect(try clinic.service.dutyCall(of: person, in: now)?.day == clinic.monday + 7)
    }
}
