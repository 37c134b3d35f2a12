import ArgumentParser
import CareModel
import Experiments
import Reporting
import ScenarioFiles
import ServiceSimulation
import Statistics

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

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

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

    @Option(help: "Names the random numbers; the same seed gives the same answer.")
    var seed: UInt64 = 1

    @Option(help: "Runs side by side (default: one a processor); it changes the time, never the answer.")
    var threads: Int?

    @Flag(help: "Show teams too.")
    var byTeam = false

    @Flag(help: "In JSON and CSV, measure by age, sex, ethnicity, deprivation and so on too.")
    var byGroup = false

    @Option(help: "Folder for the report, the tables and the summary.")
    var output: String?

    @Option(help: "What to print: table, json or csv.")
    var format: Format = .table

    func validate() throws {
        if let weeks, !(1...520).contains(weeks) { throw ValidationError("--weeks is 1 to 520, not \(weeks).") }
        guard (2...100_000).contains(replications) else {
            throw ValidationError("--replications is 2 to 100000, not \(replications).")
        }
        if let threads, !(1...256).contains(threads) { throw ValidationError("--threads is 1 to 256, not \(threads).") }
        guard scenarios.count + variant.count >= 2 else {
            throw ValidationError("Give another scenario, or --variant, to compare with.")
        }
        guard scenarios.count + variant.count <= 20 else {
            throw ValidationError("Compare 20 scenarios at most.")
        }
        if output == "" { throw ValidationError("--output is the name of a folder.") }
    }

    func run() throws {
        let loaded = try load()
        let chartScript = output == nil ? "" : try ChartScript.load()
        Interruption.watch()
        let folder = try output.map(OutputFolder.opened)
        let sharesFirstDays =
            !ownLists && loaded.allSatisfy { Comparison.canShareFirstDays($0.scenario, loaded[0].scenario) }
        let names = try names(loaded)
        let notes = ComparisonNotes(names: names, scenarios: loaded.map(\.scenario))
        for note in notes.all(weeks: weeks, ownLists: ownLists) { Terminal.say(note) }
        let horizon = weeks ?? loaded[0].scenario.weeks
        let comparison = Comparison(
            loaded.map { experiment($0, weeks: horizon) }, sharesFirstDays: sharesFirstDays)
        guard let result = run(comparison) else {
            folder?.discard()
            Terminal.say(output == nil ? "Stopped." : "Stopped; nothing was written.")
            throw Exit.interrupted
        }
        let report = ComparisonAssembly(
            names: names, loaded: loaded, result: result, seed: seed, sharesFirstDays: sharesFirstDays,
            changes: scenarios.map { _ in [] } + variant.map { $0.changes.map(\.change) },
            command: commandLine(result)
        ).report()
        if let folder { try write(report, to: folder, chartScript: chartScript) }
        switch format {
        case .json: try Terminal.print(ComparisonJSON.document(report))
        case .csv: try Terminal.print(ComparisonCSV.text(report))
        case .table:
            try Terminal.print(
                ComparisonTable.text(report, byTeam: byTeam) + "\n" + ComparisonWords.summary(report) + "\n")
            if let output { try Terminal.print("\nThe report is \(output)/report.html\n") }
        }
    }

    private func write(_ report: ComparisonReport, to folder: OutputFolder, chartScript: String) throws {
        let files = [
            (name: "comparison.csv", text: ComparisonCSV.text(report)),
            ("comparison-weekly.csv", ComparisonCSV.weekly(report)),
            ("comparison.json", ComparisonJSON.document(report)),
            ("summary.txt", ComparisonWords.summary(report) + "\n"),
            ("report.html", ComparisonHTML.page(report, chartScript: chartScript)),
        ]
        try folder.put(files) { ManifestFile.text(report, files: $0) }
    }

    /// The command that makes the result again. Threads change nothing, and where it is written neither.
    private func commandLine(_ result: ComparisonResult) -> String {
        var words = ["stepcare", "compare"] + scenarios
        for variant in variant {
            let changes = variant.changes.map { "\($0.key)=\($0.value)" }
            words += ["--variant", variant.name + ":" + changes.joined(separator: ",")]
        }
        if ownLists { words.append("--own-lists") }
        words += ["--weeks", String(result.results[0].records.first?.weeks ?? 0)]
        words += ["--replications", String(replications), "--seed", String(seed)]
        return ShellText.line(words + (byGroup ? ["--by-group"] : []))
    }

    /// The scenarios, then the variants of the first.
    private func load() throws -> [LoadedScenario] {
        var loaded = try scenarios.map { try loadScenario($0, overrides: []) }
        for variant in variant {
            loaded.append(try loadScenario(scenarios[0], overrides: variant.changes, known: loaded[0]))
        }
        return loaded
    }

    /// What each is called: a scenario by its name, a variant by the one given; no two alike.
    private func names(_ loaded: [LoadedScenario]) throws -> [String] {
        var names = loaded.prefix(scenarios.count).map(\.scenario.name) + variant.map(\.name)
        for place in names.indices where names.firstIndex(of: names[place]) != place {
            names[place] += "-\(place + 1)"
        }
        return names
    }

    private func experiment(_ loaded: LoadedScenario, weeks: Int) -> Experiment {
        var experiment = Experiment(
            loaded.scenario, seed: seed, replications: replications, threads: threads ?? Processors.count)
        experiment.weeks = weeks
        if byGroup { experiment.scenario.measuresGroups = true }
        return experiment
    }

    private func run(_ comparison: Comparison) -> ComparisonResult? {
        let bar = ProgressBar()
        defer { bar.clear() }
        return comparison.run(progress: { bar.show($1) }, isCancelled: { Interruption.isAsked })
    }
}
