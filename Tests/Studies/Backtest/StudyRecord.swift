import Calibration
import Foundation
import PublishedStatistics
import ServiceSimulation
import Synchronization

/// The tables of the study, written line by line as providers are done.
final class StudyRecord: Sendable {
    private struct Files {
        var years: FileHandle
        var months: FileHandle
        var fits: FileHandle
    }

    private let files: Mutex<Files>
    private let done: Set<String>

    init(folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let years = folder.appendingPathComponent("backtest.csv")
        let fits = folder.appendingPathComponent("fits.csv")
        let head =
            "origin,provider,referrals,kind,figure,forecast,change,actual,last_year,last_year_with_trend,months,"
            + "months_within_90,months_within_90_of_change\n"
        done = Set(
            ((try? String(contentsOf: fits, encoding: .utf8)) ?? "").split(separator: "\n").dropFirst().map {
                $0.split(separator: ",").prefix(2).joined(separator: ",")
            })
        files = Mutex(
            Files(
                years: try Self.opened(years, head),
                months: try Self.opened(
                    folder.appendingPathComponent("months.csv"),
                    "origin,provider,kind,figure,month,mean,p05,p95,change,actual\n"),
                fits: try Self.opened(
                    fits, "origin,provider,referrals,figure,main,published,standard_error,fitted,verdict\n")))
    }

    private static func opened(_ url: URL, _ head: String) throws -> FileHandle {
        if !FileManager.default.fileExists(atPath: url.path) { try Data(head.utf8).write(to: url) }
        let handle = try FileHandle(forWritingTo: url)
        try handle.seekToEnd()
        return handle
    }

    /// Whether a provider's year is there already.
    func holds(_ first: PublishedMonth, _ provider: String) -> Bool { done.contains("\(first),\(provider)") }

    func say(_ words: String) { FileHandle.standardError.write(Data("\(words)\n".utf8)) }

    func add(_ backtest: Backtest, _ first: PublishedMonth, _ provider: String) throws {
        let size = Self.text(backtest.calibration.scenario.teams[0].referrals.perWeek * 52)
        var years = ""
        var months = ""
        for outcome in backtest.outcomes {
            let head = "\(outcome.kind.rawValue),\(outcome.figure.rawValue),"
            let figures = [
                outcome.forecast, outcome.change, outcome.actual, outcome.lastYear, outcome.lastYearWithTrend,
            ].map(Self.text)
            years +=
                "\(first),\(provider),\(size)," + head + figures.joined(separator: ",")
                + ",\(outcome.months),\(outcome.covered),\(outcome.coveredByChange)\n"
            for entry in outcome.byMonth {
                months += "\(first),\(provider)," + head + "\(entry.forecast.month),"
                months +=
                    [entry.forecast.mean, entry.forecast.low, entry.forecast.high, entry.change, entry.actual]
                    .map(Self.text).joined(separator: ",") + "\n"
            }
        }
        let fits = Self.fit(backtest.calibration, "\(first),\(provider),\(size),")
        try files.withLock { files in
            // The fit last: what it is of is whole.
            try files.months.write(contentsOf: Data(months.utf8))
            try files.years.write(contentsOf: Data(years.utf8))
            try files.fits.write(contentsOf: Data(fits.utf8))
        }
    }

    /// Each figure that a fit aimed at, and the whole of it.
    private static func fit(_ calibration: Calibration, _ head: String) -> String {
        calibration.judgement.lines.map { line in
            let figures = [line.published.value, line.published.standardError, line.simulated].map(Self.text)
            return head + "\(line.quantity.rawValue),\(line.isMain)," + figures.joined(separator: ",")
                + ",\(line.verdict.name)\n"
        }.joined() + head + "whole,true,,,,\(calibration.judgement.verdict.name)\n"
    }

    private static func text(_ value: Double?) -> String { value.map { String(format: "%.4g", $0) } ?? "" }
}
