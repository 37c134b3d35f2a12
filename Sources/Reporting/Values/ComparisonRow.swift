/// One measure of all scenarios.
public struct ComparisonRow: Sendable, Equatable {
    /// Its name.
    public var measure: String
    /// `people`, `share`, `days`, `appointments` …
    public var unit: String
    /// For whom.
    public var group: MeasureGroup
    /// The mean of each scenario; nil where nobody was there to be measured.
    public var means: [Double?]
    /// How each scenario but the first differs from the first; nil where that cannot be said.
    public var differences: [MeasureDifference?]

    /// A row.
    public init(
        measure: String, unit: String, group: MeasureGroup, means: [Double?], differences: [MeasureDifference?]
    ) {
        self.measure = measure
        self.unit = unit
        self.group = group
        self.means = means
        self.differences = differences
    }
}
