/// How one scenario differs from another, over the same luck.
public struct MeasureDifference: Sendable, Equatable {
    /// The mean difference.
    public var mean: Double
    /// Its 95% confidence interval, of the pairs (Student's t).
    public var ci95: ClosedRange<Double>
    /// Correlation of the pairs, -1 … 1: how much of chance cancels.
    public var correlation: Double

    /// A difference.
    public init(mean: Double, ci95: ClosedRange<Double>, correlation: Double) {
        self.mean = mean
        self.ci95 = ci95
        self.correlation = correlation
    }

    /// Whether the interval leaves out zero.
    public var isClear: Bool { !ci95.contains(0) }
}
