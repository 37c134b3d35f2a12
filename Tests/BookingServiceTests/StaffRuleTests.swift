import Allocation
import BookingStore
import CareModel
import Diaries
import Testing

@testable import BookingService

/// Who works when, and whom they may take on, at the desk.
@Suite struct StaffRuleTests {
    private let clinic: SmallClinic
    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws { clinic = try SmallClinic() }

    /// A session of half an hour with a clinician, at eleven unless it is said.
    private func slot(_ clinician: Int32, _ day: Int32, _ hour: Int = 11, minutes: Int = 30) -> SlotOffer {
        SlotOffer(
            clinician: clinician, start: CivilMinute(day: clinic.monday + day, minuteOfDay: hour * 60),
            minutes: minutes, reasons: [])
    }

    private func book(_ person: Int64, _ slot: SlotOffer, reason: String? = nil) throws {
        _ = try service.book(person: person, slot: slot, reason: reason, in: context)
    }

    private func refusal(_ person: Int64, _ slot: SlotOffer, reason: String? = nil) -> BookingError? {
        do { try book(person, slot, reason: reason) } catch { return error as? BookingError }
        return nil
    }

    @Test("CL-4: time that is kept for supervision is not booked")
    func supervision() throws {
        // Clinician 2 is supervised on Wednesday from eleven.
        let taken = slot(2, 2, minutes: 60)
        #expect(refusal(3, taken) == .refused([.taken]))
        #expect(refusal(3, taken, reason: "urgent") == .refused([.taken]))
        #expect(try service.offer(person: 3, limit: 50, in: context).slots.allSatisfy { $0.slot != taken })
    }

