import CareModel
import Experiments
import Testing

/// Weeks are divided among spans without a rest, on whatever day a record begins.
@Suite struct SpanOfDaysTests {
    /// A service that does one thing on each working day does as many in a month as the month has working days: where
    /// the record begins late, its first month is filled up; where it begins early, nothing is counted twice.
    @Test(arguments: -9...6)
    func aMonthIsWholeOnWhateverDayTheRecordBegins(late: Int) throws {
        for year in 2024...2027 {
            for month in 1...12 {
                let first = try #require(CivilDay(year: year, month: month, day: 1))
                let days = CivilDay.daysInMonth(year: year, month: month)
                let calendar = WorkingCalendar(first: first - 14, dayCount: 100, closedDays: [])
                let starts = first + Int32(late)
                let shares = SpanOfDays(from: first, days: days, starts: starts, weeks: 8).parts
                let counted = shares.reduce(0.0) { sum, part in
                    let monday = starts + Int32(part.week * 7)
                    return sum + part.share * Double((0..<Int32(7)).count { calendar.isWorkingDay(monday + $0) })
                }
                let working = (0..<Int32(days)).count { calendar.isWorkingDay(first + $0) }
                #expect(abs(counted - Double(working)) < 1e-9, "\(first), the record begins \(late) days later")
            }
        }
    }
}
