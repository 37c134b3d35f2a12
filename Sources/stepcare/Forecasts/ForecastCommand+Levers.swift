import CareModel
import Forecasting
import Reporting
import ScenarioFiles

/// What would help, tried beside the forecast.
extension ForecastCommand {
    /// Whether what would help is tried: not where nothing would say it.
    var isTried: Bool { !quick && (results.format != .csv || results.output != nil) }

    /// What would help, with the commands that try it again; says how long that took where somebody watches.
    func whatWouldHelp(
        _ prepared: PreparedForecast, _ outcome: ForecastOutcome, _ folder: OutputFolder?
    ) throws -> WhatWouldHelp {
        let clock = ContinuousClock()
        let start = clock.now
        var help = try watched(folder) { watch throws(ForecastingError) in
            try prepared.whatWouldHelp(after: outcome, everywhere: thorough, watch)
        }
        for place in help.levers.indices {
            help.levers[place].command = command(help.levers[place], help.weeks, outcome)
        }
        if Terminal.isWatched, !help.levers.isEmpty {
            let seconds = Int((clock.now - start).components.seconds)
            Terminal.say("What would help took \(seconds) s; --quick leaves it out.")
        }
        return help
    }

    /// The command that tries a change again: `compare` with a variant; of a database's list, or of a scenario that is
    /// changed already, a forecast with the change. Empty where the first days are more than either would make.
    private func command(_ lever: TriedLever, _ weeks: Int, _ outcome: ForecastOutcome) -> String {
        guard precision == nil else { return "" }
        let changes = lever.changes.map { ScenarioChange(key: $0.key, value: $0.value) }
        let end = ["--weeks", String(weeks), "--replications", String(lever.runs), "--seed", String(runs.seed)]
        guard from == nil, overrides.isEmpty, let scenario else {
            let set = (overrides.map(\.change) + changes).flatMap { ["--set", $0.argument] }
            return ShellText.line(subjectWords(outcome) + ["--quick"] + end + set)
        }
        let variant = ComparisonRequest.Variant(name: lever.name, changes: changes)
        return ShellText.line(
            ["stepcare", "compare", scenario, "--variant", variant.argument] + end
                + (lever.team == nil ? [] : ["--by-team"]))
    }
}
