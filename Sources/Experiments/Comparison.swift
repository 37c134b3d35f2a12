public import CareModel
public import ServiceSimulation
public import Statistics

/// Scenarios run side by side over the same luck: each replication meets the same people in all of them, so that what
/// differs is the scenario and not chance (common random numbers; Law, *Simulation Modeling and Analysis*, 11.2).
public struct Comparison: Sendable {
    /// The experiments, alike in seed, replications and weeks; the first is what the others are compared with.
    public let experiments: [Experiment]
    /// Whether all begin with the first days of the first: the same list, from which something is changed. Else each
    /// has the list that it would have had.
    public let sharesFirstDays: Bool
    /// What each begins with, where that is known, such as a service's list of today; nil makes first days.
    public var starts: [StartingPoint]?

    /// A comparison.
    /// - Precondition: at least two experiments, with the same seed, replications and weeks; if they share their first
    ///   days, they can (``canShareFirstDays(_:_:)``).
    public init(_ experiments: [Experiment], sharesFirstDays: Bool) {
        precondition(experiments.count >= 2, "a comparison is of two scenarios or more")
        for experiment in experiments {
            let (one, other) = (experiment, experiments[0])
            precondition(
                one.seed == other.seed && one.replications == other.replications && one.weeks == other.weeks,
                "scenarios are compared over the same luck and time")
            precondition(
                !sharesFirstDays || Comparison.canShareFirstDays(one.scenario, other.scenario),
                "only services of one day with a team in common can begin with the same list")
        }
        self.experiments = experiments
        self.sharesFirstDays = sharesFirstDays
    }

    /// Whether two scenarios can begin with the same lists: they begin on the same day and have a team in common, by
    /// name. A team that only one has begins with the list that it would have had.
    public static func canShareFirstDays(_ one: ServiceScenario, _ other: ServiceScenario) -> Bool {
        one.starts == other.starts && one.teams.contains { team in other.teams.contains { $0.name == team.name } }
    }

    /// Runs all of them.
    /// - Parameters:
    ///   - progress: called from any thread, with the place of the experiment that runs.
    ///   - isCancelled: asked between replications.
    /// - Returns: nil if it was cancelled.
    public func run(
        progress: @Sendable (Int, Progress) -> Void = { _, _ in }, isCancelled: @Sendable () -> Bool = { false }
    ) -> ComparisonResult? {
        var results: [ExperimentResult] = []
        for (place, experiment) in experiments.enumerated() {
            let start =
                starts?[place]
                ?? (sharesFirstDays && place > 0
                    ? results[0].start.passed(from: experiments[0].scenario, to: experiment, isCancelled: isCancelled)
                    : nil)
            if isCancelled() { return nil }
            let result =
                start.map {
                    experiment.run(from: $0, progress: { progress(place, $0) }, isCancelled: isCancelled)
                } ?? experiment.run(progress: { progress(place, $0) }, isCancelled: isCancelled)
            guard let result else { return nil }
            results.append(result)
        }
        return ComparisonResult(results: results, scenarios: experiments.map(\.scenario))
    }
}

/// What a comparison found.
public struct ComparisonResult: Sendable {
    /// One for each scenario, in order.
    public let results: [ExperimentResult]
    let scenarios: [ServiceScenario]

    /// Every measure over the horizon, side by side: for the service, then for each team that all scenarios have.
    public func measures() -> [ComparedValues] {
        let base = scenarios[0]
        let shared = base.teams.indices.compactMap { team -> (index: Int, places: [Int])? in
            let places = scenarios.compactMap { scenario in
                scenario.teams.firstIndex { $0.name == base.teams[team].name }
            }
            return places.count == scenarios.count ? (team, places) : nil
        }
        let whole = definitions().flatMap { definitions in
            [compared(definitions, ResultGroup(), scenarios.map { Array($0.teams.indices) })]
                + shared.map { team in
                    compared(definitions, ResultGroup(team: team.index), team.places.map { [$0] })
                }
        }
        return whole + groupMeasures()
    }

    /// What each scenario measures, by name in the order of the first that has it: scenarios that promise other days
    /// have measures of other names, and nothing in place of those of others.
    private func definitions() -> [[Measure?]] {
        let own = scenarios.map { scenario in
            Measure.all(scenario.standards).filter(\.isOfTeams)
                .map { (name: $0.name(scenario.standards), measure: $0) }
        }
        var names: [String] = []
        for named in own.joined() where !names.contains(named.name) { names.append(named.name) }
        return names.map { name in own.map { $0.first { $0.name == name }?.measure } }
    }

    /// Measures by who people are, where all scenarios take them and they may be shared (EQ-1).
    private func groupMeasures() -> [ComparedValues] {
        guard results.allSatisfy({ $0.records.first?.isByGroup == true }) else { return [] }
        return EquityGroup.all.flatMap { group in
            definitions().compactMap { definitions in
                let values = results.indices.compactMap { place in
                    definitions[place].flatMap { results[place].values($0, of: group, scenarios[place]) }
                }
                guard values.count == results.count else { return nil }
                return compared(definitions, ResultGroup(people: group), values)
            }
        }
    }

    private func compared(_ definitions: [Measure?], _ group: ResultGroup, _ teams: [[Int]]) -> ComparedValues {
        let values = results.indices.map { place in
            definitions[place].map { results[place].values($0, teams[place], scenarios[place]) }
                ?? results[place].records.map { _ in nil }
        }
        return compared(definitions, group, values)
    }

    private func compared(_ definitions: [Measure?], _ group: ResultGroup, _ values: [[Double?]]) -> ComparedValues {
        for (definition, scenario) in zip(definitions, scenarios) {
            guard let definition else { continue }
            return ComparedValues(
                measure: definition, name: definition.name(scenario.standards), group: group, values: values)
        }
        preconditionFailure("a measure of no scenario")
    }

    /// The mean of a difference and its interval, replication by replication: with several scenarios beside the first,
    /// each interval is so wide that those of a measure hold all together with 95% (Bonferroni's inequality). Runs from
    /// the same first day have its luck in common, and count together, as for a forecast; a difference of shares stays
    /// within one.
    /// - Parameters:
    ///   - place: the scenario that is looked at.
    ///   - measure: of all scenarios.
    /// - Returns: nil with fewer than two pairs.
    public func difference(of place: Int, _ measure: ComparedValues) -> PairedDifference? {
        PairedDifference(
            first: measure.values[place], second: measure.values[0], firstDays: results[0].start.days.count,
            within: measure.isShare ? -1...1 : -.infinity ... .infinity, level: level)
    }

    /// The level of each interval, so that all of a measure together have 95%.
    private var level: Double { 1 - 0.05 / Double(max(1, results.count - 1)) }
}

/// A measure of several scenarios, replication by replication.
public struct ComparedValues: Sendable {
    /// Its row.
    public let measure: Measure
    /// Its name under the standards of the first scenario that has it.
    public let name: String
    /// For whom; the team by its place in the first scenario.
    public let group: ResultGroup
    /// One array for each scenario, a value each replication; nil where nobody was there to be measured.
    public let values: [[Double?]]

    /// `people`, `share`, `days`, `appointments` …
    public var unit: String { measure.unit.rawValue }

    /// Whether a value lies in 0 … 1.
    public var isShare: Bool { measure.limits == 0...1 }
}
