/// A calendar day in the service's own zone, counted in days since Saturday 1 January 2000.
///
/// Days before that are negative. Conversion to and from year, month and day is exact integer arithmetic in the
/// proleptic Gregorian calendar (Howard Hinnant, *chrono-Compatible Low-Level Date Algorithms*), O(1).
@frozen
public struct CivilDay: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Days since 2000-01-01.
    public var number: Int32

    /// The day `number` days after 2000-01-01.
    @inlinable
    public init(number: Int32) { self.number = number }

    /// The day with this date, or nil if there is no such date.
    /// - Parameters:
    ///   - year: 1900 … 2200.
    ///   - month: 1 … 12.
    ///   - day: 1 … 28, 29, 30 or 31 by month.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...2200).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDay.daysInMonth(year: year, month: month)
        else { return nil }
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = Int32(era * 146_097 + dayOfEra - 730_425)
    }

    /// The number of days in a month, leap years counted.
    public static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: return 30
        default: return 31
        }
    }

    /// Year, month (1 … 12) and day of the month (1 … 31).
    public var date: (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 730_425
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    /// The day of the week.
    @inlinable @inline(__always)
    public var weekday: Weekday {
        // 2000-01-01 was a Saturday, and Monday is 0.
        let shifted = (Int(number) + 5) % 7
        return Weekday(rawValue: UInt8(shifted < 0 ? shifted + 7 : shifted)).unsafelyUnwrapped
    }

    /// The Monday of this day's week.
    @inlinable
    public var monday: CivilDay { self - Int32(weekday.rawValue) }

    /// The first minute of the day.
    @inlinable
    public var start: CivilMinute { CivilMinute(minutes: Int64(number) * 1440) }

    /// The day `days` later.
    @inlinable
    public static func + (day: CivilDay, days: Int32) -> CivilDay { CivilDay(number: day.number + days) }

    /// The day `days` earlier.
    @inlinable
    public static func - (day: CivilDay, days: Int32) -> CivilDay { CivilDay(number: day.number - days) }

    /// Days from `earlier` to `later`.
    @inlinable
    public static func - (later: CivilDay, earlier: CivilDay) -> Int32 { later.number - earlier.number }

    /// Earlier days come first.
    @inlinable
    public static func < (one: CivilDay, other: CivilDay) -> Bool { one.number < other.number }
}

/// A day of the week, Monday first (ISO 8601).
@frozen
public enum Weekday: UInt8, CaseIterable, Sendable {
    case monday, tuesday, wednesday, thursday, friday, saturday, sunday

    /// Whether the day is a Saturday or a Sunday.
    @inlinable
    public var isWeekend: Bool { rawValue >= 5 }
}
