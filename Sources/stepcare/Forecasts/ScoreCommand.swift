import ArgumentParser
import BookingStore
import CareModel
import Forecasting
import Reporting

/// `stepcare score`.
struct ScoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "score",
        abstract: "Says how right forecasts were that were kept: how much of what came lay within their ranges.",
        discussion: """
            Lays NHS England's monthly figures, or a service's own log, over forecasts that 'forecast --keep' stored: \
            for each measure how many weeks, months, quarters and years lay within the range, by how much the level \
            was too high or too low, and the interval score. What has not passed is not counted. Several forecasts are \
            scored together and one by one, oldest first.
            """)

    @Argument(help: "Forecasts that were kept, or folders of them.", completion: .file(extensions: ["json"]))
    var kept: [String]

    @Option(help: "NHS England's monthly statistics, as CSV or gzip.", completion: .file())
    var against: String?

    @Option(help: "With --against: the provider's code (default: as the forecast's scenario is called).")
    var provider: String?

    @Option(help: "The database of the service, whose log counts what came.", completion: .file())
    var againstDatabase: String?

    @Option(
        help: "With --against-database: the present minute, YYYY-MM-DDTHH:MM (default: the clock, in London).")
    var now: Minute?

    @Option(help: "With --against-database: your number among the service's users.")
    var user: Int64?

    @OptionGroup var results: ResultOptions

    func validate() throws {
        if (against == nil) == (againstDatabase == nil) {
            throw ValidationError("Give --against FILE, or --against-database FILE.")
        }
        if provider != nil, against == nil { throw ValidationError("--provider goes with --against.") }
        if now != nil || user != nil, againstDatabase == nil {
            throw ValidationError("--now and --user go with --against-database.")
        }
    }

    func run() throws {
        let chartScript = try results.chartScript()
        let report = try score()
        if let folder = try results.folder() { try write(report, to: folder, chartScript: chartScript) }
        switch results.format {
        case .json: try Terminal.print(ScoreJSON.document(report))
        case .csv: try Terminal.print(ScoreCSV.lines(report).text)
        case .table:
            let words = ShownText.lines(ScoreWords.summary(report) + "\n\n" + ScoreTable.text(report))
            try Terminal.print(words)
            try results.sayWhere()
        }
    }

    private func score() throws -> ScoreReport {
        do throws(ScoreError) {
            return try request.run(command: commandLine)
        } catch {
            switch error {
            case .cannotRead:
                Terminal.say(error.description)
                throw Exit.missingInput
            case .kept, .nothingYet:
                Terminal.say(error.description)
                throw Exit.badData
            case .noProvider(let words): throw ValidationError(words)
            case .forecasting(let error): throw ServiceFailure.report(error, againstDatabase ?? against ?? "")
            }
        }
    }

    private var request: ScoreRequest {
        if let againstDatabase {
            let author = Author(user: user ?? 0, origin: "command line")
            return ScoreRequest(
                kept, against: .database(againstDatabase, now: (now ?? .present).minute, by: author))
        }
        return ScoreRequest(kept, against: .published(file: against ?? "", provider: provider))
    }

    /// The command that makes it again, without where it is written.
    private var commandLine: String {
        var words = ["stepcare", "score"] + kept
        if let against { words += ["--against", against] }
        if let provider { words += ["--provider", provider] }
        if let againstDatabase {
            words += ["--against-database", againstDatabase, "--now", (now ?? .present).argument]
        }
        if let user { words += ["--user", String(user)] }
        return ShellText.line(words)
    }

    private func write(_ report: ScoreReport, to folder: OutputFolder, chartScript: String) throws {
        var tables = ScoreCSV.files(report)
        tables.append(ScoreCSV.dictionary(of: tables))
        let files =
            tables.map { OutputFile($0.name, $0.text) } + [
                OutputFile("score.json", ScoreJSON.document(report)),
                OutputFile("score.schema.json", ScoreJSON.schema(report)),
                OutputFile("summary.txt", ScoreWords.summary(report) + "\n"),
                OutputFile("report.html", ScoreHTML.page(report, chartScript: chartScript)),
            ]
        try folder.put(files) { ManifestFile.text(report, files: $0) }
    }
}
