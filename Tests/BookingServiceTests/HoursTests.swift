import Allocation
import BookingAudit
import BookingStore
import CareModel
import Diaries
import Testing

@testable import BookingService

/// A clinician works other hours from a day on (CL-3, BK-6).
@Suite struct HoursTests {
    private let clinic: SmallClinic

    private var service: BookingService { clinic.service }
    private var context: BookingService.Context { clinic.context }

    init() throws {
        clinic = try SmallClinic {
            $0.people = []
            $0.changes = []
        }
    }

    /// Mornings only until ten on Mondays; Wednesdays off.
    private static let shorter: [MinutesOfDay?] = [
        MinutesOfDay(start: 540, end: 600), nil, MinutesOfDay(start: 0, end: 0), nil, nil, nil, nil,
    ]

    /// Somebody with a first appointment with Clinician 0.
    private func booked(_ day: Int32, _ minute: Int) throws -> (person: Int64, appointment: Int64) {
        let person = try clinic.waiting("Invented \(day) \(minute)")
        let start = CivilMinute(day: clinic.monday + day, minuteOfDay: minute)
        let slot = SlotOffer(clinician: 0, start: start, minutes: 0, reasons: [])
        return (person, try service.book(person: person, slot: slot, reason: "agreed", in: context).appointment)
    }

    private func change(_ day: Int32, _ hours: [MinutesOfDay?] = Self.shorter) throws -> HoursChanged {
        try service.changeHours(clinician: 0, HoursChange(from: clinic.monday + day, hours), in: context)
    }

    private func days(_ clinician: Int32, from first: Int32) throws -> [CivilDay] {
        let days = try service.diary(
            ofClinician: clinician, from: clinic.monday + first, days: 31, in: context
        ).days
        return days.filter { !$0.entries.isEmpty }.map(\.day)
    }

    @Test func whoIsOutsideIsListedAndOthersStand() throws {
        let before = try booked(4, 540)
        let kept = try booked(14, 540)
        let late = try booked(14, 600)
        let off = try booked(16, 540)
        let changed = try change(7)
        #expect(changed.minutesBefore == 900 && changed.minutes == 900 - 240 - 300)
        #expect(changed.affected.map(\.appointment) == [late.appointment, off.appointment])
        #expect(changed.affected.allSatisfy { !$0.slots.isEmpty && $0.name?.hasPrefix("Invented") == true })
        for (person, appointment) in [before, kept] {
            let known = try service.record(of: person, in: context).appointments
            #expect(known.first { $0.appointment == appointment }?.status == .standing)
        }
        // They are first in line, and what is offered follows the hours.
        for booking in changed.affected {
            let facts = try service.record(of: booking.person, in: context).person.facts
            #expect(facts.rebooksFirst)
            let slots = try service.offer(person: booking.person, limit: 40, in: context).slots
            for slot in slots where slot.clinician == 0 && slot.start.day >= changed.from {
                #expect(slot.start.day.weekday != .wednesday)
                if slot.start.day.weekday == .monday { #expect(slot.start.minuteOfDay + slot.minutes <= 600) }
            }
        }
        let wednesday = SlotOffer(
            clinician: 0, start: CivilMinute(day: clinic.monday + 16, minuteOfDay: 540), minutes: 0, reasons: [])
        #expect(throws: BookingError.self) {
            _ = try service.book(person: off.person, slot: wednesday, reason: "agreed", in: context)
        }
        #expect(try service.verify().differences.isEmpty)
        #expect(try Auditor.faults(in: clinic.path).isEmpty)
    }

    /// What is in memory is what is read again, before and after the day, whichever change was said first.
    @Test func changesHoldFromTheirDaysInAnyOrder() throws {
        let other = try HoursTests()
        let monday = [MinutesOfDay(start: 0, end: 0)]
        let friday: [MinutesOfDay?] = [nil, nil, nil, nil, MinutesOfDay(start: 0, end: 0)]
        #expect(try change(14, monday).until == nil)
        #expect(try change(28, friday).until == nil)
        let first = try days(0, from: 0) + days(0, from: 31)
        service.memory.forget()
        #expect(try days(0, from: 0) + days(0, from: 31) == first)
        // Mondays end after two weeks; Fridays after four; Wednesdays go on.
        let last = { (days: [CivilDay], weekday: Weekday) in
            days.last { $0.weekday == weekday }.map { $0 - clinic.monday }
        }
        #expect(last(first, .monday) == 7 && last(first, .friday) == 25 && last(first, .wednesday) == 58)
        _ = try other.change(28, friday)
        #expect(try other.change(14, monday).until == clinic.monday + 27)
        // Each change is of the week before its day: the later one was said of the full week.
        let second = try other.days(0, from: 0) + other.days(0, from: 31)
        #expect(last(second, .monday) == 56 && last(second, .friday) == 25)
        #expect(second.filter { $0.weekday == .monday && (14..<28).contains($0 - clinic.monday) }.isEmpty)
        #expect(try service.verify().isSound && other.service.verify().isSound)
    }

