import PublishedStatistics
import Statistics

/// The values with which a simulated provider gives its published figures: how a provider is fitted, alone or as one of
/// a country.
///
/// For a few rounds each value is moved by the figure that it governs; then a search goes on by one trial a step, with
/// slopes that are measured once and mended by what each step did. See ``SecantSearch``.
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
        let isBounded = Self.areBounded(trial)
        func counted(_ residuals: [Double]) -> [Double] {
            residuals.indices.map { row in
                let residual = residuals[row] * counts[row]
                return isBounded[row] ? Self.bounded(residual) : residual
            }
        }
        let near = Self.approach(trial, rounds: effort.rounds) { residuals in
            counted(residuals).reduce(0) { $0 + $1 * $1 }
        }
        guard let near, let first = given ?? FigureSlopes(trial, at: near.place) else { return nil }
        let rows = first.rows(for: trial) + parameters.map { row in parameters.map { $0 == row ? 1.0 : 0 } }
        // What is bounded answers the less the larger it is.
        let weights = rows.indices.map { row in
            isBounded[row] ? counts[row] * Self.answer(near.residuals[row] * counts[row]) : counts[row]
        }
        let search = SecantSearch(
            from: near.place, slopes: zip(rows, weights).map { row, weight in row.map { $0 * weight } },
            limits: effort.limits, evaluate: { points in trial.residuals(at: points).map(counted) })
        guard !trial.isCancelled() else { return nil }
        place = search.parameters
        self.slopes = zip(search.slopes, weights).map { row, weight in row.map { $0 / weight } }
        evaluations = 1 + effort.rounds + (given == nil ? parameters.count + 1 : 0) + search.evaluations
        ending = search.ending
    }

    /// How long a search looks.
    struct Effort: Sendable {
        /// Rounds in which each value is moved by the figure that it governs.
        var rounds = 8
        /// Steps at most.
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
