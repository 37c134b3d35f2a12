public import CareModel

/// Days of which a target speaks, as they are written: a year, a month or a day, or from one of these to another.
public struct PlannedSpan: Hashable, Sendable, CustomStringConvertible {
    /// The first day.
    public let first: CivilDay
    /// The last day.
    public let last: CivilDay
    /// As it was written.
    public let description: String

    /// Days from one to another.
    /// - Precondition: they are in order.
    public init(_ days: ClosedRange<CivilDay>) {
        first = days.lowerBound
        last = days.upperBound
        description = "\(first)..\(last)"
    }

    /// `2027`, `2027-06`, `2027-06-14`, or two of them with `..` between; nil for what is none of these.
    init?(_ text: String) {
        let parts = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(parts.count), let from = Self.days(parts[0]), let to = Self.days(parts[parts.count - 1]),
            from.lowerBound <= to.upperBound
        else { return nil }
        first = from.lowerBound
        last = to.upperBound
        description = text
    }

    /// The days of a year, of a month, or one.
    private static func days(_ text: String) -> ClosedRange<CivilDay>? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let digits = parts.map { $0.allSatisfy(\.isNumber) && $0.allSatisfy(\.isASCII) ? Int($0) : nil }
        let numbers = digits.compactMap { $0 }
        guard numbers.count == parts.count, parts[0].utf8.count == 4,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 })
        else { return nil }
        switch numbers.count {
        case 1: return range(from: CivilDay(year: numbers[0], month: 1, day: 1), to: (numbers[0], 12))
        case 2: return range(from: CivilDay(year: numbers[0], month: numbers[1], day: 1), to: (numbers[0], numbers[1]))
        case 3: return CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]).map { $0...$0 }
        case _: return nil
        }
    }

    private static func range(from first: CivilDay?, to month: (year: Int, month: Int)) -> ClosedRange<CivilDay>? {
        guard let first, (1...12).contains(month.month),
            let last = CivilDay(
                year: month.year, month: month.month,
                day: CivilDay.daysInMonth(year: month.year, month: month.month))
        else { return nil }
        return first...last
    }

    /// The weeks of a forecast of which most working days lie in the span; nil where it is not within the forecast.
    /// - Parameters:
    ///   - starts: the forecast's first day, a Monday.
    ///   - weeks: how many it has.
    func weeks(of starts: CivilDay, _ weeks: Int) -> Range<Int>? {
        guard first >= starts, last < starts + Int32(weeks * 7) else { return nil }
        // A week belongs to the month in which its Wednesday lies.
        let inside = (0..<weeks).filter { week in
            let wednesday = starts + Int32(week * 7 + 2)
            return wednesday >= first && wednesday <= last
        }
        guard let low = inside.first, let high = inside.last else {
            let week = Int(first - starts) / 7
            return week..<week + 1
        }
        return low..<high + 1
    }
}
