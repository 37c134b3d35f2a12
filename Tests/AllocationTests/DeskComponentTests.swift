import CareModel
import Diaries
import TestSupport
import Testing

@testable import Allocation

/// Each component of the desk by itself.
@Suite("Components of the desk") struct DeskComponentTests {
    static let now = CivilMinute(day: CivilDay(number: 9_823), minuteOfDay: 9 * 60)
    static let calendar = WorkingCalendar(first: now.day, dayCount: 30, closedDays: [])

    private static func capacity() -> Capacity {
        let clinicians = [Role.wellbeingPractitioner, .highIntensityTherapist].map {
            Clinician(team: 0, role: $0, trainedIn: ModalitySet([]), seesUnder18: true, caseloadCap: 3)
        }
        return Capacity(clinicians: clinicians, teamCount: 1, calendar: calendar)
    }

    private static func referral(team: UInt8 = 0, after minutes: Int64 = 0) -> Referral {
        Referral(received: now + minutes, source: .selfWeb, team: team)
    }

    private static func slot(_ clinician: Int32, day: Int32 = 0, hour: Int) -> SlotOffer {
        SlotOffer(
            clinician: clinician, start: CivilMinute(day: now.day + day, minuteOfDay: hour * 60), minutes: 50,
            reasons: [])
    }

    /// People who were accepted and reached, so that they wait for a first appointment.
    private static func waiting(_ count: Int, _ people: inout PeopleRegister, _ appointments: inout Appointments) {
        for number in 0..<count {
            let (person, isNew) = people.receive(referral(after: Int64(number)), key: UInt64(number))
            if isNew { appointments.addPerson() }
            people.move(person, .accepted(.low, .routine), at: now + 60)
            people.move(person, .contacted, at: now + 60)
        }
    }

    private static func key(_ person: Int, _ minutes: Int64) -> WaitingKey {
        WaitingKey(
            person: UInt32(person), priority: .routine, since: now + minutes, due: now.day, under: .standard)
    }

    @Test("Effects are taken in order, one by one, then all that are left, and none twice")
    func effectsAreTakenInOrder() {
        var queue = EffectQueue()
        expect(queue.next() == nil && queue.takeAll().isEmpty)
        let effects = (0..<5).map { DeskEffect.timeFreed(team: $0) }
        for effect in effects.prefix(3) { queue.append(effect) }
        expect(queue.next() == effects[0])
        // What is decided while effects are acted on comes after those that are left.
        queue.append(effects[3])
        expect(queue.next() == effects[1] && queue.takenCount == 2)
        expect(queue.takeAll() == Array(effects[2...3]))
        expect(queue.next() == nil && queue.all.isEmpty && queue.takenCount == 0)
        queue.append(effects[4])
        expect(queue.next() == effects[4] && queue.next() == nil && queue.all.isEmpty)
        queue.append(effects[0])
        queue.clear()
        expect(queue.next() == nil && queue.takeAll().isEmpty)
    }

    @Test("KP-10: who leaves is counted, and the number is given again to the same team only")
    func numbersStayWithinATeam() {
        var people = PeopleRegister(teams: 2)
        for team in [UInt8(0), 1, 0] { _ = people.receive(Self.referral(team: team), key: 0) }
        people.move(0, .closed(.died), at: Self.now)
        expect(people.receive(Self.referral(team: 1), key: 7) == (3, true))
        expect(people.receive(Self.referral(team: 0), key: 8) == (0, false))
        expect(people.newest == 0 && people[0].key == 8)
        expect(people.everyoneByTeam == [3, 2])
        expect(people.people(in: .awaitingScreening, team: 0) == 2 && people.people(in: .closed, team: 0) == 1)
        people.checkInvariants()
        people.keepsEveryone = true
        people.move(2, .closed(.died), at: Self.now)
        expect(people.receive(Self.referral(team: 0), key: 9) == (4, true))
        people.checkInvariants()
    }

    @Test("PO-3: nobody is on two lists, and whoever leaves is on none")
    func nobodyIsOnTwoLists() {
        var people = PeopleRegister(teams: 1)
        var appointments = Appointments(clinicians: 2, calendar: Self.calendar)
        Self.waiting(3, &people, &appointments)
        var lists = WaitingLists(teams: 1, clinicians: 2)
        for person in [2, 0, 1] { lists.join(.firstAppointment, person, key: Self.key(person, Int64(person)), &people) }
        lists.checkInvariants(people)
        expect((0..<3).map { lists.first[0][$0].person } == [0, 1, 2])
        lists.join(.treatment, 1, key: Self.key(1, 5), &people)
        expect(lists.first[0].count == 2 && lists.treatment[0].count == 1 && people[1].list == .treatment)
        lists.leave(1, &people)
        lists.leave(1, &people)
        expect(lists.treatment[0].isEmpty && people[1].list == .none)
        lists.checkInvariants(people)
    }

