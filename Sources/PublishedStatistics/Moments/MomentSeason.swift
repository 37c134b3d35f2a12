import Foundation

/// What the season of England does to the figures of any provider, so that its level can be told from a few months.
struct MomentSeason {
    let england: ProviderSeries
    let until: PublishedMonth
    /// How far back the season looks.
    let months: Int

    /// For each month the weeks of an even year in which as much is expected as in that month, by the season of some
    /// counts; nil if England's season cannot be told.
    func weeks(of measures: [PublishedMeasure], _ window: [PublishedMonth]) -> [Double]? {
        let counts = (0..<months).reversed().compactMap { back in
            england.total(of: measures, in: until - back).map { (month: until - back, count: $0) }
        }
        guard let index = try? MonthIndex(counts) else { return nil }
        return index.weeks(of: window, until: until)
    }

    /// How values of a measure that is a mean or a stock differ by the month of the year; nil for one that no season is
    /// known for: shares, sessions and scores.
    func index(of measure: PublishedMeasure) -> MonthIndex? {
        guard measure.kind == .days || measure.weight == nil else { return nil }
        return try? MonthIndex(
            levels: (0..<months).reversed().compactMap { back in
                england.value(measure, in: until - back).map { (until - back, $0) }
            })
    }
}

extension ProviderSeries {
    /// The first count and those after it, which count 0 where they are not known; nil without the first.
    func total(of measures: [PublishedMeasure], in month: PublishedMonth) -> Double? {
        guard let first = value(measures[0], in: month) else { return nil }
        return measures.dropFirst().reduce(first) { $0 + (value($1, in: month) ?? 0) }
    }
}

extension MonthIndex {
    /// For each month the weeks of an even year in which as much is expected as in that month, the year that ends with
    /// `until` being the measure of an even one.
    func weeks(of window: [PublishedMonth], until: PublishedMonth) -> [Double] {
        func expected(_ month: PublishedMonth) -> Double { self[month.month] * Double(month.workingDays) }
        let year = (0..<12).map { until - $0 }
        let weeks = year.reduce(0.0) { $0 + Double($1.days) } / 7
        let perWeek = year.reduce(0.0) { $0 + expected($1) } / weeks
        return window.map { expected($0) / perWeek }
    }
}
