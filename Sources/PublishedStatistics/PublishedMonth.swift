public import CareModel

/// A calendar month, by which NHS England publishes.
public struct PublishedMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Months since January of the year 0.
    public let number: Int

    /// The month `number` months after January of the year 0.
    public init(number: Int) { self.number = number }

    /// The month of a year, or nil if there is none: year 1900 … 2200, month 1 … 12.
    public init?(year: Int, month: Int) {
        guard (1900...2200).contains(year), (1...12).contains(month) else { return nil }
        number = year * 12 + month - 1
    }

    /// The month written as `YYYY-MM`, or nil if the text is not exactly that.
    public init?(_ text: String) {
        guard text.utf8.count == 7, let first = CivilDay(text + "-01") else { return nil }
        self.init(first)
    }

    /// The month of a day.
    public init(_ day: CivilDay) { number = day.date.year * 12 + day.date.month - 1 }

    /// The year.
    public var year: Int { number / 12 }
    /// The month of the year, 1 … 12.
    public var month: Int { number % 12 + 1 }

    /// The days of the month.
    public var days: Int { CivilDay.daysInMonth(year: year, month: month) }

    /// The days from Monday to Friday that are not bank holidays (those by royal proclamation are not counted).
    public var workingDays: Int {
        guard let first = CivilDay(year: year, month: month, day: 1) else { return days }
        let calendar = WorkingCalendar(first: first, dayCount: days, closedDays: [])
        return (0..<Int32(days)).count { calendar.isWorkingDay(first + $0) }
    }

    /// The month as `YYYY-MM`.
    public var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)" }

    /// Earlier months come first.
    public static func < (one: PublishedMonth, other: PublishedMonth) -> Bool { one.number < other.number }

    /// The month some months later.
    public static func + (month: PublishedMonth, months: Int) -> PublishedMonth {
        PublishedMonth(number: month.number + months)
    }

    /// The month some months earlier.
    public static func - (month: PublishedMonth, months: Int) -> PublishedMonth {
        PublishedMonth(number: month.number - months)
    }
}
