public import PublishedStatistics

/// The figures of all providers of a file, month by month, until a month before which everything is known.
///
/// What is made from it cannot have seen a later month: it is not there.
public struct ForecastPanel: Sendable {
    /// The codes of the providers, ascending; those that went on under another are part of it.
    public let codes: [String]
    /// The first month.
    public let first: PublishedMonth
    /// How many months there are; the next is the first that is forecast.
    public let months: Int
    /// By figure and provider, month by month.
    let values: [[[Double?]]]
    /// Of England by figure.
    let england: [[Double?]]
    /// By figure.
    let scales: [FigureScale]
    /// Of each month and of the twelve after.
    let workingDays: [Int]

    /// All figures that both a forecast and a statistic know, in their order.
    static let figures = MonthlyFigures.Figure.allCases

    /// Takes the figures of a file until a month.
    /// - Parameters:
    ///   - until: the last month that is known.
    ///   - code: a provider that is wanted even if it went on under another code.
    /// - Complexity: O(providers × months).
    public init(_ file: PublishedFile, until: PublishedMonth, with code: String? = nil) throws(PublishedError) {
        let gone = ProviderSuccession.known.map(\.predecessor)
        var all: [ProviderSeries] = []
        for other in file.codes where !gone.contains(other) || other == code {
            all.append(try file.series(of: other))
        }
        self.init(all, england: file.england, months: file.months.filter { $0 <= until })
    }

    private init(_ series: [ProviderSeries], england: ProviderSeries?, months known: [PublishedMonth]) {
        codes = series.map(\.code)
        first = known.first ?? PublishedMonth(number: 0)
        months = known.count
        let published = Self.figures.map(\.published)
        scales = published.map { FigureScale($0) }
        values = published.map { figure in series.map { one in known.map { figure.month($0, in: one) } } }
        self.england = published.map { figure in
            known.map { month in england.flatMap { figure.month(month, in: $0) } }
        }
        let first = self.first
        workingDays = (0..<known.count + 12).map { (first + $0).workingDays }
    }

    /// The place of a provider; nil if there is none.
    public func place(of code: String) -> Int? { codes.firstIndex(of: code) }

    /// The figures of a year's months from a place on, as far as they are known.
    func actual(_ figure: Int, _ provider: Int, from month: Int) -> [Double?] {
        (month..<month + 12).map { $0 < months ? values[figure][provider][$0] : nil }
    }

    /// Referrals in the twelve months before a place, months that are not known being as the others; 0 if none is.
    func referralsInYear(_ provider: Int, before month: Int) -> Double {
        let known = values[0][provider][max(0, month - 12)..<month].compactMap { $0 }
        return known.isEmpty ? 0 : known.reduce(0, +) / Double(known.count) * 12
    }
}
