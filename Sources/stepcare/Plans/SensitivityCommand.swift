import ArgumentParser
import CareModel
import Forecasting
import Reporting
import ScenarioFiles
import ServicePlanning

/// `stepcare sensitivity`.
struct SensitivityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sensitivity",
        abstract: "Says which assumptions an answer hangs on, and which deserve measuring first.",
        discussion: """
            Every number of the scenario that is assumed is moved between a quarter less and a third more (a share by \
            its odds), first along random paths (Morris), then the most telling to both ends, then those together \
            (Sobol' indices). --vary KEY=LOW..HIGH tells which numbers, and their ends. With --variant \
            NAME:KEY=VALUE it asks what the change's effect hangs on. The same people are met in every run; the \
            first day is that of the scenario as it is.
            """)

    @Argument(help: "The scenario file.")
    var scenario: String

    @Option(help: "The measure, with TEAM: before it for one team (default: first-appointment-wait-mean).")
    var measure = "first-appointment-wait-mean"

    @Option(
        help: ArgumentHelp("Asks what a change does: NAME:KEY=VALUE[,KEY=VALUE]…", valueName: "name:key=value"))
    var variant: Variant?

    @Option(help: ArgumentHelp("A number to move. May be given more than once.", valueName: "key=low..high"))
    var vary: [String] = []

    @Option(help: "Runs in all (default: 2000).")
    var budget = 2_000

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Change a key of the scenario. May be given more than once.", valueName: "key=value"))
    var settings: [KeyValue] = []

    @Option(help: "Weeks of each run (default: a year, or as the scenario says if that is less).")
    var weeks: Int?

    @OptionGroup var runs: RunOptions

    @OptionGroup var results: ResultOptions

    func run() throws {
        let prepared = try prepare()
        let chartScript = try results.chartScript()
        Interruption.watch()
        let folder = try results.folder()
        let report = try run(prepared, folder).report(command: commandLine(prepared))
        if let folder {
            let table = SensitivityCSV.table(report)
            let tables = [table] + SensitivityCSV.dictionaries(report)
            let files =
                tables.map { OutputFile($0.name, $0.text) } + [
                    OutputFile("sensitivity.json", SensitivityJSON.document(report)),
                    OutputFile("sensitivity.schema.json", SensitivityJSON.schema()),
                    OutputFile("summary.txt", SensitivityWords.summary(report) + "\n"),
                    OutputFile("report.html", SensitivityHTML.page(report, chartScript: chartScript)),
                ]
            try folder.put(files) { ManifestFile.text(report, files: $0) }
        }
        switch results.format {
        case .json: try Terminal.print(SensitivityJSON.document(report))
        case .csv: try Terminal.print(SensitivityCSV.table(report).text)
        case .table:
            try Terminal.print(SensitivityTable.text(report))
            try results.sayWhere()
        }
    }

    private func prepare() throws -> PreparedSensitivity {
        var request = SensitivityRequest(.file(scenario), changes: settings.map(\.change))
        request.measure = measure
        request.variant = variant?.variant
        request.ranges = vary
        request.budget = budget
        request.settings.weeks = weeks
        request.settings.seed = runs.seed
        request.settings.threads = runs.threadCount
        request.firstDays = runs.firstDays
        do {
            let prepared = try request.prepare()
            say(prepared.loaded.warnings)
            return prepared
        } catch {
            throw PlanFailure.report(error)
        }
    }

    private func run(_ prepared: PreparedSensitivity, _ folder: OutputFolder?) throws -> PreparedSensitivity.Outcome {
        let bar = ProgressBar()
        defer { bar.clear() }
        do {
            return try prepared.run(
                progress: { bar.show($0, $1, $2) }, isCancelled: { Interruption.isAsked })
        } catch {
            folder?.discard()
            bar.clear()
            Terminal.say(results.output == nil ? "Stopped." : "Stopped; nothing was written.")
            throw PlanFailure.report(error)
        }
    }

    private func commandLine(_ prepared: PreparedSensitivity) -> String {
        var words = ["stepcare", "sensitivity", scenario, "--measure", measure]
        if let variant { words += ["--variant", variant.variant.argument] }
        for range in vary { words += ["--vary", range] }
        for change in settings { words += ["--set", change.change.argument] }
        words += ["--weeks", String(prepared.weeks), "--budget", String(budget), "--seed", String(runs.seed)]
        return ShellText.line(words)
    }
}
