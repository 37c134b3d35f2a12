public import Reporting
public import ScenarioFiles
import ServiceSimulation

extension ComparedScenario {
    /// What a report says of a scenario that was read.
    /// - Parameters:
    ///   - name: tells it from others beside it; nil is the scenario's own.
    ///   - changes: what was laid over its files.
    public init(_ loaded: LoadedScenario, named name: String? = nil, changes: [ScenarioChange]) {
        self.init(
            name: name ?? loaded.scenario.name, title: loaded.scenario.title, sha256: loaded.sha256,
            changes: changes.map(RunChange.init), standards: loaded.scenario.standards,
            warnings: loaded.warnings.map(RunWarning.init))
    }
}
