import CareModel
import Testing

@Suite("Courses in a group")
struct GroupRuleTests {
    @Test("TX-4: a series starts on its weekday, every so many weeks, wherever one begins to count")
    func starts() throws {
        var rule = GroupRule()
        rule.isOn = true
        rule.everyWeeks = 6
        rule.weekday = .wednesday
        let first = try #require(CivilDay(year: 2026, month: 1, day: 1))
        let starts = (0..<Int32(420)).map { first + $0 }.filter(rule.isPlannedStart)
        #expect(starts.count == 10)
        #expect(starts.allSatisfy { $0.weekday == .wednesday })
        #expect(zip(starts, starts.dropFirst()).allSatisfy { $1 - $0 == 42 })
        rule.isOn = false
        #expect(!starts.contains(where: rule.isPlannedStart))
    }

    @Test("TX-4, BK-2: days on which the service is closed move a session by a week")
    func days() throws {
        let first = try #require(CivilDay(year: 2026, month: 11, day: 17))
        let calendar = WorkingCalendar(first: first, dayCount: 120, closedDays: [first + 7])
        var rule = GroupRule()
        rule.sessions = 4
        let days = rule.days(from: first, calendar: calendar)
        #expect(days == [first, first + 14, first + 21, first + 28])
        rule.intervalDays = 4
        #expect(rule.days(from: first, calendar: calendar).allSatisfy { !$0.weekday.isWeekend })
    }
}
