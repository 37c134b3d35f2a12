import PublishedStatistics
import Statistics

/// The values with which a simulated provider gives its published figures: how a provider is fitted, alone or as one of
/// a country.
///
/// For a few rounds each value is moved by the figure that it governs; then a search goes on by one trial a step, with
/// slopes that are measured once and mended by what each step did (``SecantSearch``); then come a few rounds more of
/// the values that govern what a verdict rests on, for a search can end at a cliff where no slope shows what one value
/// would do. Where a main figure is still not met, all but the first rounds is done once more from there.
struct ProviderSearch: Sendable {
    /// The place that was found.
    let place: [Double]
    /// How distances answer to values there, as the search had measured and mended them: rows as in
    /// ``Trial/residuals(at:)``, each counting once.
    let slopes: [[Double]]
    /// Places that were simulated.
    let evaluations: Int
    /// Why it ended.
    let ending: SecantSearch.Ending

    /// - Parameters:
    ///   - trial: of the provider.
    ///   - slopes: to begin with; nil to measure the provider's own where the rounds lead.
    ///   - effort: how long it looks.
    /// - Returns: nil if the fit is cancelled.
    init?(_ trial: Trial, slopes given: FigureSlopes?, effort: Effort) {
        let parameters = trial.parameters.indices
        let counts = Self.counts(trial)
        let losses = Self.losses(trial)
        func counted(_ residuals: [Double]) -> [Double] {
            residuals.indices.map { losses[$0].counted(residuals[$0] * counts[$0]) }
        }
        func sum(_ residuals: [Double]) -> Double { counted(residuals).reduce(0) { $0 + $1 * $1 } }
        let start = [Double](repeating: 0, count: parameters.count)
        let near = Self.approach(trial, from: start, by: Self.governors, rounds: effort.rounds, sum: sum)
        guard var best = near else { return nil }
        var evaluations = 1 + effort.rounds
        var found: (slopes: [[Double]], ending: SecantSearch.Ending) = ([], .settled)
        for pass in 0..<max(1, effort.passes) where pass == 0 || !Self.holds(trial, best.residuals) {
            let own = pass == 0 ? given : nil
            guard let first = own ?? FigureSlopes(trial, at: best.place) else { return nil }
            let rows = first.rows(for: trial) + parameters.map { row in parameters.map { $0 == row ? 1.0 : 0 } }
            let weights = rows.indices.map { row in
                counts[row] * losses[row].answer(best.residuals[row] * counts[row])
            }
            let search = SecantSearch(
                from: best.place, slopes: zip(rows, weights).map { row, weight in row.map { $0 * weight } },
                limits: effort.limits, evaluate: { points in trial.residuals(at: points).map(counted) })
            let last = Self.approach(
                trial, from: search.parameters, by: Self.governors.filter(\.isOfMain), rounds: effort.lastRounds,
                sum: sum)
            guard !trial.isCancelled(), let last else { return nil }
            found = (
                zip(search.slopes, weights).map { row, weight in row.map { $0 / weight } }, search.ending
            )
            best = last
            evaluations += (own == nil ? parameters.count + 1 : 0) + search.evaluations + 1 + effort.lastRounds
        }
        place = best.place
        slopes = found.slopes
        ending = found.ending
        self.evaluations = evaluations
    }

    /// Whether every main figure is well within what it holds by.
    private static func holds(_ trial: Trial, _ residuals: [Double]) -> Bool {
        zip(trial.targets, residuals).allSatisfy { entry, residual in
            let share = abs(residual) * entry.target.unit(of: entry.moment) / entry.moment.value
            return !entry.target.isMain || share < 0.8 * FitJudgement.tolerance
        }
    }

    /// How long a search looks.
    struct Effort: Sendable {
        /// Rounds in which each value is moved by the figure that it governs.
        var rounds = 8
        /// Rounds in which the values that govern main figures are moved once more.
        var lastRounds = 5
        /// Searches at most, each from where the one before ended: another only while a main figure is not met.
        var passes = 2
        /// Steps of each at most.
        var steps = 28
        /// How often slopes are measured anew where steps no longer help.
        var measurements = 1

        fileprivate var limits: SecantSearch.Limits {
            var limits = SecantSearch.Limits()
            limits.steps = steps
            limits.measurements = measurements
            limits.vainSteps = 7
            // Residuals count in hundredths, and slopes are in the tens.
            limits.damping = 50
            limits.longestStep = 0.7
            limits.goodEnough = 150
            return limits
        }
    }
}
