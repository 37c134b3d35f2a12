import Statistics

/// England's season of a figure, for a history that may be short: a trend and twelve effects, drawn towards none.
///
/// Where ``MonthIndex`` asks for two years, this makes do with what there is: each effect, and the trend, has a tenth
/// of a made-up month that says 0, which hardly matters once every month of the year was seen twice.
public struct ForecastSeason: Hashable, Sendable {
    /// What a month of the year adds to the level, January first; they sum to 0.
    public let effects: [Double]

    /// No season.
    public static let none = ForecastSeason(effects: [Double](repeating: 0, count: 12))

    private static let weightOfNone = 0.1

    private init(effects: [Double]) { self.effects = effects }

    /// The season of some levels; none for fewer than six.
    public init(_ levels: [(month: PublishedMonth, level: Double)]) {
        guard levels.count >= 6 else {
            self = .none
            return
        }
        let years = TrendYears.of(levels.map(\.month))
        var rows = zip(levels, years).map { entry, year in
            [1, year] + (1...12).map { $0 == entry.month.month ? 1.0 : 0 }
        }
        var response = levels.map(\.level)
        for column in 1...13 {
            rows.append((0...13).map { $0 == column ? Self.weightOfNone.squareRoot() : 0 })
            response.append(0)
        }
        guard let fit = LinearFit(rows: rows, response: response) else {
            self = .none
            return
        }
        let raw = Array(fit.coefficients.suffix(12))
        let mean = raw.reduce(0, +) / 12
        effects = raw.map { $0 - mean }
    }

    /// What a month of the year adds, 1 … 12.
    public subscript(month: Int) -> Double { effects[month - 1] }
}
