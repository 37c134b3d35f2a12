import CareModel
import TestSupport
import Testing

/// Which days a service works, and counting by them (AT-4 counts so).
@Suite("Working calendar")
struct WorkingCalendarTests {
    static func day(_ text: String) -> CivilDay {
        guard let day = CivilDay(text) else { fatalError("\(text) is no day") }
        return day
    }

    static let calendar = WorkingCalendar(
        first: day("2025-01-01"), dayCount: 3 * 365, closedDays: [day("2025-06-13")])

    @Test(
        "Weekends, bank holidays and closed days are not worked",
        arguments: [
            ("2025-04-17", true), ("2025-04-18", false), ("2025-04-19", false), ("2025-04-21", false),
            ("2025-04-22", true), ("2025-06-13", false), ("2026-12-25", false), ("2026-12-28", false),
            ("2027-12-27", false), ("2027-12-24", true), ("2026-01-01", false), ("2026-01-02", true),
        ])
    func workingDays(text: String, works: Bool) {
        #expect(Self.calendar.isWorkingDay(Self.day(text)) == works)
    }

    @Test("A Saturday is no holiday; days outside are neither worked nor holidays")
    func holidays() {
        #expect(!Self.calendar.isHoliday(Self.day("2025-04-19")))
        #expect(Self.calendar.isHoliday(Self.day("2025-04-18")) && Self.calendar.isHoliday(Self.day("2025-06-13")))
        for text in ["2024-12-31", "2024-12-25", "2028-01-03"] {
            #expect(!Self.calendar.isWorkingDay(Self.day(text)) && !Self.calendar.isHoliday(Self.day(text)), "\(text)")
        }
        #expect(Self.calendar.dayCount == 1095)
    }

    @Test(
        "AT-4: seven working days, over Easter, Christmas and a closed day",
        arguments: [
            // No holiday near: a week and two days.
            ("2025-02-03", 7, "2025-02-12"), ("2025-02-07", 7, "2025-02-18"),
            // Over Good Friday and Easter Monday.
            ("2025-04-14", 7, "2025-04-25"), ("2025-04-17", 1, "2025-04-22"),
            // Over Christmas Day, Boxing Day and New Year's Day.
            ("2025-12-22", 7, "2026-01-05"), ("2025-12-24", 1, "2025-12-29"), ("2026-12-24", 1, "2026-12-29"),
            // Over a day that the scenario closes.
            ("2025-06-12", 1, "2025-06-16"),
            // None: the day itself, or the next working day.
            ("2025-06-12", 0, "2025-06-12"), ("2025-04-18", 0, "2025-04-22"), ("2025-02-01", 0, "2025-02-03"),
            // From a day off: the next working day, and so many more.
            ("2025-02-01", 1, "2025-02-04"),
        ])
    func workingDaysAfter(from: String, count: Int, expected: String) {
        #expect(Self.calendar.day(count, workingDaysAfter: Self.day(from)).description == expected)
    }

    @Test("Past its end, the calendar counts every weekday")
    func pastTheEnd() {
        #expect(Self.calendar.day(2, workingDaysAfter: Self.day("2028-01-01")).description == "2028-01-05")
        #expect(Self.calendar.day(1, workingDaysAfter: Self.day("2024-12-20")).description == "2024-12-23")
    }

    @Test("Against counting one by one, from any day")
    func againstCounting() {
        let calendar = Self.calendar
        for seed: UInt64 in 1...300 {
            var random = SplitMix(seed: seed)
            let start = calendar.first + Int32(random.below(900))
            let count = random.below(25)
            let passed = (0..<80).map { start + Int32($0) }.filter { calendar.isWorkingDay($0) }
            #expect(calendar.day(count, workingDaysAfter: start) == passed[count], "seed \(seed)")
        }
    }
}
