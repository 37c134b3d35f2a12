import ArgumentParser
import CareModel
import ScenarioFiles
import ServiceSimulation

/// `stepcare check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Reads a scenario and says everything that is wrong with it.")

    @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml"]))
    var scenario: String

    @Option(name: .customLong("set"), help: "Change a key. May be given more than once.")
    var overrides: [KeyValue] = []

    func run() throws {
        let loaded = try loadScenario(scenario, overrides: overrides)
        let service = loaded.scenario
        var lines = ["\(service.title): nothing is wrong."]
        lines.append("  From \(service.starts.longText), \(service.weeks) weeks.")
        for team in service.teams {
            let wte = team.staff.reduce(0) { $0 + Double($1.count) * $1.wte }
            let people = team.staff.reduce(0) { $0 + $1.count }
            lines.append(
                "  \(team.title): \(Int(team.referrals.perWeek.rounded())) referrals a week, \(people) clinicians "
                    + "(\((wte * 10).rounded() / 10) WTE).")
        }
        let given = loaded.assumptions.filter { !$0.isDefault }
        let counts = ValueSource.allCases.map { source in
            "\(given.filter { $0.source == source }.count) \(source.rawValue)"
        }
        lines.append(
            "  \(given.count) numbers differ from the defaults (\(counts.joined(separator: ", "))), "
                + "\(loaded.assumptions.count - given.count) are left at them.")
        try Terminal.print(lines.joined(separator: "\n") + "\n")
    }
}
