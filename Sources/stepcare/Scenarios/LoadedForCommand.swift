import ArgumentParser
import ScenarioFiles

/// Loads a scenario, or prints every error and leaves with the right code.
/// - Parameter known: a scenario whose warnings were said before: what it has too is not said again.
func loadScenario(
    _ path: String, overrides: [KeyValue], known: LoadedScenario? = nil
) throws -> LoadedScenario {
    do {
        let loaded = try ScenarioLoader.load(path: path, overrides: overrides.map { ($0.key, $0.value) })
        let said = known?.warnings.map { "\($0)" } ?? []
        for warning in loaded.warnings.map({ "\($0)" }) where !said.contains(warning) {
            Terminal.say("warning: \(warning)")
        }
        return loaded
    } catch let errors {
        Terminal.say(errors.description)
        throw ExitCode(errors.kind.exitCode)
    }
}
