import ArgumentParser
import CareModel
import Experiments
import Reporting
import ScenarioFiles
import ServiceSimulation
import Statistics

/// `stepcare forecast`.
struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Says how long people will wait, which promises will be broken and when, and why.")

    enum Format: String, ExpressibleByArgument, CaseIterable { case table, json, csv }

    @Argument(help: "The scenario file; not needed with --from.", completion: .file(extensions: ["yaml"]))
    var scenario: String?

    @Option(help: "Start from the list of a service's database, today.", completion: .file())
    var from: String?

    @Option(help: "With --from: the present minute, YYYY-MM-DDTHH:MM (default: the clock, in London).")
    var now: Minute?

    @Option(help: "With --from: your number among the service's users; who may not see people gets totals only.")
    var user: Int64?

    @Option(help: "Weeks to forecast (default: as the scenario says).")
    var weeks: Int?

    @Option(help: "Runs of the whole service (default: 30); more runs, surer answers.")
    var replications: Int?

    @Option(
        help: """
            Run until the mean first wait of the service and of each team is known this well: 0.02 is within 2%. Each \
            run after a warm-up then begins with a first day of its own, so it takes longer.
            """)
    var precision: Double?

    @Option(help: "Names the random numbers; the same seed gives the same answer.")
    var seed: UInt64 = 1

    @Option(help: "Runs side by side (default: one a processor); it changes the time, never the answer.")
    var threads: Int?

    @Option(name: .customLong("set"), help: "Change a key for this run. May be given more than once.")
    var overrides: [KeyValue] = []

    @Flag(help: "Measure by age, sex, ethnicity, deprivation, long-term condition and perinatal too.")
    var byGroup = false

    @Option(help: "Folder for the report, the tables and the summary.")
    var output: String?

    @Option(help: "What to print: table, json or csv.")
    var format: Format = .table

    func validate() throws {
        if let weeks, !(1...520).contains(weeks) { throw ValidationError("--weeks is 1 to 520, not \(weeks).") }
        if let replications, !(1...100_000).contains(replications) {
            throw ValidationError("--replications is 1 to 100000, not \(replications).")
        }
        if let precision, !(precision > 0 && precision < 1) {
            throw ValidationError("--precision is above 0 and below 1, not \(precision).")
        }
        if replications != nil, precision != nil {
            throw ValidationError("Give --replications or --precision, not both.")
        }
        if let threads, !(1...256).contains(threads) { throw ValidationError("--threads is 1 to 256, not \(threads).") }
        if scenario == nil, from == nil { throw ValidationError("Give a scenario file, or --from DATABASE.") }
        if output == "" { throw ValidationError("--output is the name of a folder.") }
    }

    func run() throws {
        let today = try from.map {
            try ServiceToday(database: $0, now: now ?? .present, user: user, scenario, overrides)
        }
        let loaded = try today?.loaded ?? loadScenario(scenario ?? "", overrides: overrides)
        let chartScript = output == nil ? "" : try ChartScript.load()
        Interruption.watch()
        let folder = try output.map(OutputFolder.opened)
        let followed = today?.seesPeople == true ? today : nil
        guard let result = simulate(loaded, today), let people = try follow(followed) else {
            folder?.discard()
            Terminal.say("Stopped; nothing was written.")
            throw Exit.interrupted
        }
        let forecast = ForecastAssembly(
            loaded: loaded, result: result, seed: seed, changes: overrides.map(\.change), command: commandLine(result)
        ).forecast()
        let seen = followed == nil ? nil : people
        if let folder { try write(forecast, seen, to: folder, chartScript: chartScript) }
        try printResult(forecast, seen)
        if !result.reachedPrecision {
            Terminal.say(missed(result, loaded.scenario))
        }
    }

    /// How far from the precision that was asked the runs ended.
    private func missed(_ result: ExperimentResult, _ scenario: ServiceScenario) -> String {
        let known = result.firstWaits(of: scenario).map { wait in
            let percent = wait.interval.map { "within \(Int(($0.halfWidth / $0.estimate * 100).rounded(.up)))%" }
            return "\(wait.team.map { scenario.teams[$0].title } ?? "the service") \(percent ?? "not at all")"
        }
        return
            "The precision asked for was not reached in \(result.records.count) runs: the mean first wait is known of "
            + known.joined(separator: ", of ") + "."
    }

    /// What the runs found; nil if the user stopped them.
    private func simulate(_ loaded: LoadedScenario, _ today: ServiceToday?) -> ExperimentResult? {
        let experiment = experiment(loaded)
        let bar = ProgressBar()
        defer { bar.clear() }
        guard let today else {
            return experiment.run(progress: { bar.show($0) }, isCancelled: { Interruption.isAsked })
        }
        return experiment.run(
            from: .database(today.snapshot, for: experiment), progress: { bar.show($0) },
            isCancelled: { Interruption.isAsked })
    }

    /// What is likely to become of each person who waits; empty without a database, nil if the user stopped.
    private func follow(_ today: ServiceToday?) throws -> [PersonForecast]? {
        guard let today else { return [] }
        var experiment = experiment(today.loaded)
        experiment.replications = max(experiment.replications, PersonForecastText.leastRuns)
        return experiment.people(
            from: today.snapshot, weeks: PersonForecastText.weeks(today.loaded.scenario.standards),
            isCancelled: { Interruption.isAsked })
    }

    /// The command that makes the result again. Threads change nothing, and where it is written neither.
    private func commandLine(_ result: ExperimentResult) -> String {
        var words = ["stepcare", "forecast"] + (scenario.map { [$0] } ?? [])
        if let from { words += ["--from", from] }
        if let user { words += ["--user", String(user)] }
        if case .database(let minute) = result.start.origin { words += ["--now", Minute(minute).argument] }
        words += ["--weeks", String(result.records.first?.weeks ?? 0)]
        words += precision.map { ["--precision", "\($0)"] } ?? ["--replications", String(result.records.count)]
        words += ["--seed", String(seed)] + overrides.flatMap { ["--set", "\($0.key)=\($0.value)"] }
        return ShellText.line(words + (byGroup ? ["--by-group"] : []))
    }

    private func experiment(_ loaded: LoadedScenario) -> Experiment {
        var experiment = Experiment(
            loaded.scenario, seed: seed, replications: replications ?? (precision == nil ? 30 : 10),
            threads: threads ?? Processors.count)
        if let weeks { experiment.weeks = weeks }
        if byGroup { experiment.scenario.measuresGroups = true }
        experiment.precision = precision.map { .relative($0) }
        return experiment
    }

    private func printResult(_ forecast: Forecast, _ people: [PersonForecast]?) throws {
        switch format {
        case .json: try Terminal.print(ForecastJSON.document(forecast))
        case .csv: try Terminal.print(ForecastCSV.measures(forecast))
        case .table:
            try Terminal.print(ForecastTable.text(forecast) + "\n" + PlainWords.summary(forecast) + "\n")
            if let people {
                try Terminal.print(
                    "\n" + PersonForecastText.table(people, standards: forecast.standards, limit: 15) + "\n")
            }
            if let output { try Terminal.print("\nThe report is \(output)/report.html\n") }
        }
    }

    private func write(
        _ forecast: Forecast, _ people: [PersonForecast]?, to folder: OutputFolder, chartScript: String
    ) throws {
        var files = ForecastCSV.files(forecast).map { (name: $0.name, text: $0.text) }
        files.append(("forecast.json", ForecastJSON.document(forecast)))
        files.append(("summary.txt", PlainWords.summary(forecast) + "\n"))
        files.append(("report.html", ReportHTML.page(forecast, chartScript: chartScript)))
        if let people {
            files.append(("people.csv", PersonForecastText.csv(people, promises: forecast.standards.breachDays)))
        }
        try folder.put(files) { ManifestFile.text(forecast.manifest, files: $0) }
    }
}
