import ArgumentParser
import ScenarioFiles

/// `stepcare keys`.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Lists the keys of a scenario: default, unit, range, source, rule, meaning.")

    @Argument(help: "Only keys whose name, meaning or rule contains this.")
    var pattern: String?

    func run() throws {
        let keys = pattern.map(ScenarioKeys.matching) ?? ScenarioKeys.all
        guard !keys.isEmpty else {
            Terminal.say("No key matches '\(pattern ?? "")'. 'stepcare keys' lists them all.")
            throw Exit.missingInput
        }
        try Terminal.print(keys.map(text).joined(separator: "\n") + "\n")
    }

    private func text(_ key: KeyDescription) -> String {
        let unit = key.unit.isEmpty ? "" : " \(key.unit)"
        var facts = [key.isRequired ? "required" : "default \(key.defaultText)\(unit)"]
        if !key.rangeText.isEmpty { facts.append(key.rangeText) }
        facts.append(key.source.rawValue)
        if !key.rules.isEmpty { facts.append(key.rules.joined(separator: " ")) }
        return "\(key.pattern)\n    \(key.meaning)\n    \(facts.joined(separator: "; "))"
    }
}
