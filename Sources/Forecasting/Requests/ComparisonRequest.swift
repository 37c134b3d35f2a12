public import Experiments
public import ScenarioFiles
import ServiceSimulation

/// A comparison that is asked for: scenarios, and changes of the first of them, over the same luck.
public struct ComparisonRequest: Sendable {
    /// A change of the first scenario, with a name.
    public struct Variant: Hashable, Sendable {
        /// What it is called.
        public var name: String
        /// What is laid over the first scenario.
        public var changes: [ScenarioChange]

        /// A change.
        public init(name: String, changes: [ScenarioChange]) {
            self.name = name
            self.changes = changes
        }
    }

    /// The scenarios; the first is what all others are compared with.
    public var scenarios: [ScenarioSource]
    /// Changes of the first.
    public var variants: [Variant]
    /// Whether each begins with the lists that it would have had; else teams of one name begin with those of the first.
    public var ownLists = false
    /// Runs of each, ``replicationsAllowed``.
    public var replications = 30
    /// How they are run; all over the same weeks, those of the first scenario unless others are given.
    public var settings = RunSettings()
    /// Where first days are kept that warm-ups make; nil makes them anew.
    public var firstDays: KeptFirstDays?
    /// Runs of this process that began with the lists of the first scenario; nil makes them anew.
    public var runs: RunMemory?
    /// The service's list of today, with which the first scenario, which is its own, and all variants begin; nil is as
    /// the scenarios say.
    private(set) var today: ServiceToday?

    /// Changes of a service beside it as it is, all from its list of today.
    public init(of today: ServiceToday, variants: [Variant]) {
        self.init([today.loaded.source], variants: variants)
        self.today = today
    }

    /// A comparison of thirty runs.
    public init(_ scenarios: [ScenarioSource], variants: [Variant] = []) {
        self.scenarios = scenarios
        self.variants = variants
    }

    /// Runs that can be asked for: one has no pair to differ from.
    public static let replicationsAllowed = 2...100_000
    /// How many can be compared.
    public static let sizesAllowed = 2...20

    /// What is out of range.
    public var faults: [SettingFault] {
        let size = scenarios.isEmpty ? 0 : scenarios.count + variants.count
        return settings.faults(with: [
            SettingFault("replications", replications, allowed: Self.replicationsAllowed),
            SettingFault("scenarios", size, allowed: Self.sizesAllowed),
        ])
    }

    /// Loads what is compared, and checks what is asked.
    /// - Throws: ``ForecastingError``.
    public func prepare() throws(ForecastingError) -> PreparedComparison {
        let faults = faults
        guard faults.isEmpty else { throw .settings(faults) }
        if let today { return try prepare(from: today) }
        var loaded: [LoadedScenario] = []
        for scenario in scenarios { loaded.append(try Self.load(scenario, [])) }
        for variant in variants { loaded.append(try Self.load(scenarios[0], variant.changes)) }
        return PreparedComparison(request: self, names: names(loaded), loaded: loaded, lists: nil)
    }

    private func prepare(from today: ServiceToday) throws(ForecastingError) -> PreparedComparison {
        var lists = [today]
        for variant in variants {
            do throws(ScenarioErrors) { lists.append(try today.changed(variant.changes)) } catch {
                throw .scenario(error)
            }
        }
        let loaded = lists.map(\.loaded)
        return PreparedComparison(
            request: self, names: names(loaded), loaded: loaded, lists: lists.map(\.snapshot))
    }

    private static func load(
        _ source: ScenarioSource, _ changes: [ScenarioChange]
    ) throws(ForecastingError) -> LoadedScenario {
        do { return try ScenarioLoader.load(source, changes: changes) } catch { throw .scenario(error) }
    }

    /// What each is called: a scenario by its name, a variant by the one given; no two alike.
    private func names(_ loaded: [LoadedScenario]) -> [String] {
        var names = loaded.prefix(scenarios.count).map(\.scenario.name) + variants.map(\.name)
        for place in names.indices where names.firstIndex(of: names[place]) != place {
            names[place] += "-\(place + 1)"
        }
        return names
    }
}
