import ArgumentParser
import CareModel
import Forecasting
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
        let overview = ScenarioOverview(loaded)
        var lines = ["\(service.title): nothing is wrong."]
        lines.append("  From \(service.starts.longText), \(service.weeks) weeks.")
        for team in overview.teams {
            lines.append(
                "  \(team.title): \(Int(team.referralsPerWeek.rounded())) referrals a week, "
                    + "\(team.clinicians) clinicians (\((team.wte * 10).rounded() / 10) WTE).")
        }
        let counts = overview.differing.map { "\($0.count) \($0.source.rawValue)" }
        lines.append(
            "  \(overview.differing.reduce(0) { $0 + $1.count }) numbers differ from the defaults "
                + "(\(counts.joined(separator: ", "))), \(overview.defaults) are left at them.")
        try Terminal.print(lines.joined(separator: "\n") + "\n")
    }
}
