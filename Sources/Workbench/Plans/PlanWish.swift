import Forecasting
public import ScenarioFiles
import ServicePlanning

/// A plan that is asked for, as a value that is kept: the texts of the scenario as they were, and the words of the
/// command.
public struct PlanWish: Hashable, Sendable, Codable {
    /// The scenario's texts, its own first, under the names that they were read by.
    public var texts: [ScenarioText]
    /// What is laid over it.
    public var changes: [ScenarioChange] = []
    /// What is to be reached, as `--target` takes it.
    public var targets: [String] = []
    /// What may be chosen, as `--vary` takes it; empty is what suits the targets.
    public var variations: [String] = []
    /// What is best: `cost`, `change`, or a measure.
    public var best = "cost"
    /// Pounds a year that all changes may cost together; nil is any.
    public var mostPounds: Double?
    /// Posts of one role that a team can fill in a quarter; nil is as the service has ever hired.
    public var hiresAQuarter: Int?
    /// Whether waits that no target speaks of may get longer.
    public var letsWaitsMove = false
    /// Runs of the service in all.
    public var budget = 2000
    /// Weeks of each run; nil is as the scenario says.
    public var weeks: Int?
    /// Names the random numbers.
    public var seed: UInt64 = 1

    /// A plan of a scenario with the usual choices.
    public init(texts: [ScenarioText]) { self.texts = texts }

    /// What `stepcare plan` asks of the same words.
    var request: PlanRequest {
        let source = ScenarioSource.text(
            texts.first?.text ?? "", name: texts.first?.name ?? "", beside: Array(texts.dropFirst()))
        var request = PlanRequest(source, changes: changes, targets: targets)
        request.variations = variations
        request.best = best == "cost" ? .cost : best == "change" ? .change : .measure(best)
        request.mostPounds = mostPounds
        request.hiresAQuarter = hiresAQuarter
        request.letsWaitsMove = letsWaitsMove
        request.budget = budget
        request.settings.weeks = weeks
        request.settings.seed = seed
        return request
    }
}
