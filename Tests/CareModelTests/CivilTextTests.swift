import CareModel
import Testing

/// Days and minutes as text.
@Suite("Days and minutes as text")
struct CivilTextTests {
    @Test("Every day of 1990 to 2100 reads back as it is written")
    func roundTrip() throws {
        for number: Int32 in -3652..<36_890 {
            let day = CivilDay(number: number)
            let text = day.description
            guard text.utf8.count == 10, CivilDay(text) == day else {
                Issue.record("day \(number) is written \(text)")
                return
            }
        }
    }

    @Test(
        "What is not a day is refused",
        arguments: [
            "", "2026", "2026-01", "2026-1-05", "2026-01-5", "26-01-0005", "2026/01/05", "2026-01-05 ", " 2026-01-05",
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-01-00", "20260105", "2026-01-05T", "-026-01-05",
            "2026--1-05",
            "2026-+1-05", "2026-01-+5", "+999-01-05", "2026-0a-05", "２６-01-05", "2026-01-05-", "1899-12-31",
            "2201-01-01",
        ])
    func rejects(text: String) {
        #expect(CivilDay(text) == nil)
    }

    @Test("Letters write a day in words")
    func words() throws {
        let day = try #require(CivilDay("2026-01-12"))
        #expect(day.longText == "Monday 12 January 2026")
        #expect(day.shortText == "12 January")
        #expect((day + 1).longText.hasPrefix("Tuesday 13 "))
        #expect(CivilDay.monthNames.count == 12)
        #expect(
            Weekday.allCases.map(\.name) == [
                "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
            ])
    }

    @Test("A minute is a day and a minute of it, before and after 2000")
    func minutes() {
        for day: Int32 in [-40_000, -366, -2, -1, 0, 1, 59, 9_000, 40_000] {
            for minute in [0, 1, 59, 60, 719, 720, 1438, 1439] {
                let civil = CivilMinute(day: CivilDay(number: day), minuteOfDay: minute)
                #expect(civil.day.number == day && civil.minuteOfDay == minute)
                #expect(civil.minutes == Int64(day) * 1440 + Int64(minute))
                #expect(civil + 1 > civil && (civil + 1440).day - civil.day == 1 && (civil - 1440) - civil == -1440)
            }
            #expect((CivilDay(number: day).start - 1).day.number == day - 1)
            #expect((CivilDay(number: day).start - 1).minuteOfDay == 1439)
        }
    }

    @Test("A minute is written with two digits each")
    func minuteText() throws {
        let day = try #require(CivilDay("2026-03-09"))
        #expect(CivilMinute(day: day, minuteOfDay: 9 * 60 + 5).description == "2026-03-09 09:05")
        #expect(CivilMinute(day: day, minuteOfDay: 14 * 60 + 30).description == "2026-03-09 14:30")
        #expect(day.start.description == "2026-03-09 00:00")
    }

    @Test("A stretch of the day lies within another or not")
    func stretches() {
        let core = MinutesOfDay(start: 540, end: 1020)
        #expect(core.minutes == 480 && core.isWithin(core))
        #expect(MinutesOfDay(start: 600, end: 660).isWithin(core))
        #expect(!MinutesOfDay(start: 539, end: 660).isWithin(core))
        #expect(!MinutesOfDay(start: 600, end: 1021).isWithin(core))
        #expect(MinutesOfDay(start: 0, end: 0).minutes == 0)
    }

    @Test("A stretch outside the day, or backwards, is a mistake of the caller")
    func impossibleStretches() async {
        await #expect(processExitsWith: .failure) { _ = MinutesOfDay(start: 600, end: 599) }
        await #expect(processExitsWith: .failure) { _ = MinutesOfDay(start: -1, end: 10) }
        await #expect(processExitsWith: .failure) { _ = MinutesOfDay(start: 0, end: 1441) }
    }
}
