public import EventKernel
public import Statistics

extension Summary {
    /// What a monitor has recorded, for intervals; nil if it has recorded nothing.
    ///
    /// The values of one run follow each other and are not independent, so an interval of them says too much: record
    /// one value a replication, or the mean of a long batch.
    public init?(_ tally: TallyMonitor) {
        guard let mean = tally.mean, let minimum = tally.minimum, let maximum = tally.maximum else { return nil }
        self.init(
            count: tally.count, mean: mean, variance: tally.variance ?? 0, minimum: minimum, maximum: maximum)
    }
}

extension ConfidenceInterval {
    /// Student's t interval of the mean of what a monitor has recorded, independent values such as one a replication;
    /// nil if it has recorded nothing.
    /// - Parameter level: between 0 and 1.
    public static func student(_ tally: TallyMonitor, level: Double = 0.95) -> ConfidenceInterval? {
        Summary(tally).map { student($0, level: level) }
    }
}
