import CareModel
import Workbench

/// What pages say of forecasts that are kept.
enum KeptWords {
    /// `23 November 2026 to 21 November 2027`.
    static func days(_ saved: SavedForecast) -> String {
        "\(day(saved.days.lowerBound)) to \(day(saved.days.upperBound))"
    }

    /// `23 November 2026`.
    private static func day(_ day: CivilDay) -> String { "\(day.shortText) \(day.date.year)" }

    /// `2 of 12`.
    static func passed(_ saved: SavedForecast, by day: CivilDay) -> String {
        saved.months.isEmpty ? "it has none" : "\(saved.monthsPassed(by: day)) of \(saved.months.count)"
    }

    /// When there will be a month to lay over it; nil if there is one, or it has none.
    static func firstMonth(_ saved: SavedForecast, by day: CivilDay) -> String? {
        guard let month = saved.months.first, let whole = saved.firstMonthIsWhole, day < whole else { return nil }
        let name = "\(CivilDay.monthNames[month.date.month - 1]) \(month.date.year)"
        return "From \(whole.longText) on, what happened in \(name), its first whole month, is laid over it."
    }
}