    @Test("CL-7: whoever leaves is booked until the last day, and the people are handed over")
    func aLeaver() throws {
        try book(5, slot(0, 4))
        var change = ClinicianChange()
        change.lastDay = clinic.monday + 6
        let changed = try service.change(clinician: 0, change, in: context)
        #expect(changed.toHandOver?.map(\.person) == [5])
        #expect(refusal(1, slot(0, 11, 9, minutes: 50)) == .refused([.away]))
        #expect(
            try service.offer(person: 1, limit: 50, in: context).slots.allSatisfy {
                $0.clinician != 0 || $0.start.day <= clinic.monday + 6
            })
        #expect(try service.tasks(in: context).contains { $0.kind == .handOver && $0.person == 5 })
    }

    @Test("CL-7: whoever a leaver takes on before the last day is to be handed over too")
    func aLeaverTakesOn() throws {
        var change = ClinicianChange()
        change.lastDay = clinic.monday + 60
        _ = try service.change(clinician: 0, change, in: context)
        try book(5, slot(0, 4))
        #expect(try service.tasks(in: context).contains { $0.kind == .handOver && $0.person == 5 })
        #expect(try service.verify().isSound)
    }

    @Test("CL-7: whoever is to leave when the service is founded has people to hand over from the first day on")
    func aLeaverFromTheFoundingOn() throws {
        let leaving = try SmallClinic { foundation in
            foundation.clinicians[0].lastDay = foundation.scenario.firstDay + 30
            var episode = StoredEpisode(foundation.people[4].known.episode)
            (episode.state, episode.clinician, episode.step) = (.inTreatment, 0, .low)
            foundation.people[4].known.episode = Episode(episode)
        }
        let tasks = try leaving.service.tasks(in: leaving.context).filter { $0.kind == .handOver }
        #expect(tasks.map(\.person) == [5] && tasks.first?.due.day == leaving.monday + 30)
        #expect(try leaving.service.verify().isSound)
    }

    @Test("PO-6: whoever is there for a time is booked in that time alone, until they stay")
    func forATime() throws {
        var change = ClinicianChange()
        change.lastDay = clinic.monday + 6
        _ = try service.change(clinician: 0, change, in: context)
        #expect(refusal(1, slot(0, 11, 9, minutes: 50)) == .refused([.away]))
        var stays = ClinicianChange()
        stays.stays = true
        _ = try service.change(clinician: 0, stays, in: context)
        #expect(refusal(1, slot(0, 11, 9, minutes: 50)) == nil)
    }

    @Test("CL-8: a starter takes so many new people a week, more only for a reason")
    func aStarter() throws {
        try book(5, slot(1, 3))
        #expect(refusal(7, slot(1, 3, 12)) == .needsReason([.closedToNewPeople]))
        try book(7, slot(1, 3, 12), reason: "asked for")
        // The next week has its own share.
        let next = BookingService.Context(now: context.now + 7 * 1440)
        let person = try #require(service.waitingList(team: 0, step: .low, in: next).first { $0.person == 1 })
        #expect(person.state == .waitingFirstAppointment)
        let staff = try service.staff(absencesFrom: clinic.monday, in: context)
        #expect(staff[1].clinician.meteredPerWeek == 1 && staff[1].clinician.takenThisWeek == 2)
    }

    @Test("CL-10, CL-1: clinicians say how many people they can hold", arguments: [0, 1, 2])
    func declaredCapacity(cap: Int) throws {
        var change = ClinicianChange()
        change.caseloadCap = cap
        _ = try service.change(clinician: 0, change, in: context)
        var held = 0
        for (person, hour) in [(Int64(5), 11), (7, 12)] {
            if refusal(person, slot(0, 4, hour)) == nil { held += 1 }
        }
        #expect(held == cap)
    }

    @Test("CL-11: the round allocates those who wait to whoever has room, and nobody else")
    func allocation() throws {
        let booked = try service.allocate(team: 0, in: context).filter { ($0.person ?? 0) > 2 }
        #expect(!booked.isEmpty)
        let staff = try service.staff(absencesFrom: clinic.monday, in: context)
        #expect(staff.allSatisfy { $0.clinician.caseload <= $0.clinician.caseloadCap })
        for one in booked {
            let record = try service.record(of: #require(one.person), in: context).person.episode
            #expect(record.state == .inTreatment && record.clinician == one.clinician)
        }
        #expect(try service.allocate(team: 0, in: context).allSatisfy { ($0.person ?? 0) <= 2 })
    }

    @Test("CL-12, KP-8: each caseload stands beside its cap, and the free time of each diary shows")
    func caseloads() throws {
        func known() throws -> (caseload: Int32, cap: Int32, free: Int) {
            let staff = try service.staff(absencesFrom: clinic.monday, in: context)[0].clinician
            let days = try service.diary(ofClinician: 0, from: clinic.monday, days: 7, in: context).days
            return (
                staff.caseload, staff.caseloadCap,
                days.reduce(0) { $0 + $1.entries.count { $0.content == .freeForTreatment } }
            )
        }
        let before = try known()
        try book(5, slot(0, 4))
        let after = try known()
        #expect(before.caseload == 0 && after.caseload == 1 && after.cap == 2)
        #expect(before.free > 0)
    }

    @Test("PO-7, BK-9: evenings and Saturdays are offered once somebody works them")
    func otherHours() throws {
        let (evening, saturday) = (slot(0, 11, 18), slot(0, 12, 11))
        #expect(refusal(5, evening) == .refused([.outsideHours]))
        #expect(refusal(7, saturday) == .refused([.closedDay]))
        var hours = [MinutesOfDay?](repeating: nil, count: 7)
        hours[4] = MinutesOfDay(start: 12 * 60, end: 20 * 60)
        hours[5] = MinutesOfDay(start: 9 * 60, end: 13 * 60)
        _ = try service.changeHours(clinician: 0, HoursChange(from: clinic.monday + 7, hours), in: context)
        let who = try service.people(for: saturday, in: context).map(\.person)
        #expect(who.contains(5) && who.contains(7))
        try book(5, evening)
        try book(7, saturday)
    }
}