    @Test func aChangeIsReplacedAndTakenBack() throws {
        let full = try days(0, from: 0)
        _ = try change(7)
        #expect(try days(0, from: 0) != full)
        let changed = try change(7, [])
        #expect(changed.minutes == 900 && changed.affected.isEmpty)
        #expect(try days(0, from: 0) == full)
        service.memory.forget()
        #expect(try days(0, from: 0) == full)
        // Nothing that changes nothing is entered.
        let entries = try service.verify().entries
        _ = try change(7, [])
        #expect(try service.verify().entries == entries)
    }

    @Test func whatCannotBeIsRefused() throws {
        let wrong: [(Int32, [MinutesOfDay?])] = [
            (-1, Self.shorter), (800, Self.shorter), (7, [MinutesOfDay(start: 300, end: 600)]),
            (7, [MinutesOfDay(start: 540, end: 1321)]), (7, [MinutesOfDay(start: 541, end: 600)]),
            (7, [MinutesOfDay?](repeating: MinutesOfDay(start: 0, end: 0), count: 7)),
        ]
        for (day, hours) in wrong { #expect(throws: BookingError.self) { _ = try change(day, hours) } }
        for clinician in [-1, 6, Int32.max, Int32.min] {
            #expect(throws: BookingError.refused([.noSuchClinician])) {
                _ = try service.changeHours(
                    clinician: clinician, HoursChange(from: clinic.monday + 7, Self.shorter), in: context)
            }
        }
    }

    @Test func aHoldOutsideTheHoursEndsAndAKeyIsOfOneChange() throws {
        let person = try clinic.waiting()
        let slot = SlotOffer(
            clinician: 0, start: CivilMinute(day: clinic.monday + 9, minuteOfDay: 540), minutes: 0, reasons: [])
        let held = try service.hold(person: person, slot: slot, reason: "agreed", in: context)
        var keyed = context
        keyed.key = "hours"
        let told = HoursChange(from: clinic.monday + 7, Self.shorter)
        let first = try service.changeHours(clinician: 0, told, in: keyed)
        #expect(try service.changeHours(clinician: 0, told, in: keyed) == first)
        #expect(throws: (any Error).self) {
            _ = try service.changeHours(clinician: 0, HoursChange(from: clinic.monday + 8, told.hours), in: keyed)
        }
        #expect(throws: BookingError.holdEnded(held.hold, .released)) {
            _ = try service.confirm(hold: held.hold, in: context)
        }
    }

    @Test func aCourseThatTheClinicianLeadsIsListed() throws {
        let other = try SmallClinic { $0.changes = [] }
        var opening = GroupOpening(team: 0, first: other.monday + 14)
        opening.startMinute = 660
        opening.sessionMinutes = 60
        _ = try other.service.openGroup(opening, in: other.context)
        for person in [5, 7] as [Int64] { _ = try other.service.joinGroup(person: person, in: other.context) }
        let changed = try other.service.changeHours(
            clinician: 0, HoursChange(from: other.monday + 21, Self.shorter), in: other.context)
        #expect(changed.affected.map(\.person) == [5, 7, 5, 7])
        #expect(changed.affected.allSatisfy { $0.group == 1 && $0.advice != nil })
    }

    /// A forecast begins with the hours of today, and knows of those that come.
    @Test func aForecastKnowsOfTheHours() throws {
        _ = try change(7)
        let known = try service.staff(absencesFrom: context.now.day, in: context)[0]
        #expect(known.hours.map(\.first) == [clinic.monday + 7] && known.weeks.usual == ServiceFixture.week(0))
        #expect(known.hours[0].usual.bookable(.wednesday).isEmpty)
        let later = BookingService.Context(now: context.now + 14 * 1440)
        let after = try service.staff(absencesFrom: later.now.day, in: later)[0]
        #expect(after.hours.isEmpty && after.weeks.usual == known.hours[0].usual)
    }
}
