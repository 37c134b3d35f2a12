import ArgumentParser
import CareModel
import Forecasting
import ScenarioFiles

/// Loads a scenario, or prints every error and leaves with the right code.
func loadScenario(_ path: String, overrides: [KeyValue]) throws -> LoadedScenario {
    do {
        let loaded = try ScenarioLoader.load(.file(path), changes: overrides.map(\.change))
        say(loaded.warnings)
        return loaded
    } catch let errors {
        throw ServiceFailure.report(errors)
    }
}

/// Says what a scenario is warned of.
func say(_ warnings: [FileFault]) {
    for warning in warnings { Terminal.say("warning: \(warning)") }
}
