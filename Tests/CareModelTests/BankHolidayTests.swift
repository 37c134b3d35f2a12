import CareModel
import Testing

/// The computed bank holidays against the dates that the government published for England and Wales.
@Suite("Bank holidays of England and Wales")
struct BankHolidayTests {
    /// A year's holidays as published, and how a proclamation of that year changed them.
    struct Year: CustomTestStringConvertible, Sendable {
        let year: Int
        let published: [String]
        /// Days that a proclamation moved away from, which the rules still give.
        var movedFrom: [String] = []
        /// Days that a proclamation set, which the rules cannot know.
        var proclaimed: [String] = []
        var testDescription: String { "\(year)" }
    }

    static let years = [
        Year(year: 2019, published: ["01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25", "12-26"]),
        // The early May holiday moved to the 75th anniversary of the end of the war in Europe.
        Year(
            year: 2020, published: ["01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"],
            movedFrom: ["05-04"], proclaimed: ["05-08"]),
        Year(year: 2021, published: ["01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"]),
        // The spring holiday moved to the Platinum Jubilee, which had a day of its own; the Queen's funeral.
        Year(
            year: 2022,
            published: [
                "01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27",
            ],
            movedFrom: ["05-30"], proclaimed: ["06-02", "06-03", "09-19"]),
        // The coronation.
        Year(
            year: 2023, published: ["01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"],
            proclaimed: ["05-08"]),
        Year(year: 2024, published: ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"]),
        Year(year: 2025, published: ["01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"]),
        Year(year: 2026, published: ["01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"]),
        Year(year: 2027, published: ["01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"]),
        Year(year: 2028, published: ["01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"]),
    ]

    @Test("As published, but for proclamations", arguments: years)
    func asPublished(year: Year) {
        let expected = (year.published.filter { !year.proclaimed.contains($0) } + year.movedFrom).sorted()
        #expect(BankHolidays.ofYear(year.year).map(\.description) == expected.map { "\(year.year)-\($0)" })
    }

    @Test("A scenario's closed days make up for a proclamation", arguments: years)
    func closedDays(year: Year) throws {
        let first = try #require(CivilDay(year: year.year, month: 1, day: 1))
        let closed = year.proclaimed.compactMap { CivilDay("\(year.year)-\($0)") }
        let calendar = WorkingCalendar(first: first, dayCount: 365, closedDays: closed)
        for text in year.published {
            let day = try #require(CivilDay("\(year.year)-\(text)"))
            #expect(calendar.isHoliday(day) && !calendar.isWorkingDay(day), "\(day)")
        }
    }

    @Test("Every year has eight, in order, none at a weekend")
    func everyYear() {
        for year in 1978...2200 {
            let days = BankHolidays.ofYear(year)
            #expect(days.count == 8 && days == days.sorted(), "\(year)")
            #expect(days.allSatisfy { !$0.weekday.isWeekend && $0.date.year == year }, "\(year)")
            #expect(Set(days).count == 8, "\(year)")
            #expect(days[1].weekday == .friday && days[2] - days[1] == 3, "Easter \(year)")
        }
    }

    /// Good Friday of years with an early, a late or an exceptional Easter, from church calendars.
    @Test(
        "Easter at its extremes",
        arguments: [
            (1981, "1981-04-17"), (1954, "1954-04-16"), (2008, "2008-03-21"), (2011, "2011-04-22"),
            (2038, "2038-04-23"),
            (2049, "2049-04-16"), (2076, "2076-04-17"), (2106, "2106-04-16"),
        ])
    func goodFriday(year: Int, text: String) {
        #expect(BankHolidays.ofYear(year)[1].description == text)
    }
}
