import ArgumentParser
import Calibration
import CareModel
import Forecasting
import Foundation
import PublishedStatistics
import Replications
import Reporting
import ScenarioFiles
import ServiceSimulation
import Synchronization

/// `stepcare calibrate`.
struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Fits a scenario to the published figures of a provider.",
        discussion: """
            Reads NHS England's monthly file, plain or zipped, fits one provider from the figures until a month, and \
            writes a commented scenario with a report of what it meets, and of what the figures do not tell. Each \
            figure gets a verdict; where a main one (flows, first wait, list, recovery) does not hold, the scenario is \
            written all the same, and the command ends with code 10.
            """)

    @Option(help: "NHS England's monthly statistics, as CSV or gzip.")
    var published: String

    @Option(
        help: """
            The provider's code, such as RWRG3; 'all' writes one scenario of every provider, each a team.
            """)
    var provider: FittedProvider

    @Option(
        help: "The last month to use, as YYYY-MM; nothing later is looked at.",
        transform: { text in
            guard let month = PublishedMonth(text) else {
                throw ValidationError("--until is a month as YYYY-MM, not '\(text)'.")
            }
            return month
        })
    var until: PublishedMonth

    @Option(
        help: "The scenario file to write (default: standard output).",
        transform: { text in
            guard text.hasSuffix(".yaml") || text.hasSuffix(".yml") else {
                throw ValidationError("--output is a file that ends in .yaml, not '\(text)'.")
            }
            return text
        })
    var output: String?

    @Option(
        help: "A page of the fit of one provider, as HTML: how near it comes, what it misses, what may be promised.",
        transform: { text in
            guard text.hasSuffix(".html") else {
                throw ValidationError("--report is a file that ends in .html, not '\(text)'.")
            }
            return text
        })
    var report: String?

    @Flag(help: "Fit the mean of the last twelve months, as 'all' does, not the level at their end.")
    var wholeYear = false

    @Option(help: "With --output, what is printed: the report, or its verdicts as JSON.")
    var format = ReplyFormat.table

    @Option(help: "Names the random numbers; the same seed gives the same scenario.")
    var seed: UInt64 = 1

    @Option(help: "Runs side by side (default: one a processor); it changes the time, never the answer.")
    var threads: Int?

    func validate() throws {
        if report != nil, provider.provider == .all { throw ValidationError("--report is of one provider.") }
        try RunOptions.validate(request.faults)
    }

    func run() throws { try run(sharing: nil) }

    /// Fits, with trials that others have made.
    func run(sharing work: SharedWork?) throws {
        for path in [output, report].compactMap({ $0 }) { try refuseToWrite(path) }
        let chartScript = report == nil ? "" : try ChartScript.load()
        let outcome: CalibrationOutcome
        do {
            let prepared = try request.prepare()
            for warning in prepared.warnings { Terminal.say(warning.description) }
            Interruption.watch()
            let watch = TrialCount()
            defer { watch.clear() }
            outcome = try prepared.run(
                sharing: work, progress: { watch.show($0) }, isCancelled: { Interruption.isAsked })
        } catch {
            throw failure(error)
        }
        if let output { try write(outcome.draft.text, to: output) }
        if let report, let fit = outcome.report(file: output ?? "", command: commandLine) {
            try write(FitHTML.page(fit, chartScript: chartScript), to: report)
        }
        try say(outcome)
        if outcome.isFarOff { throw Exit.doubted }
    }

    /// Prints the scenario, or what came of the fit if the scenario is in a file.
    private func say(_ outcome: CalibrationOutcome) throws {
        guard let output else { return try Terminal.print(outcome.draft.text) }
        if format == .json { return try Terminal.print(outcome.judgedFigures) }
        switch outcome {
        case .one(let calibration, _): try Terminal.print(calibration.report + "\n\nWritten to \(output).\n")
        case .all(let national, _):
            let providers = national.scenario.teams.count - (national.restPerYear == nil ? 0 : 1)
            let rest = national.restPerYear == nil ? "left out" : "together as one more team"
            try Terminal.print(
                national.check.report
                    + "\n\n\(providers) providers, \(national.left.count) small ones \(rest). Written to \(output).\n")
        }
    }

    /// The command that makes it again.
    private var commandLine: String {
        var words = ["stepcare", "calibrate", "--published", published, "--provider", "\(provider)"]
        words += ["--until", "\(until)", "--seed", "\(seed)"]
        if wholeYear { words.append("--whole-year") }
        if let output { words += ["--output", output] }
        return ShellText.line(words + (report.map { ["--report", $0] } ?? []))
    }

    var request: CalibrationRequest {
        var request = CalibrationRequest(file: published, provider: provider.provider, until: until)
        request.seed = seed
        request.fitsWholeYear = wholeYear
        request.threads = threads ?? Processors.count
        return request
    }

    /// Says why there is no scenario.
    func failure(_ error: ForecastingError) -> any Error {
        switch error {
        case .notEstimable(let why):
            Terminal.say("\(published): \(provider): \(why)")
            return Exit.badData
        case .cancelled:
            Terminal.say("Stopped; nothing was written.")
            return ServiceFailure.report(error, published)
        case .published, .scenario, .storedScenario, .store, .service, .settings, .unexpected:
            return ServiceFailure.report(error, published)
        }
    }

    private func refuseToWrite(_ path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        guard FileManager.default.isWritableFile(atPath: folder.isEmpty ? "." : folder) else {
            Terminal.say("\(path): the folder is not there, or cannot be written to")
            throw Exit.inputOutput
        }
    }

    private func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            Terminal.say("\(path): \(error.localizedDescription)")
            throw Exit.inputOutput
        }
    }
}

/// How many services have been simulated, or providers fitted, on standard error and only where somebody watches.
private final class TrialCount: Sendable {
    private let isWatched = Terminal.isWatched

    func show(_ done: Int) {
        guard isWatched else { return }
        Terminal.draw("\r  \(done) done ")
    }

    func clear() {
        guard isWatched else { return }
        Terminal.draw("\r\u{1B}[K")
    }
}
