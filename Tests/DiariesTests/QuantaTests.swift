import CareModel
import Diaries
import Testing

/// Minutes and quanta.
@Suite("Quanta")
struct QuantaTests {
    @Test("A day is 192 quanta of five minutes from 06:00 to 22:00")
    func theDay() {
        #expect(Quanta.perDay * Quanta.minutes == Quanta.dayEnd - Quanta.dayStart)
        #expect(Quanta.minuteOfDay(0) == 360 && Quanta.minuteOfDay(192) == 1320)
        for index in 0..<192 {
            for extra in 0..<5 { #expect(Quanta.index(minuteOfDay: Quanta.minuteOfDay(index) + extra) == index) }
        }
    }

    @Test(
        "Minutes outside the day fall on its edges",
        arguments: [
            (0, 0), (355, 0), (359, 0), (360, 0), (1319, 191), (1320, 192), (1439, 192),
        ])
    func edges(minute: Int, index: Int) {
        #expect(Quanta.index(minuteOfDay: minute) == index)
    }

    @Test(
        "A duration takes whole quanta",
        arguments: [
            (0, 0), (1, 1), (5, 1), (6, 2), (15, 3), (30, 6), (45, 9), (50, 10), (60, 12), (61, 13),
        ])
    func durations(minutes: Int, quanta: Int) {
        #expect(Quanta.spanning(minutes: minutes) == quanta)
    }

    @Test("PO-2: each kind of appointment has its purpose")
    func purposes() {
        #expect(SlotPurpose(.firstAppointment) == .firstAppointment && SlotPurpose(.treatment) == .treatment)
        #expect(SlotPurpose(.keepingInTouch) == .keepingInTouch && SlotPurpose.allCases.count == 3)
    }
}
