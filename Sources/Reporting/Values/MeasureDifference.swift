public import Statistics

/// How one scenario differs from another, over the same luck.
public struct MeasureDifference: Sendable, Equatable {
    /// The mean difference.
    public var mean: Double
    /// Its 95% confidence interval, of the pairs (Student's t).
    public var ci95: ClosedRange<Double>
    /// Correlation of the pairs, -1 … 1: how much of chance cancels.
    public var correlation: Double
    /// How many runs of each would tell it from nothing; nil where nobody asked.
    public var runsToTell: RunsToTell?

    /// A difference.
    public init(mean: Double, ci95: ClosedRange<Double>, correlation: Double, runsToTell: RunsToTell? = nil) {
        self.mean = mean
        self.ci95 = ci95
        self.correlation = correlation
        self.runsToTell = runsToTell
    }

    /// Runs of each that would tell it from nothing; nil where it is told, or no number would.
    public var runsNeeded: Int? {
        switch runsToTell {
        case .runs(let count): count
        case .told, .never, nil: nil
        }
    }

    /// Whether the interval leaves out zero.
    public var isClear: Bool { !ci95.contains(0) }
}
