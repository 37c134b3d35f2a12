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
func loadScenario(_ path: String, overrides: [KeyValue]) throws -> LoadedScenario {
    do {
        let loaded = try ScenarioLoader.load(path: path, overrides: overrides.map { ($0.key, $0.value) })
        for warning in loaded.warnings { Terminal.say("warning: \(warning)") }
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
