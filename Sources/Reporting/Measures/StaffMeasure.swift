import CareModel

/// A measure of work by team and role, with the cap or target it is held to (KP-8, CL-1, CL-2).
struct StaffMeasure {
    /// Weekly measure and summary.
    var measure: Measure
    /// What it is.
    var label: String
    /// What its numbers count.
    var unit: String
    /// What it is, in one word.
    var brief: String
    /// Measure that holds the cap or target; nil for one without.
    var limitMeasure: Measure?
    /// On which side of it the promise is kept.
    var side: Promise.Side
    /// What the limit is.
    var limitWord: String

    /// All of them.
    static let all = [caseload, hours, unused]

    /// People on the caseload.
    static let caseload = StaffMeasure(
        measure: .caseload, label: "Caseload a WTE", unit: "people a WTE", brief: "caseload",
        limitMeasure: .caseloadCap, side: .atMost,
        limitWord: "cap")
    /// Clinical hours completed in a week at work: a target of hours a week knows no leave, sickness and holidays.
    static let hours = StaffMeasure(
        measure: .completedHours, label: "Completed hours a WTE and week at work",
        unit: "hours a WTE and week at work", brief: "hours at work",
        limitMeasure: .completedHoursTarget, side: .atLeast, limitWord: "target")
    /// Bookable slots that nobody used.
    static let unused = StaffMeasure(
        measure: .unusedSlots, label: "Slots unused", unit: "% of slots", brief: "slots unused",
        limitMeasure: nil, side: .atMost, limitWord: "")

    /// The measure over the whole horizon, to be shown with one decimal; nil if the forecast does not have it.
    func summary(_ group: MeasureGroup, _ index: ForecastIndex) -> MeasureSummary? {
        var row = index.summary(measure, group)
        if row?.unit == MeasureUnit.people.rawValue { row?.unit = ValueText.caseload }
        return row
    }

    /// The cap or target; nil if the forecast has none.
    func limit(_ group: MeasureGroup, _ index: ForecastIndex) -> Double? {
        limitMeasure.flatMap { index.summary($0, group)?.mean }
    }

    /// The cap or target as a promise.
    func promise(_ group: MeasureGroup, _ index: ForecastIndex) -> Promise? {
        limit(group, index).map {
            Promise(limit: $0, side: side, words: "\(limitWord) \(NumberText.dense($0))")
        }
    }
}
