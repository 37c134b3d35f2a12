public import CareModel

/// How long a time a number of a forecast is of.
public enum ForecastSpan: String, CaseIterable, Sendable {
    /// Seven days from a first day of the forecast's weeks.
    case week
    /// A calendar month.
    case month
    /// Three calendar months.
    case quarter
    /// Twelve calendar months.
    case year

    /// `months`: several of them.
    var plural: String { rawValue + "s" }

    /// The calendar months of days that are whole months, first days in order; nil where they are none.
    public static func months(from first: CivilDay, through last: CivilDay) -> [CivilDay]? {
        guard first.date.day == 1, (last + 1).date.day == 1, first <= last else { return nil }
        var months: [CivilDay] = []
        var month = first
        while month <= last {
            months.append(month)
            month = month + Int32(CivilDay.daysInMonth(year: month.date.year, month: month.date.month))
        }
        return months
    }

    /// Whether days are what a span of this kind is.
    func holds(_ first: CivilDay, _ last: CivilDay) -> Bool {
        let months = ForecastSpan.months(from: first, through: last)?.count
        return switch self {
        case .week: last - first == 6
        case .month: months == 1
        case .quarter: months == 3
        case .year: months == 12
        }
    }

    /// A span as a table writes it: `Apr 2026`, `Apr–Jun 2026`, `Apr 2025–Mar 2026`, `week of 6 Apr 2026`.
    func words(_ first: CivilDay, _ last: CivilDay) -> String {
        func month(_ day: CivilDay) -> String { String(CivilDay.monthNames[day.date.month - 1].prefix(3)) }
        let end = "\(month(last)) \(last.date.year)"
        return switch self {
        case .week: "week of \(TextTools.tableDay(first))"
        case .month: end
        case .quarter, .year:
            "\(month(first))\(first.date.year == last.date.year ? "" : " \(first.date.year)")–\(end)"
        }
    }
}
