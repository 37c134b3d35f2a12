import CareModel
public import Forecasting
public import ScenarioFiles
import ServiceSimulation

/// A plan that is asked for: what is to be reached, what may be chosen, and what is best.
public struct PlanRequest: Sendable {
    /// What the best plan has the least of, or the most.
    public enum Best: Hashable, Sendable {
        /// What it costs in a year once all of it is there (KP-9).
        case cost
        /// The smallest change: the fewest posts and steps.
        case change
        /// A measure of the runs: the least of it, or the most where more is better.
        case measure(String)
    }

    /// The scenario.
    public var scenario: ScenarioSource
    /// What is laid over it.
    public var changes: [ScenarioChange]
    /// What is to be reached, as it was written.
    public var targets: [String]
    /// What may be chosen, as it was written; empty is what suits the targets.
    public var variations: [String] = []
    /// What is best.
    public var best = Best.cost
    /// Pounds a year that all changes may cost together; nil is any.
    public var mostPounds: Double?
    /// Posts of one role that a team can fill in a quarter; nil is as the service has ever hired.
    public var hiresAQuarter: Int?
    /// Whether waits that no target speaks of may get longer than they are today.
    public var letsWaitsMove = false
    /// Runs of the service in all, ``budgetsAllowed``.
    public var budget = 2_000
    /// How it is run.
    public var settings = RunSettings()
    /// Where first days are kept that warm-ups make; nil makes them anew.
    public var firstDays: KeptFirstDays?

    /// A plan of the usual choices.
    public init(_ scenario: ScenarioSource, changes: [ScenarioChange] = [], targets: [String]) {
        self.scenario = scenario
        self.changes = changes
        self.targets = targets
    }

    /// Budgets that can be asked for.
    public static let budgetsAllowed = 100...1_000_000
    /// How much can be chosen at once: what runs say of more is lost in chance.
    public static let mostChoices = 30

    /// Loads the scenario, and checks what is asked.
    /// - Throws: everything that is wrong.
    public func prepare() throws(ServicePlanningError) -> PreparedPlan {
        var faults = self.faults
        let loaded: LoadedScenario
        do {
            loaded = try ScenarioLoader.load(scenario, changes: changes)
        } catch {
            throw faults.isEmpty ? .forecasting(.scenario(error)) : .faults(faults)
        }
        let weeks = settings.weeks ?? loaded.scenario.weeks
        let targets = resolvedTargets(loaded.scenario, weeks, &faults)
        let measured = resolvedBest(loaded.scenario, weeks, &faults)
        let variables = resolvedVariables(loaded, weeks, targets, &faults)
        if let mostPounds, mostPounds < 0 {
            faults.append(PlanFault("most-cost", "\(mostPounds)", "is 0 pounds a year or more"))
        }
        if faults.isEmpty, variables.isEmpty {
            faults.append(
                PlanFault("vary", "", "no team has posts that could be added; say what may be chosen: --vary pwp=0..6"))
        }
        if variables.count > Self.mostChoices {
            faults.append(
                PlanFault(
                    "vary", "\(variables.count) choices",
                    "is \(Self.mostChoices) at most: say which teams and roles, such as "
                        + "--vary \(loaded.scenario.teams[0].name):pwp"))
        }
        guard faults.isEmpty else { throw .faults(faults) }
        return PreparedPlan(
            request: self, loaded: loaded, targets: targets, measured: measured, variables: variables, weeks: weeks)
    }

    private var faults: [PlanFault] {
        var faults: [PlanFault] = []
        if targets.isEmpty {
            faults.append(PlanFault("target", "", "say what is to be reached: first-appointment-within-28-days>=90%"))
        }
        if !Self.budgetsAllowed.contains(budget) {
            faults.append(
                PlanFault(
                    "budget", "\(budget)",
                    "is \(Self.budgetsAllowed.lowerBound) to \(Self.budgetsAllowed.upperBound) runs"))
        }
        if let hiresAQuarter, !(1...999).contains(hiresAQuarter) {
            faults.append(PlanFault("hires-per-quarter", "\(hiresAQuarter)", "is 1 to 999 posts"))
        }
        if let weeks = settings.weeks, !RunSettings.weeksAllowed.contains(weeks) {
            faults.append(PlanFault("weeks", "\(weeks)", "is 1 to 520"))
        }
        if !RunSettings.threadsAllowed.contains(settings.threads) {
            faults.append(PlanFault("threads", "\(settings.threads)", "is 1 to 256"))
        }
        return faults
    }

    private func resolvedTargets(
        _ scenario: ServiceScenario, _ weeks: Int, _ faults: inout [PlanFault]
    ) -> [ResolvedTarget] {
        let resolver = TargetResolver(scenario: scenario, weeks: weeks)
        var found: [ResolvedTarget] = []
        for text in targets {
            do throws(PlanFault) {
                let target = try resolver.resolve(ServiceTarget(text))
                if found.contains(where: { $0.target.isSame(as: target.target) }) {
                    faults.append(PlanFault("target", text, "it is asked for twice"))
                }
                found.append(target)
            } catch {
                faults.append(error)
            }
        }
        return letsWaitsMove || !faults.isEmpty ? found : found + resolver.guards(found)
    }

    private func resolvedBest(
        _ scenario: ServiceScenario, _ weeks: Int, _ faults: inout [PlanFault]
    ) -> ResolvedTarget? {
        guard case .measure(let name) = best else { return nil }
        do throws(PlanFault) {
            let isMore = Measure.all(scenario.standards).first { $0.name(scenario.standards) == name }?.better == .more
            let target = ServiceTarget(
                team: nil, measure: name, isMore ? .atLeast : .atMost, .value(0), span: nil,
                chance: ServiceTarget.usualChance)
            return try TargetResolver(scenario: scenario, weeks: weeks).resolve(target)
        } catch {
            faults.append(PlanFault("minimise", name, error.reason))
            return nil
        }
    }

    private func resolvedVariables(
        _ loaded: LoadedScenario, _ weeks: Int, _ targets: [ResolvedTarget], _ faults: inout [PlanFault]
    ) -> [PlannedVariable] {
        let resolver = VariableResolver(
            loaded: loaded, changes: changes, weeks: weeks, hiresAQuarter: hiresAQuarter,
            referralWeeks: targets.filter { $0.reason == .asked }.map(\.weeks.lowerBound).min() ?? 0)
        guard !variations.isEmpty else {
            do throws(PlanFault) {
                return try resolver.usual(for: targets)
            } catch {
                faults.append(error)
                return []
            }
        }
        var found: [PlannedVariable] = []
        for text in variations {
            do throws(PlanFault) {
                for variable in try resolver.resolve(PlanVariation(text), text) {
                    guard !found.contains(where: { $0.name == variable.name }) else {
                        throw PlanFault("vary", text, "\(variable.name) is varied twice")
                    }
                    found.append(variable)
                }
            } catch {
                faults.append(error)
            }
        }
        return found
    }
}

extension ServiceTarget {
    /// Whether it holds the same measure on the same side in the same days.
    func isSame(as other: ServiceTarget) -> Bool {
        team == other.team && measure == other.measure && side == other.side && span == other.span
    }
}
