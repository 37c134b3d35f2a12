import Allocation
import BookingAudit
import BookingStore
import CareModel
import Diaries
import Testing

@testable import BookingService

/// Every length that can be said either takes just its time, or is refused (FA-2, BK-1).
@Suite struct LengthTests {
    /// Clinician 0 can be booked all day long; sessions and first appointments are as long as a scenario may say.
    private static func clinic(usual: Int = 60) throws -> SmallClinic {
        var policy = ServiceFixture.policy
        policy.rules[0].low.firstAppointmentMinutes = usual
        policy.rules[0].interpreterMinutes = 60
        return try SmallClinic(policy: policy) { foundation in
            foundation.people = []
            foundation.changes = []
            var week = WeekTemplate()
            for weekday in Weekday.allCases { week[weekday, .firstAppointment] = .full }
            foundation.weeks[0] = (week, week)
        }
    }

    private static func slot(_ clinic: SmallClinic, _ minute: Int, _ minutes: Int) -> SlotOffer {
        SlotOffer(
            clinician: 0, start: CivilMinute(day: clinic.monday + 4, minuteOfDay: minute), minutes: minutes, reasons: []
        )
    }

    @Test(arguments: [5, 60, 125, 235, 240, 245, 255, 256, 260, 300, 511, 512, 960, 965, 65_536 + 60, Int.max - 500])
    func everyLengthWorksOrIsRefused(minutes: Int) throws {
        let clinic = try Self.clinic()
        let (one, other) = (try clinic.waiting("One Invented"), try clinic.waiting("Other Invented"))
        let asked = Self.slot(clinic, 360, minutes)
        guard minutes <= BookingDesk.longestMinutes else {
            #expect(throws: BookingError.self) {
                _ = try clinic.service.book(person: one, slot: asked, reason: "agreed", in: clinic.context)
            }
            #expect(throws: BookingError.self) {
                _ = try clinic.service.hold(person: one, slot: asked, reason: "agreed", in: clinic.context)
            }
            return
        }
        let booked = try clinic.service.book(person: one, slot: asked, reason: "agreed", in: clinic.context)
        try Self.check(clinic, booked, takes: minutes, other: other)
    }

    /// The longest that a scenario may say, with an interpreter.
    @Test func theUsualLengthIsNeverTooLong() throws {
        let clinic = try Self.clinic(usual: 240)
        let one = try clinic.waiting("One Invented") {
            $0.language = 9
            $0.interpreter = .yes
        }
        let other = try clinic.waiting("Other Invented")
        let booked = try clinic.service.book(
            person: one, slot: Self.slot(clinic, 360, 0), reason: "agreed", in: clinic.context)
        try Self.check(clinic, booked, takes: 300, other: other)
    }

    /// The time is taken to the last five minutes, before and after the service is read again, and free afterwards.
    private static func check(
        _ clinic: SmallClinic, _ booked: BookedSlot, takes minutes: Int, other: Int64
    ) throws {
        for _ in 0..<2 {
            let known = try clinic.service.diary(
                ofClinician: 0, from: clinic.monday + 4, days: 1, in: clinic.context
            ).days[0].entries
            #expect(known.first { $0.appointment == booked.appointment }?.minutes == minutes)
            let free = known.first { $0.appointment == nil }?.start.minuteOfDay
            #expect(free == 360 + (minutes + 4) / 5 * 5)
            clinic.service.memory.forget()
        }
        let after = try clinic.service.book(
            person: other, slot: slot(clinic, 360 + (minutes + 4) / 5 * 5, 60), reason: "agreed", in: clinic.context)
        _ = try clinic.service.cancel(appointment: booked.appointment, byPerson: false, in: clinic.context)
        _ = try clinic.service.cancel(appointment: after.appointment, byPerson: false, in: clinic.context)
        let left = try clinic.service.diary(
            ofClinician: 0, from: clinic.monday + 4, days: 1, in: clinic.context
        ).days[0].entries
        #expect(left.map(\.minutes) == [960])
        #expect(try clinic.service.verify().differences.isEmpty)
        #expect(try Auditor.faults(in: clinic.path).isEmpty)
    }
}
