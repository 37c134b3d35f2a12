public import PublishedStatistics

/// What simulated services did in the twelve months after an origin, as a change of what was published before: one more
/// member of the mix, where there is one.
public struct SimulatedPaths: Sendable {
    private struct Key: Hashable {
        let origin: PublishedMonth
        let provider: String
        let figure: MonthlyFigures.Figure
    }

    private var paths: [Key: [Double?]] = [:]  // lookup only

    /// None.
    public init() {}

    /// Whether there is none.
    public var isEmpty: Bool { paths.isEmpty }

    /// The twelve months of a figure after an origin, the first month that is forecast; nil unless all are known.
    public subscript(origin: PublishedMonth, provider: String, figure: MonthlyFigures.Figure) -> [Double]? {
        guard let found = paths[Key(origin: origin, provider: provider, figure: figure)] else { return nil }
        let known = found.compactMap { $0 }
        return known.count == 12 ? known : nil
    }

    /// Adds what was simulated for a month; a month outside the twelve is passed over.
    public mutating func add(
        _ value: Double, of figure: MonthlyFigures.Figure, in month: PublishedMonth, provider: String,
        origin: PublishedMonth
    ) {
        let place = month.number - origin.number
        guard (0..<12).contains(place), value.isFinite, value >= 0 else { return }
        paths[
            Key(origin: origin, provider: provider, figure: figure), default: [Double?](repeating: nil, count: 12)
        ][place] = value
    }
}
