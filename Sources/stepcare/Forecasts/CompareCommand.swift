import ArgumentParser
import CareModel
import Forecasting
import Replications
import Reporting
import ScenarioFiles

/// `stepcare compare`.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Says what another scenario, or a change of this one, does to waits and outcomes.",
        discussion: """
            Every run meets the same people in all scenarios, so that what differs is the scenario and not luck. \
            Teams of one name begin with the same lists, those of the first scenario, unless --own-lists is given or \
            the scenarios begin on different days: clinicians who are new begin with nobody, and those who are gone \
            hand over. All are compared over the same weeks.
            """)

    @Argument(help: "The scenario files; the first is what the others are compared with.")
    var scenarios: [String]

    @Option(
        help: ArgumentHelp(
            "A change of the first scenario, with a name: NAME:KEY=VALUE[,KEY=VALUE]… May be given more than once.",
            valueName: "name:key=value"))
    var variant: [Variant] = []

    @Flag(help: "Each scenario begins with the lists that it would have had.")
    var ownLists = false

    @Option(help: "Weeks to forecast (default: as the first scenario says).")
    var weeks: Int?

    @Option(help: "Runs of each scenario (default: 30).")
    var replications: Int = 30

    @OptionGroup var runs: RunOptions

    @Flag(help: "Show teams too.")
    var byTeam = false

    @Flag(help: "In JSON and CSV, measure by age, sex, ethnicity, deprivation and so on too.")
    var byGroup = false

    @OptionGroup var results: ResultOptions

    func validate() throws {
        try RunOptions.validate(request.faults.filter { $0.setting != "scenarios" })
        guard scenarios.count + variant.count >= 2 else {
            throw ValidationError("Give another scenario, or --variant, to compare with.")
        }
        guard scenarios.count + variant.count <= 20 else {
            throw ValidationError("Compare 20 scenarios at most.")
        }
    }

    func run() throws { try run(sharing: nil) }

    /// Compares, with runs that others have made.
    func run(sharing work: SharedWork?) throws {
        let prepared = try prepare()
        let chartScript = try results.chartScript()
        Interruption.watch()
        let folder = try results.folder()
        for note in prepared.notes { Terminal.say(note) }
        let outcome = try run(prepared, folder, work)
        if let unkept = prepared.unkept { Terminal.say("note: \(unkept)") }
        let report = outcome.report(command: commandLine(outcome))
        if let folder { try write(report, to: folder, chartScript: chartScript) }
        switch results.format {
        case .json: try Terminal.print(ComparisonJSON.document(report))
        case .csv: try Terminal.print(ComparisonCSV.measures(report).text)
        case .table:
            try Terminal.print(
                ComparisonTable.text(report, byTeam: byTeam) + "\n" + ComparisonWords.summary(report) + "\n")
            try results.sayWhere()
        }
    }

    private func write(_ report: ComparisonReport, to folder: OutputFolder, chartScript: String) throws {
        var tables = ComparisonCSV.files(report)
        tables += ComparisonCSV.dictionaries(report, of: tables)
        let files =
            tables.map { OutputFile($0.name, $0.text) } + [
                OutputFile("comparison.json", ComparisonJSON.document(report)),
                OutputFile("comparison.schema.json", ComparisonJSON.schema(report)),
                OutputFile("summary.txt", ComparisonWords.summary(report) + "\n"),
                OutputFile("report.html", ComparisonHTML.page(report, chartScript: chartScript)),
            ]
        try folder.put(files) { ManifestFile.text(report, files: $0) }
    }

    /// The command that makes the result again. Threads change nothing, and where it is written neither.
    private func commandLine(_ outcome: ComparisonOutcome) -> String {
        var words = ["stepcare", "compare"] + scenarios
        for variant in variant { words += ["--variant", variant.variant.argument] }
        if ownLists { words.append("--own-lists") }
        words += ["--weeks", String(outcome.weeks)]
        words += ["--replications", String(replications), "--seed", String(runs.seed)]
        return ShellText.line(words + (byGroup ? ["--by-group"] : []))
    }

    var request: ComparisonRequest {
        var request = ComparisonRequest(scenarios.map(ScenarioSource.file), variants: variant.map(\.variant))
        request.ownLists = ownLists
        request.replications = replications
        request.settings.weeks = weeks
        request.settings.seed = runs.seed
        request.settings.threads = runs.threadCount
        request.settings.runsPartsApart = !runs.together
        request.settings.measuresGroups = byGroup
        request.firstDays = runs.firstDays
        return request
    }

    /// Loads the scenarios, then the variants of the first, and says what they are warned of.
    func prepare() throws -> PreparedComparison {
        do {
            let prepared = try request.prepare()
            for warnings in prepared.warnings { say(warnings) }
            return prepared
        } catch {
            throw ServiceFailure.report(error, "")
        }
    }

    /// What the runs found, unless the user stops them.
    private func run(
        _ prepared: PreparedComparison, _ folder: OutputFolder?, _ work: SharedWork?
    ) throws -> ComparisonOutcome {
        let bar = ProgressBar()
        defer { bar.clear() }
        do {
            return try prepared.run(
                RunWatch(progress: { bar.show($0) }, isCancelled: { Interruption.isAsked }), sharing: work)
        } catch {
            folder?.discard()
            bar.clear()
            Terminal.say(results.output == nil ? "Stopped." : "Stopped; nothing was written.")
            throw ServiceFailure.report(error, "")
        }
    }
}
