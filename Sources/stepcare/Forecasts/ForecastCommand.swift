import ArgumentParser
import BookingStore
import CareModel
import Experiments
import Forecasting
import Replications
import Reporting
import ScenarioFiles
import Statistics

/// `stepcare forecast`.
struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Says how long people will wait, which promises will be broken and when, and why.")

    @Argument(help: "The scenario file; not needed with --from.", completion: .file(extensions: ["yaml"]))
    var scenario: String?

    @Option(help: "Start from the list of a service's database, today.", completion: .file())
    var from: String?

    @Option(help: "With --from or --keep: the present minute, YYYY-MM-DDTHH:MM (default: the clock, in London).")
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

    @OptionGroup var runs: RunOptions

    @Option(name: .customLong("set"), help: "Change a key for this run. May be given more than once.")
    var overrides: [KeyValue] = []

    @Flag(help: "Measure by age, sex, ethnicity, deprivation, long-term condition and perinatal too.")
    var byGroup = false

    @Flag(help: "Leave out what would help: the forecast alone, in less than half of the time.")
    var quick = false

    @Flag(help: "Try what would help in every team of a large service, however long it takes.")
    var thorough = false

    @Option(
        help: """
            Keep the forecast, to see later by 'stepcare score' how right it was: a new file that ends in .json, or a \
            folder of such files. What is kept is never overwritten.
            """, completion: .file())
    var keep: String?

    @OptionGroup var results: ResultOptions

    func validate() throws {
        try RunOptions.validate(request.faults)
        if replications != nil, precision != nil {
            throw ValidationError("Give --replications or --precision, not both.")
        }
        if quick, thorough { throw ValidationError("Give --quick or --thorough, not both.") }
        if keep == "" { throw ValidationError("--keep is the name of a file or folder.") }
        let least = ForecastOutcome.leastRunsToKeep
        if keep != nil, let replications, replications < least {
            throw ValidationError(
                "--keep takes \(least) runs or more, not \(replications): of fewer, nine in ten are no more than all.")
        }
        if scenario == nil, from == nil { throw ValidationError("Give a scenario file, or --from DATABASE.") }
    }

    func run() throws { try run(sharing: nil) }

    /// Forecasts, with runs that others have made.
    func run(sharing work: SharedWork?) throws {
        let prepared = try prepare()
        let chartScript = try results.chartScript()
        let made = (now ?? .present).minute
        let shelf = try keep.map(KeptShelf.init)
        Interruption.watch()
        let folder = try results.folder()
        let outcome = try run(prepared, folder, work)
        if let unkept = prepared.unkept { Terminal.say("note: \(unkept)") }
        var forecast = outcome.report(command: commandLine(outcome))
        if isTried { forecast.help = try whatWouldHelp(prepared, outcome, folder) }
        if let folder { try write(forecast, outcome.people, to: folder, chartScript: chartScript) }
        let kept = try shelf?.put(outcome.kept(made: made, command: commandLine(outcome)))
        try printResult(forecast, outcome.people)
        if let kept { Terminal.say("Kept as \(kept).") }
        if let shortfall = outcome.shortfall { Terminal.say(missed(shortfall, runs: outcome.replications)) }
    }

    /// Loads what is asked for, and says what of it must be known.
    func prepare() throws -> PreparedForecast {
        do {
            let prepared = try request.prepare()
            say(prepared.warnings)
            if let from, let note = prepared.today?.staffNote { Terminal.say("\(from): \(note)") }
            return prepared
        } catch {
            throw ServiceFailure.report(error, from ?? "")
        }
    }

    var request: ForecastRequest {
        var request = ForecastRequest(of: subject, changes: overrides.map(\.change))
        request.length = length
        request.settings = settings
        request.firstDays = runs.firstDays
        return request
    }

    private var subject: ForecastRequest.Subject {
        guard let from else { return .scenario(.file(scenario ?? "")) }
        return .service(
            TodaySource(
                database: from, now: (now ?? .present).minute, by: Author(user: user ?? 0, origin: "command line"),
                scenario: scenario.map(ScenarioSource.file)))
    }

    private var length: RunLength {
        precision.map(RunLength.precision) ?? .replications(replications ?? 30)
    }

    private var settings: RunSettings {
        var settings = RunSettings()
        settings.weeks = weeks
        settings.seed = runs.seed
        settings.threads = runs.threadCount
        settings.runsPartsApart = !runs.together
        settings.measuresGroups = byGroup
        return settings
    }

    /// What the runs found, unless the user stops them.
    private func run(
        _ prepared: PreparedForecast, _ folder: OutputFolder?, _ work: SharedWork?
    ) throws -> ForecastOutcome {
        try watched(folder) { watch throws(ForecastingError) in try prepared.run(watch, sharing: work) }
    }

    /// Runs something with a bar, unless the user stops it.
    func watched<Value>(
        _ folder: OutputFolder?, _ body: (RunWatch) throws(ForecastingError) -> Value
    ) throws -> Value {
        let bar = ProgressBar()
        defer { bar.clear() }
        do {
            return try body(RunWatch(progress: { bar.show($0) }, isCancelled: { Interruption.isAsked }))
        } catch {
            folder?.discard()
            bar.clear()
            Terminal.say("Stopped; nothing was written.")
            throw ServiceFailure.report(error, from ?? "")
        }
    }

    /// How far from the precision that was asked the runs ended.
    private func missed(_ shortfall: [ForecastOutcome.KnownWait], runs: Int) -> String {
        let known = shortfall.map { wait in
            let percent = wait.interval.map { "within \(Int(($0.halfWidth / $0.estimate * 100).rounded(.up)))%" }
            return "\(wait.team ?? "the service") \(percent ?? "not at all")"
        }
        return
            "The precision asked for was not reached in \(runs) runs: the mean first wait is known of "
            + known.joined(separator: ", of ") + "."
    }

    /// The command that makes the result again. Threads change nothing, and where it is written neither.
    private func commandLine(_ outcome: ForecastOutcome) -> String {
        var words = subjectWords(outcome) + ["--weeks", String(outcome.weeks)]
        words += precision.map { ["--precision", "\($0)"] } ?? ["--replications", String(outcome.replications)]
        words += ["--seed", String(runs.seed)] + overrides.flatMap { ["--set", $0.change.argument] }
        words += (byGroup ? ["--by-group"] : []) + (quick ? ["--quick"] : []) + (thorough ? ["--thorough"] : [])
        return ShellText.line(words)
    }

    /// The command as far as it says what is forecast.
    func subjectWords(_ outcome: ForecastOutcome) -> [String] {
        var words = ["stepcare", "forecast"] + (scenario.map { [$0] } ?? [])
        if let from { words += ["--from", from] }
        if let user { words += ["--user", String(user)] }
        if let minute = outcome.minuteOfList { words += ["--now", Minute(minute).argument] }
        return words
    }

    private func printResult(_ forecast: Forecast, _ people: [PersonForecast]?) throws {
        switch results.format {
        case .json: try ForecastJSON.each(forecast) { try Terminal.print($0) }
        case .csv: try Terminal.print(ForecastCSV.measures(forecast).text)
        case .table:
            try Terminal.print(ForecastTable.text(forecast) + "\n" + PlainWords.summary(forecast) + "\n")
            if let people {
                let words = PersonForecastWords(people, standards: forecast.standards, limit: 15)
                try Terminal.print("\n\(words.sentence)\n\(TextTable.lines(words.rows))\n")
            }
            try results.sayWhere()
        }
    }

    private func write(
        _ forecast: Forecast, _ people: [PersonForecast]?, to folder: OutputFolder, chartScript: String
    ) throws {
        var tables = ForecastCSV.files(forecast)
        if let people { tables.append(.people(people, forecast.standards)) }
        tables += ForecastCSV.dictionaries(forecast, of: tables)
        var files = tables.map { OutputFile($0.name, $0.text) }
        files.append(OutputFile("forecast.json") { ForecastJSON.each(forecast, $0) })
        files.append(OutputFile("forecast.schema.json", ForecastJSON.schema(forecast)))
        files.append(OutputFile("summary.txt", PlainWords.summary(forecast) + "\n"))
        files.append(OutputFile("report.html", ReportHTML.page(forecast, chartScript: chartScript)))
        try folder.put(files) { ManifestFile.text(forecast.manifest, files: $0) }
    }
}
