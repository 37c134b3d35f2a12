import CareModel
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
                sharesFirstDays && place > 0
                ? results[0].start.passed(from: experiments[0].scenario, to: experiment, isCancelled: isCancelled)
                : nil
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
        let whole = MeasureDefinition.all.flatMap { definition in
            [compared(definition, ResultGroup(), scenarios.map { Array($0.teams.indices) })]
                + shared.map { team in
                    compared(definition, ResultGroup(team: team.index), team.places.map { [$0] })
                }
        }
        return whole + groupMeasures()
    }

    /// Measures by who people are, where all scenarios take them and they may be shared (EQ-1).
    private func groupMeasures() -> [ComparedValues] {
        guard results.allSatisfy({ $0.records.first?.groupCounts.isEmpty == false }) else { return [] }
        return EquityGroup.all.flatMap { group in
            MeasureDefinition.all.compactMap { definition in
                let values = results.compactMap { $0.values(definition, of: group) }
                guard values.count == results.count else { return nil }
                return ComparedValues(
                    name: definition.name, unit: definition.unit, group: ResultGroup(people: group), values: values)
            }
        }
    }

    private func compared(
        _ definition: MeasureDefinition, _ group: ResultGroup, _ teams: [[Int]]
    ) -> ComparedValues {
        ComparedValues(
            name: definition.name, unit: definition.unit, group: group,
            values: results.indices.map { results[$0].values(definition, teams[$0], scenarios[$0]) })
    }

    /// The mean of a difference and its 95% interval, replication by replication. Runs from the same first day have its
    /// luck in common: where there are several days the interval is that of the days' means, as for a forecast.
    /// - Parameters:
    ///   - first: what is looked at, a value each replication; nil where nobody was there to be measured.
    ///   - second: what it is compared with.
    /// - Returns: nil with fewer than two pairs.
    public func difference(_ first: [Double?], _ second: [Double?]) -> PairedDifference? {
        let days = results[0].start.snapshots.count
        let pairs = zip(first, second).map { one, other in one.flatMap { one in other.map { (one, $0) } } }
        let known = pairs.compactMap { $0 }
        guard known.count > 1 else { return nil }
        guard days > 1, known.count == pairs.count, known.count >= 2 * days else {
            return PairedDifference(first: known.map(\.0), second: known.map(\.1))
        }
        func means(_ part: ((Double, Double)) -> Double) -> [Double] {
            (0..<days).map { day in
                Summary(stride(from: day, to: known.count, by: days).map { part(known[$0]) }).mean
            }
        }
        return PairedDifference(first: means { $0.0 }, second: means { $0.1 })
    }
}

/// A measure of several scenarios, replication by replication.
public struct ComparedValues: Sendable {
    /// Its name.
    public let name: String
    /// `people`, `share`, `days`, `appointments` …
    public let unit: String
    /// For whom; the team by its place in the first scenario.
    public let group: ResultGroup
    /// One array for each scenario, a value each replication; nil where nobody was there to be measured.
    public let values: [[Double?]]
}
