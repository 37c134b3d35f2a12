import CGSL

/// How chances that were forecast have to be told so that they come true where more moves than the forecast knows: on
/// the scale of log odds a chance is drawn towards the middle, or pushed away from it, and shifted.
///
/// With a slope below 1 chances were too sure, and are told less so. D. R. Cox, Biometrika 45 (1958), doi
/// 10.1093/biomet/45.3-4.562; J. Platt (1999), *Probabilistic outputs for support vector machines*.
public struct ChanceWidening: Hashable, Sendable {
    /// What is added to the log odds.
    public var shift: Double
    /// What the log odds are multiplied by.
    public var slope: Double

    /// A widening; with nothing given chances stay as they are.
    public init(shift: Double = 0, slope: Double = 1) {
        self.shift = shift
        self.slope = slope
    }

    /// A chance as it is to be told.
    /// - Parameters:
    ///   - chance: a share of runs, 0 … 1.
    ///   - runs: how many, at least 1: nothing is told surer than they show, so 0 and 1 are taken for half a run.
    public func chance(_ chance: Double, runs: Int) -> Double {
        let odds = shift + slope * Self.logOdds(chance, runs: runs)
        return 1 / (1 + exp(-odds))
    }

    /// The widening under which chances would have come true: of greatest likelihood, with a weak pull to none.
    /// - Parameter outcomes: chances, shares of so many runs, and what happened.
    /// - Returns: none where all or none happened.
    /// - Complexity: O(outcomes) for each of a few steps.
    public static func fitted(to outcomes: [Reliability.Outcome], runs: Int) -> ChanceWidening {
        let happened = outcomes.count(where: \.happened)
        guard happened > 0, happened < outcomes.count else { return ChanceWidening() }
        let pairs = outcomes.map { (odds: logOdds($0.chance, runs: runs), happened: $0.happened ? 1.0 : 0) }
        var (shift, slope) = (0.0, 1.0)
        for _ in 0..<50 {
            // Newton's steps; the pull is that of one observation of each.
            var (first, second) = (-shift, -(slope - 1))
            var (top, across, bottom) = (1.0, 0.0, 1.0)
            for pair in pairs {
                let chance = 1 / (1 + exp(-(shift + slope * pair.odds)))
                let (left, weight) = (pair.happened - chance, chance * (1 - chance))
                first += left
                second += left * pair.odds
                top += weight
                across += weight * pair.odds
                bottom += weight * pair.odds * pair.odds
            }
            let determinant = top * bottom - across * across
            let (step, turn) = (
                (bottom * first - across * second) / determinant, (top * second - across * first) / determinant
            )
            shift += max(-1, min(1, step))
            slope += max(-1, min(1, turn))
            if abs(step) < 1e-9, abs(turn) < 1e-9 { break }
        }
        return ChanceWidening(shift: shift, slope: slope)
    }

    /// The log odds of a share of runs.
    private static func logOdds(_ chance: Double, runs: Int) -> Double {
        let least = 0.5 / Double(max(1, runs))
        let bounded = min(1 - least, max(least, chance))
        return log(bounded / (1 - bounded))
    }
}
