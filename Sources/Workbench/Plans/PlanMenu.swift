public import CareModel
import Experiments
import Forecasting
import ScenarioFiles
import ServicePlanning
import ServiceSimulation

/// What a plan of a scenario can be asked of: its days, teams, roles, and the measures that can be targets.
public struct PlanMenu: Sendable {
    /// A measure that can be a target.
    public struct Item: Sendable {
        /// Its name in files.
        public let name: String
        /// What it is called.
        public let title: String
        /// What its numbers count.
        public let unit: MeasureUnit
    }

    /// The scenario's texts, and what is laid over it.
    private let texts: [ScenarioText]
    private let changes: [ScenarioChange]
    /// Its title.
    public let title: String
    /// The first day of its forecast.
    public let starts: CivilDay
    /// Weeks of its forecast.
    public let weeks: Int
    /// Its teams, by short name and title.
    public let teams: [(name: String, title: String)]
    /// What can be held, what is asked most in front.
    public let measures: [Item]

    /// Loads a scenario.
    /// - Throws: ``BenchFault/scenario(_:)``.
    init(_ source: ScenarioSource, changes: [ScenarioChange]) throws(BenchFault) {
        let loaded: LoadedScenario
        do throws(ScenarioErrors) {
            loaded = try ScenarioLoader.load(source, changes: changes)
        } catch {
            throw .scenario(error.description)
        }
        let scenario = loaded.scenario
        texts = loaded.texts
        self.changes = changes
        (title, starts, weeks) = (scenario.title, scenario.starts, scenario.weeks)
        teams = scenario.teams.map { ($0.name, $0.title) }
        let hasNeed = scenario.teams.allSatisfy { $0.population.need > 0 }
        let all = Measure.all(scenario.standards).compactMap { measure -> Item? in
            guard MeasureSums.makes(measure.count), measure.isOfTeams, !measure.title.isEmpty else { return nil }
            if case .access = measure.count, !hasNeed { return nil }
            return Item(
                name: measure.name(scenario.standards), title: measure.title(scenario.standards), unit: measure.unit)
        }
        let first = Self.asked.flatMap { begins in all.filter { $0.name.hasPrefix(begins) } }
        let rest = all.filter { item in !first.contains { $0.name == item.name } }
        measures = first + rest
    }

    /// A plan of it in which nothing is asked yet.
    public var wish: PlanWish {
        var wish = PlanWish(texts: texts)
        wish.changes = changes
        return wish
    }

    /// What names of measures begin with that are asked most.
    private static let asked = [
        "first-appointment-within", "first-treatment-within", "second-treatment-within", "first-appointment-wait",
        "access-rate", "waiting-", "recovery", "staff-cost", "cost-per-",
    ]

    /// Weeks of a forecast that can be asked for.
    public static var weeksAllowed: ClosedRange<Int> { RunSettings.weeksAllowed }
    /// Runs that can be asked for.
    public static var budgetsAllowed: ClosedRange<Int> { PlanRequest.budgetsAllowed }
}
