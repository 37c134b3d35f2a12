import PublishedStatistics

/// How the figures of a service answer to the values that a fit looks for, measured by moving each: of the country as
/// one service in small, near enough for the first steps of each of its providers, or of a provider where its search
/// begins.
struct FigureSlopes: Sendable {
    /// For each of ``CalibrationTarget/all`` its slope by each value, in logarithms for rates, waits and stocks, in its
    /// own unit for shares; nil where none is published.
    private let rows: [[Double]?]
    /// Slopes of how far lists are from standing still, as they count in a trial.
    private let steadiness: [[Double]]

    /// How far each value is moved: far enough to stand out from chance.
    private static let difference = 0.5

    /// - Parameters:
    ///   - trial: whose.
    ///   - point: where; as expected if nil.
    /// - Returns: nil if the fit is cancelled.
    /// - Complexity: 1 + parameters trials.
    init?(_ trial: Trial, at point: [Double]? = nil) {
        let places = trial.parameters.indices
        let origin = point ?? places.map { _ in 0.0 }
        let points = places.map { moved in places.map { origin[$0] + ($0 == moved ? Self.difference : 0) } }
        guard let tallies = trial.tallies(at: [origin] + points) else { return nil }
        let here = trial.figures(tallies[0])
        let there = tallies.dropFirst().map(trial.figures)
        let slopes = here.indices.map { row in
            there.map { ($0[row] - here[row]) / Self.difference }
        }
        rows = CalibrationTarget.all.map { target in
            trial.targets.firstIndex { $0.target.quantity == target.quantity }.map { slopes[$0] }
        }
        steadiness = Array(slopes.dropFirst(trial.targets.count))
    }

    /// The slopes of a provider's distances: a row for each of its targets, then one for each list, as
    /// ``Trial/residuals(at:)`` has them.
    func rows(for trial: Trial) -> [[Double]] {
        let none = trial.parameters.map { _ in 0.0 }
        let own = trial.targets.map { entry in
            let row = CalibrationTarget.all.firstIndex { $0.quantity == entry.target.quantity }
            let scale = entry.target.scale(of: entry.moment)
            return row.flatMap { rows[$0] }?.map { $0 * scale } ?? none
        }
        return own + steadiness
    }
}
