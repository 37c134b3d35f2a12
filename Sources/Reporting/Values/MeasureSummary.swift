public import Statistics

/// One measure over the whole horizon.
public struct MeasureSummary: Sendable, Equatable {
    /// Its name.
    public var measure: String
    /// `people`, `share`, `days`, `hours`, `appointments`, `weeks`, `calls`, `sessions`.
    public var unit: String
    /// For whom.
    public var group: MeasureGroup
    /// Mean over replications.
    public var mean: Double
    /// 95% confidence interval of the mean, within what is possible; nil for a single run, which bounds nothing.
    public var ci95: ClosedRange<Double>?
    /// 5th centile over replications; NaN for a single run.
    public var p05: Double
    /// Median over replications.
    public var p50: Double
    /// 95th centile over replications; NaN for a single run.
    public var p95: Double
    /// What the service's own records have of the same weeks a year before; nil where there are none.
    public var yearBefore: Double?
    /// The runs one by one, which a verdict is counted from; nil where none is given.
    public var sample: RunSample?

    /// A summary.
    public init(
        measure: String, unit: String, group: MeasureGroup, mean: Double, ci95: ClosedRange<Double>?, p05: Double,
        p50: Double, p95: Double, sample: RunSample? = nil
    ) {
        self.measure = measure
        self.unit = unit
        self.group = group
        self.mean = mean
        self.ci95 = ci95
        self.p05 = p05
        self.p50 = p50
        self.p95 = p95
        self.sample = sample
    }
}
