import CareModel
public import Forecasting
import Replications
public import ScenarioFiles
import ServiceSimulation

/// Which assumptions drive an answer: a question about one measure of a scenario, or about what a change does to it.
public struct SensitivityRequest: Sendable {
    /// The scenario.
    public var scenario: ScenarioSource
    /// What is laid over it.
    public var changes: [ScenarioChange]
    /// The measure, with a team, a colon before it if it is of one.
    public var measure = "first-appointment-wait-mean"
    /// A change whose difference is looked at; nil looks at the scenario itself.
    public var variant: ComparisonRequest.Variant?
    /// Which numbers are moved, and between which ends, as it was written; empty is all that are assumed.
    public var ranges: [String] = []
    /// Runs in all, ``budgetsAllowed``.
    public var budget = 2_000
    /// How it is run.
    public var settings = RunSettings()
    /// Where first days are kept that warm-ups make; nil makes them anew.
    public var firstDays: KeptFirstDays?

    /// A question about the mean wait for a first appointment.
    public init(_ scenario: ScenarioSource, changes: [ScenarioChange] = []) {
        self.scenario = scenario
        self.changes = changes
    }

    /// Budgets that can be asked for.
    public static let budgetsAllowed = 200...1_000_000

    /// Loads the scenario, and checks what is asked.
    /// - Throws: everything that is wrong.
    public func prepare() throws(ServicePlanningError) -> PreparedSensitivity {
        var faults: [PlanFault] = []
        if !Self.budgetsAllowed.contains(budget) {
            faults.append(PlanFault("budget", "\(budget)", "is \(Self.budgetsAllowed.lowerBound) runs or more"))
        }
        if let weeks = settings.weeks, !RunSettings.weeksAllowed.contains(weeks) {
            faults.append(PlanFault("weeks", "\(weeks)", "is 1 to 520"))
        }
        if !RunSettings.threadsAllowed.contains(settings.threads) {
            faults.append(PlanFault("threads", "\(settings.threads)", "is 1 to 256"))
        }
        let loaded: LoadedScenario
        do {
            loaded = try ScenarioLoader.load(scenario, changes: changes)
            if let variant { _ = try loaded.with(changes + variant.changes) }
        } catch {
            throw faults.isEmpty ? .forecasting(.scenario(error)) : .faults(faults)
        }
        // A year shows what moves waits; a scenario of two would take twice as long.
        let weeks = settings.weeks ?? min(loaded.scenario.weeks, 52)
        var target: ResolvedTarget?
        do throws(PlanFault) {
            target = try resolved(loaded.scenario, weeks)
        } catch {
            faults.append(error)
        }
        let found = AssumptionRanges(loaded: loaded, changes: changes, threads: settings.threads)
        var factors: [AssumptionRange] = []
        do throws(ManyFaults) {
            factors = ranges.isEmpty ? found.together(found.usual(of: target)) : try found.told(ranges)
        } catch {
            faults += error.faults
        }
        if faults.isEmpty, factors.isEmpty {
            faults.append(PlanFault("vary", "", "nothing is assumed here that could be moved"))
        }
        guard faults.isEmpty, let target else { throw .faults(faults) }
        let prepared = PreparedSensitivity(
            request: self, loaded: loaded, target: target, factors: factors, weeks: weeks)
        guard budget >= prepared.leastRuns else {
            throw .faults([
                PlanFault(
                    "budget", "\(budget)",
                    "is \(prepared.leastRuns) runs or more for the \(factors.count) numbers that are assumed; --vary "
                        + "KEY=LOW..HIGH says which of them to move")
            ])
        }
        return prepared
    }

    private func resolved(_ scenario: ServiceScenario, _ weeks: Int) throws(PlanFault) -> ResolvedTarget {
        let parts = measure.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
            throw PlanFault("measure", measure, "it is a measure, or a team, a colon and a measure")
        }
        let target = ServiceTarget(
            team: parts.count == 2 ? parts[0] : nil, measure: parts[parts.count - 1], .atLeast, .value(0),
            span: PlannedSpan(scenario.starts...scenario.starts + Int32(weeks * 7 - 1)),
            chance: ServiceTarget.usualChance)
        do throws(PlanFault) {
            return try TargetResolver(scenario: scenario, weeks: weeks).resolve(target)
        } catch {
            throw PlanFault("measure", measure, error.reason)
        }
    }
}

/// Several things that are wrong.
struct ManyFaults: Error {
    let faults: [PlanFault]
}

/// Finds the numbers of a scenario that may be moved.
struct AssumptionRanges: Sendable {
    let loaded: LoadedScenario
    let changes: [ScenarioChange]
    /// Numbers that are tried at once. It changes the time, never the ranges.
    let threads: Int

