/// One measure of all scenarios, week by week.
public struct ComparisonWeeks: Sendable, Equatable {
    /// Its name.
    public var measure: String
    /// For whom.
    public var group: MeasureGroup
    /// For each scenario and week the mean; nil where nobody was there to be measured.
    public var means: [[Double?]]

    /// A measure week by week.
    public init(measure: String, group: MeasureGroup, means: [[Double?]]) {
        self.measure = measure
        self.group = group
        self.means = means
    }
}
