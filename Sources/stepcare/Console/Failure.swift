import ArgumentParser
import Glibc
import Reporting
import ScenarioFiles

/// The exit codes of the design.
enum Exit {
    static let badData = ExitCode(65)
    static let missingInput = ExitCode(66)
    static let inputOutput = ExitCode(74)
    /// As a shell reports a program ended by Ctrl-C.
    static let interrupted = ExitCode(130)
}

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

/// `KEY=VALUE` of `--set`.
struct KeyValue: ExpressibleByArgument {
    let key: String
    let value: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
        key = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
    }

    /// The change as a report names it.
    var change: RunChange { RunChange(key: key, value: value) }
}
