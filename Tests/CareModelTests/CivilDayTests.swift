import CareModel
import Testing

/// The calendar against a count of days one by one, by rules that are written here again.
@Suite("Civil days")
struct CivilDayTests {
    /// Whether a year has 29 February, as a diary-maker would say it.
    private static func isLeap(_ year: Int) -> Bool {
        if year % 400 == 0 { return true }
        if year % 100 == 0 { return false }
        return year % 4 == 0
    }

    private static func lengths(_ year: Int) -> [Int] {
        [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    }

    @Test("Every day of 1990 to 2100 converts both ways, and weekdays follow one another")
    func dayByDay() throws {
        // 1 January 1990 was a Monday, 3652 days before 1 January 2000.
        var number: Int32 = -3652
        var weekday = 0
        for year in 1990...2100 {
            for (index, length) in Self.lengths(year).enumerated() {
                let month = index + 1
                try #require(CivilDay.daysInMonth(year: year, month: month) == length, "\(year)-\(month)")
                for day in 1...length {
                    let civil = try #require(CivilDay(year: year, month: month, day: day), "\(year)-\(month)-\(day)")
                    let date = civil.date
                    guard civil.number == number, CivilDay(number: number) == civil, date.year == year,
                        date.month == month, date.day == day, Int(civil.weekday.rawValue) == weekday
                    else {
                        Issue.record("\(year)-\(month)-\(day) became \(civil.number), \(date), \(civil.weekday)")
                        return
                    }
                    number += 1
                    weekday = (weekday + 1) % 7
                }
            }
        }
        #expect(number == 36_890)
    }

    @Test("The first and the last years that a date may have", arguments: [(1900, -36_524), (2200, 73_049)])
    func farDates(year: Int, number: Int32) {
        #expect(CivilDay(year: year, month: 1, day: 1)?.number == number)
        #expect(CivilDay(number: number).date == (year, 1, 1))
    }

    @Test("A date that does not exist is none")
    func noSuchDate() {
        for (year, month, day) in [
            (2023, 2, 29), (2100, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 6, 31), (2024, 9, 31), (2024, 11, 31),
            (2024, 1, 32), (2024, 1, 0), (2024, 0, 1), (2024, 13, 1), (2024, 1, -1), (1899, 12, 31), (2201, 1, 1),
        ] {
            #expect(CivilDay(year: year, month: month, day: day) == nil, "\(year)-\(month)-\(day)")
        }
        #expect(CivilDay(year: 2000, month: 2, day: 29) != nil)
        #expect(CivilDay(year: 2024, month: 2, day: 29) != nil)
    }

    @Test("Weekdays of days that history fixed")
    func knownWeekdays() {
        #expect(CivilDay(number: 0).weekday == .saturday)
        #expect(CivilDay(year: 1969, month: 7, day: 20)?.weekday == .sunday)
        #expect(CivilDay(year: 1948, month: 7, day: 5)?.weekday == .monday)
        #expect(CivilDay(year: 2022, month: 9, day: 19)?.weekday == .monday)
        #expect(Weekday.allCases.filter(\.isWeekend) == [.saturday, .sunday])
    }

    @Test("The Monday of a week, and arithmetic, before and after 2000")
    func mondays() {
        for number: Int32 in -800...800 {
            let day = CivilDay(number: number)
            let monday = day.monday
            #expect(monday.weekday == .monday && monday <= day && day - monday < 7)
            #expect((day + 40) - 40 == day && (day + 40) - day == 40 && day < day + 1)
        }
    }
}
