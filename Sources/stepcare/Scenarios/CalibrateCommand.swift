import ArgumentParser
import Calibration
import CareModel
import Foundation
import PublishedStatistics
import ServiceSimulation
import Synchronization

/// `stepcare calibrate`.
struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate",
        abstract: "Fits a scenario to the published figures of a provider.",
        discussion: """
            Reads NHS England's monthly file, plain or zipped, fits one provider from the figures until a month, and \
            writes a commented scenario with a report of what it meets, and of what the figures do not tell.
            """)

    @Option(help: "NHS England's monthly statistics, as CSV or gzip.")
    var published: String

    @Option(help: "The provider's code, such as RWRG3; 'all' writes one scenario of every provider, each a team.")
    var provider: String

    @Option(help: "The last month to use, as YYYY-MM; nothing later is looked at.")
    var until: String

    @Option(help: "The scenario file to write (default: standard output).")
    var output: String?

    @Option(help: "Names the random numbers; the same seed gives the same scenario.")
    var seed: UInt64 = 1

    @Option(help: "Runs side by side (default: one a processor); it changes the time, never the answer.")
    var threads: Int?

    func validate() throws {
        guard PublishedMonth(until) != nil else {
            throw ValidationError("--until is a month as YYYY-MM, not '\(until)'.")
        }
        if let threads, !(1...256).contains(threads) { throw ValidationError("--threads is 1 to 256, not \(threads).") }
    }

    func run() throws {
        guard let month = PublishedMonth(until) else { throw Exit.badData }
        if let output { try refuseToWrite(output) }
        if provider == "all" { return try runNationally(month) }
        let fit = try read(month)
        for warning in fit.warnings { Terminal.say(warning.description) }
        var settings = Calibration.Settings()
        settings.seed = seed
        settings.threads = threads ?? Processors.count
        let watch = TrialCount()
        let calibration: Calibration
        do {
            calibration = try fit.calibrate(settings: settings, progress: { watch.show($0) })
        } catch {
            watch.clear()
            Terminal.say("\(published): \(provider): \(error)")
            throw Exit.badData
        }
        watch.clear()
        let text =
            calibration.text(
                file: String(published.split(separator: "/").last ?? ""), provider: fit.series.name,
                uncertainty: fit.uncertainty(of: calibration)) + comments(calibration.report)
        if let output {
            try write(text, to: output)
            try Terminal.print(calibration.report + "\n\nWritten to \(output).\n")
        } else {
            try Terminal.print(text)
        }
    }

    /// Every provider as a team.
    private func runNationally(_ month: PublishedMonth) throws {
        let watch = TrialCount()
        let file = try readFile()
        guard month >= file.firstMonth, month <= file.lastMonth else {
            Terminal.say("\(published): until: there is nothing of \(month) (\(file.firstMonth) to \(file.lastMonth))")
            throw Exit.badData
        }
        let fit: NationalFit
        do {
            fit = try NationalFit(
                file, until: month, threads: threads ?? Processors.count, progress: { watch.show($0) })
        } catch {
            watch.clear()
            Terminal.say("\(error)")
            throw Exit.badData
        }
        watch.clear()
        let text = fit.text(file: String(published.split(separator: "/").last ?? ""))
        guard let output else { return try Terminal.print(text) }
        try write(text, to: output)
        try Terminal.print("\(fit.scenario.teams.count) providers, \(fit.left.count) left out. Written to \(output).\n")
    }

    /// The report as comments, so that the file says of itself what it is worth.
    private func comments(_ report: String) -> String {
        "\n"
            + report.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "#" : "# \($0)" }
            .joined(separator: "\n") + "\n"
    }

    private func read(_ month: PublishedMonth) throws -> PublishedFit {
        let file = try readFile()
        do {
            return try PublishedFit(file, provider: provider, until: month)
        } catch {
            Terminal.say("\(error)")
            throw Exit.badData
        }
    }

    private func readFile() throws -> PublishedFile {
        do {
            return try PublishedFile(path: published)
        } catch PublishedError.cannotRead(let path, let why) {
            Terminal.say("\(path): \(why)")
            throw Exit.missingInput
        } catch {
            Terminal.say("\(error)")
            throw Exit.badData
        }
    }

    private func refuseToWrite(_ path: String) throws {
        guard path.hasSuffix(".yaml") || path.hasSuffix(".yml") else {
            throw ValidationError("--output is a file that ends in .yaml, not '\(path)'.")
        }
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
