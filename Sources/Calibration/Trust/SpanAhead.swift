import PublishedStatistics

/// A stretch of the year that is forecast: a month, a quarter or the whole of it.
public struct SpanAhead: Hashable, Sendable {
    /// How long it is.
    public enum Kind: String, CaseIterable, Sendable {
        /// A month.
        case month
        /// Three months.
        case quarter
        /// Twelve months.
        case year

        /// Months in it.
        public var months: Int {
            switch self {
            case .month: 1
            case .quarter: 3
            case .year: 12
            }
        }
    }

    /// How long it is.
    public let kind: Kind
    /// Which of its kind since the origin, from 1.
    public let horizon: Int

    /// The twelve months, the four quarters and the year.
    public static let all: [SpanAhead] = Kind.allCases.flatMap { kind in
        (1...(12 / kind.months)).map { SpanAhead(kind: kind, horizon: $0) }
    }

    /// Its months, counted from 0 at the origin.
    public var months: Range<Int> { (horizon - 1) * kind.months..<horizon * kind.months }

    /// The mean of its months; nil if too few are known: all of a month or a quarter, ten of a year.
    func mean(of values: [Double?]) -> Double? {
        let known = months.compactMap { $0 < values.count ? values[$0] : nil }
        guard known.count >= min(months.count, 10) else { return nil }
        return known.reduce(0, +) / Double(known.count)
    }

    /// Its first and last month.
    func bounds(from first: PublishedMonth) -> (first: PublishedMonth, last: PublishedMonth) {
        (first + months.lowerBound, first + (months.upperBound - 1))
    }
}
