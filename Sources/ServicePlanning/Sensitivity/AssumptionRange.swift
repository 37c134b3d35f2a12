import CareModel
import Foundation
import ScenarioFiles

/// A number of a scenario that nobody has measured, and between which ends it may lie.
public struct AssumptionRange: Sendable, Hashable {
    /// Its key.
    public let key: String
    /// What it means.
    public let meaning: String
    /// Its unit.
    public let unit: String
    /// What it is.
    public let value: Double
    /// The lowest that it may be.
    public let low: Double
    /// The highest.
    public let high: Double
    /// Whether it counts whole things.
    let isWhole: Bool

    /// The ends that nobody told: a quarter less to a third more; of a share its odds.
    /// - Parameter isWhole: whether it counts whole things.
    init?(_ assumption: Assumption, isWhole: Bool) {
        guard let value = Double(assumption.valueText), value > 0, value.isFinite else { return nil }
        key = assumption.key
        meaning = assumption.meaning
        unit = assumption.unit
        self.value = value
        self.isWhole = isWhole
        if assumption.unit == "share", value < 1 {
            let odds = value / (1 - value)
            low = odds * 0.75 / (1 + odds * 0.75)
            high = odds / 0.75 / (1 + odds / 0.75)
        } else {
            low = isWhole ? min(value - 1, (value * 0.75).rounded()) : value * 0.75
            high = isWhole ? max(value + 1, (value / 0.75).rounded()) : value / 0.75
        }
    }

    /// Ends that somebody told.
    init(_ assumption: Assumption, isWhole: Bool, low: Double, high: Double) {
        key = assumption.key
        meaning = assumption.meaning
        unit = assumption.unit
        value = Double(assumption.valueText) ?? low
        self.isWhole = isWhole
        self.low = low
        self.high = high
    }

    /// The same with other ends.
    func between(_ low: Double, _ high: Double) -> AssumptionRange {
        AssumptionRange(key, meaning, unit, value, low, high, isWhole)
    }

    private init(
        _ key: String, _ meaning: String, _ unit: String, _ value: Double, _ low: Double, _ high: Double,
        _ isWhole: Bool
    ) {
        self.key = key
        self.meaning = meaning
        self.unit = unit
        self.value = value
        self.low = low
        self.high = high
        self.isWhole = isWhole
    }

    /// The change that sets it to a value.
    func change(_ value: Double) -> ScenarioChange {
        ScenarioChange(key: key, value: PlannedVariable.number(isWhole ? value.rounded() : value))
    }

    /// The change that sets it to a place between its ends, 0 … 1.
    func change(at place: Double) -> ScenarioChange { change(low + (high - low) * place) }
}