    /// Parts of a scenario that describe no service: how it is run and measured, and what is known of its fit.
    private static let notOfTheService = [
        "weeks", "starts", "start.", "standards.", "uncertainty.", "by-group", "sources", "closed-days",
    ]

    /// Whatever is assumed and is a number, as far as the scenario can have its ends.
    func usual(of target: ResolvedTarget?) -> [AssumptionRange] {
        let costs = target?.unit == .pounds
        let assumed = loaded.assumptions.filter { assumption in
            assumption.source == .assumed && (costs || !assumption.key.hasPrefix("pay."))
                && !Self.notOfTheService.contains { assumption.key == $0 || assumption.key.hasPrefix($0) }
                && !assumption.key.contains(".fit.") && !assumption.key.contains(".trusted.")
        }
        let found = Replications.run(assumed.count, threads: threads) { place -> AssumptionRange? in
            let assumption = assumed[place]
            // To know whether it is whole takes a scenario or two: nothing is tried of what cannot be moved.
            guard AssumptionRange(assumption, isWhole: false) != nil else { return nil }
            return AssumptionRange(assumption, isWhole: isWhole(assumption)).flatMap(allowed)
        }
        return found.compactMap { $0 }
    }

    /// Without those that a scenario cannot have moved together with the others, such as shares that must sum to one:
    /// they are found by moving all at once, to places that differ from try to try.
    func together(_ ranges: [AssumptionRange]) -> [AssumptionRange] {
        var left = ranges
        var tries = 0
        while tries < 12, !left.isEmpty {
            let places = left.indices.map { Double(($0 * 7 + tries * 5) % 4) / 3 }
            let moved = zip(left, places).map { $0.change(at: $1) }
            do {
                _ = try loaded.with(changes + moved)
                tries += 1
            } catch {
                let keys = error.diagnostics.map(\.key)
                let kept = left.filter { range in
                    !keys.contains { range.key == $0 || range.key.hasPrefix("\($0).") || $0.hasPrefix("\(range.key).") }
                }
                // A fault that names none of them is of nobody in particular: the last to come goes.
                left = kept.count < left.count ? kept : Array(left.dropLast())
            }
        }
        return left
    }

    /// The ranges that somebody told: `KEY=LOW..HIGH`.
    func told(_ texts: [String]) throws(ManyFaults) -> [AssumptionRange] {
        var faults: [PlanFault] = []
        var found: [AssumptionRange] = []
        for text in texts {
            let parts = text.filter { !$0.isWhitespace }.split(separator: "=", maxSplits: 1).map(String.init)
            let ends =
                parts.count == 2
                ? parts[1].split(separator: "..", omittingEmptySubsequences: false).map {
                    ServiceTarget.number(String($0))
                }
                : []
            guard ends.count == 2, let low = ends[0], let high = ends[1], low < high else {
                faults.append(
                    PlanFault("vary", text, "it is KEY=LOW..HIGH, such as attendance.did-not-attend-first=0.05..0.12"))
                continue
            }
            guard let assumption = loaded.assumptions.first(where: { $0.key == parts[0] }),
                Double(assumption.valueText) != nil
            else {
                faults.append(
                    PlanFault("vary", text, "\(parts[0]) is no number of this scenario; `stepcare keys` lists the keys")
                )
                continue
            }
            let range = AssumptionRange(assumption, isWhole: isWhole(assumption), low: low, high: high)
            do {
                for end in [0.0, 1.0] {
                    _ = try loaded.with(changes + [range.change(at: end)])
                }
                found.append(range)
            } catch {
                faults.append(PlanFault("vary", text, error.description))
            }
        }
        guard faults.isEmpty else { throw ManyFaults(faults: faults) }
        return found
    }

    /// Whether a number counts whole things: the scenario cannot have a half of it more.
    private func isWhole(_ assumption: Assumption) -> Bool {
        guard let value = Double(assumption.valueText), value == value.rounded() else { return false }
        return [value + 0.5, value - 0.5].allSatisfy { half in
            let change = ScenarioChange(key: assumption.key, value: PlannedVariable.number(half))
            return (try? loaded.with(changes + [change])) == nil
        }
    }

    /// The range as far as the scenario can have it; nil if it can have nothing but what it has.
    private func allowed(_ range: AssumptionRange) -> AssumptionRange? {
        func can(_ value: Double) -> Bool {
            (try? loaded.with(changes + [range.change(value)])) != nil
        }
        let low = can(range.low) ? range.low : range.value
        let high = can(range.high) ? range.high : range.value
        return low < high ? range.between(low, high) : nil
    }
}