    @Test("CL-1, CL-8: a caseload counts whom it holds; only new people count for the meter")
    func caseloadsCount() {
        var people = PeopleRegister(teams: 1)
        var appointments = Appointments(clinicians: 2, calendar: Self.calendar)
        Self.waiting(3, &people, &appointments)
        var capacity = Self.capacity()
        var caseloads = Caseloads(clinicians: 2)
        for person in 0..<3 {
            people.move(person, .firstAppointmentBooked, at: Self.now + 70)
            people.move(
                person, .assessed(.treatment(.low, .guidedSelfHelp), treatmentBegan: false), at: Self.now + 80)
            people.move(person, .allocated(clinician: 1), at: Self.now + 90)
        }
        caseloads.takeOn(0, 1, today: Self.now.day, &capacity)
        caseloads.restore(1, 1, &capacity)
        caseloads.takeOn(2, 1, today: Self.now.day, &capacity)
        caseloads.checkInvariants(people, capacity)
        expect(capacity.clinicians[1].caseload == 3 && capacity.clinicians[1].takenThisWeek == 2)
        caseloads.letGo(0, 1, &capacity)
        people.move(0, .closed(.completed), at: Self.now + 100)
        expect(caseloads.members[1].sorted() == [1, 2] && capacity.clinicians[1].caseload == 2)
        caseloads.checkInvariants(people, capacity)
    }

    @Test("BK-1, BK-6: the chain of a day finds who is booked, whoever left it in between")
    func chainsOfADay() {
        var people = PeopleRegister(teams: 1)
        var appointments = Appointments(clinicians: 2, calendar: Self.calendar)
        Self.waiting(4, &people, &appointments)
        var capacity = Self.capacity()
        for (person, hour) in [(0, 12), (1, 10), (2, 11), (3, 14)] {
            appointments.book(person, .firstAppointment, Self.slot(0, hour: hour), at: Self.now, &people, &capacity)
        }
        appointments.checkInvariants(people, capacity)
        expect(appointments.booked(with: 0, on: Self.now.day, after: Self.now, people) == [1, 2, 0, 3])
        appointments.cancel(2, &people, &capacity)
        appointments.useUp(3, &people)
        appointments.checkInvariants(people, capacity)
        expect(appointments.booked(with: 0, on: Self.now.day, after: Self.now + 90, people) == [0])
        // What was cancelled is free; what was used is spent.
        expect(capacity.isUntaken(Self.slot(0, hour: 11)) && !capacity.isUntaken(Self.slot(0, hour: 14)))
    }

    @Test("BK-2: sessions beyond the next one are in order, and the first of them becomes the next")
    func laterSessions() {
        var people = PeopleRegister(teams: 1)
        var appointments = Appointments(clinicians: 2, calendar: Self.calendar)
        Self.waiting(2, &people, &appointments)
        var capacity = Self.capacity()
        for (person, day) in [(1, Int32(3)), (0, 9), (1, 2), (0, 8)] {
            appointments.bookLater(person, Self.slot(1, day: day, hour: 9 + person), at: Self.now, &capacity)
        }
        expect(appointments.later.map(\.person) == [0, 0, 1, 1])
        expect(appointments.later(of: 1).map(\.slot.start.day) == [Self.now.day + 2, Self.now.day + 3])
        guard let next = appointments.later(of: 1).first else { return }
        appointments.takeUp(1, next, &people)
        appointments.cancelLater(0, at: Self.slot(1, day: 8, hour: 9).start, &capacity)
        appointments.checkInvariants(people, capacity)
        expect(people[1].slot.start == next.slot.start && appointments.later.count == 2)
        expect(capacity.isUntaken(Self.slot(1, day: 8, hour: 9)))
    }

    @Test("BK-3: held time is nobody else's until it is given back")
    func heldTime() {
        var capacity = Self.capacity()
        var appointments = Appointments(clinicians: 2, calendar: Self.calendar)
        let slot = Self.slot(0, hour: 10)
        appointments.hold(slot, &capacity)
        expect(!capacity.isUntaken(slot) && appointments.isHeld(slot) && !appointments.isHeld(Self.slot(1, hour: 10)))
        appointments.endHold(slot, &capacity)
        expect(capacity.isUntaken(slot) && !appointments.isHeld(slot))
    }

    @Test("TX-4: nobody has two seats, and a course that ends leaves nobody with one")
    func seats() {
        var people = PeopleRegister(teams: 1)
        var appointments = Appointments(clinicians: 2, calendar: Self.calendar)
        Self.waiting(3, &people, &appointments)
        var groups = GroupCourses()
        let number = groups.add(
            GroupCourse(GroupFacts(team: 0, rule: GroupRule(), plannedFor: Self.now.day)))
        for person in [2, 0] { groups.seat(person, in: number, &people) }
        groups.checkInvariants(people)
        expect(groups.group(of: 2) == number && groups.group(of: 1) == nil)
        expect(groups.unseat(2, &people) == number)
        expect(groups[number].members == [0] && !people[2].flags.contains(.inGroup))
        expect(groups.unseatAll(number, &people) == [0])
        groups.checkInvariants(people)
    }

    @Test func aTimeGivenUpIsNotTouchedWhileItCounts() {
        var times = TimesGivenUp()
        times.add(TimeGivenUp(start: Self.now + 60, minutes: 50), by: 4)
        let touching = Self.slot(0, hour: 10)
        expect(times.end(touching: touching, by: 4) == Self.now + 110 && times.end(touching: touching, by: 3) == nil)
        expect(times.end(touching: Self.slot(0, hour: 11), by: 4) == nil)
        times.isOn = false
        expect(times.end(touching: touching, by: 4) == nil)
    }
}
