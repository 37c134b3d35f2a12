import Statistics

/// The level and the range that runs give.
struct RunsSummary {
    /// The mean.
    let mean: Double
    /// The 5th centile.
    let low: Double
    /// The 95th centile.
    let high: Double

    /// The chance that the range claims.
    static let chance = 0.9
    /// Runs without which a range of nine in ten is no more than all of them.
    static let leastRuns = 20

    /// A summary; nil if fewer than half of the runs have a number.
    init?(_ runs: [Double?]) {
        let known = runs.compactMap { $0 }.sorted()
        guard known.count > 1, known.count * 2 >= runs.count else { return nil }
        mean = Summary(known).mean
        low = quantile(0.05, ofAscending: known)
        high = quantile(0.95, ofAscending: known)
    }
}
