// Forecasts a year that has passed from the months before it, provider by provider, and compares with what was
// published:
//
//     backtest-study PUBLISHED YEAR-FROM RUNS THREADS FOLDER PROVIDER…
//
// YEAR-FROM is a month as YYYY-MM. FOLDER/backtest.csv has a line for each provider, kind and figure, FOLDER/months.csv
// one for each month; the driver draws the picture. A provider that cannot be fitted is named, and passed over.

import Calibration
import Foundation
import PublishedStatistics
import ServiceSimulation

func text(_ value: Double?) -> String { value.map { String(format: "%.4g", $0) } ?? "" }

let arguments = CommandLine.arguments
guard arguments.count >= 7, let first = PublishedMonth(arguments[2]), let runs = Int(arguments[3]),
    let threads = Int(arguments[4])
else {
    FileHandle.standardError.write(Data("usage: backtest-study PUBLISHED YYYY-MM RUNS THREADS FOLDER PROVIDER…\n".utf8))
    exit(64)
}
let file = try PublishedFile(path: arguments[1])
let country = try PublishedFit.Country(file, until: first - 1)
let folder = URL(fileURLWithPath: arguments[5])
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
var years =
    "provider,referrals,kind,figure,forecast,change,actual,last_year,last_year_with_trend,months,months_within_90,"
    + "months_within_90_of_change\n"
var months = "provider,kind,figure,month,mean,p05,p95,actual\n"
for provider in arguments[6...] {
    let began = Date()
    do {
        let backtest = try Backtest(
            file, provider: provider, yearFrom: first, country: country, replications: runs, threads: threads)
        let size = text(backtest.calibration.scenario.teams[0].referrals.perWeek * 52)
        for outcome in backtest.outcomes {
            let figures = [
                outcome.forecast, outcome.change, outcome.actual, outcome.lastYear, outcome.lastYearWithTrend,
            ].map(text)
            let head = "\(provider),\(size),\(outcome.kind.rawValue),\(outcome.figure.rawValue),"
            years +=
                head + figures.joined(separator: ",")
                + ",\(outcome.months),\(outcome.covered),\(outcome.coveredByChange)\n"
            for entry in outcome.byMonth {
                months += "\(provider),\(outcome.kind.rawValue),\(outcome.figure.rawValue),\(entry.month),"
                months += [entry.mean, entry.low, entry.high, entry.actual].map(text).joined(separator: ",") + "\n"
            }
        }
        let seconds = Int(Date().timeIntervalSince(began))
        FileHandle.standardError.write(Data("\(provider): \(seconds) s, \(backtest.calibration.ending)\n".utf8))
    } catch {
        FileHandle.standardError.write(Data("\(provider): passed over: \(error)\n".utf8))
    }
    try years.write(to: folder.appendingPathComponent("backtest.csv"), atomically: true, encoding: .utf8)
    try months.write(to: folder.appendingPathComponent("months.csv"), atomically: true, encoding: .utf8)
}
