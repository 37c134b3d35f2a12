// Forecasts years that have passed from the months before them, provider by provider, and compares with what was
// published:
//
//     backtest-study PUBLISHED YEARS-FROM KINDS RUNS THREADS FOLDER [PROVIDER…]
//
// YEARS-FROM are months as YYYY-MM, with commas between them; KINDS is 'blind', 'conditional', both, or '-' for the
// fits alone. Without providers it takes all that had more than 4,000 referrals in the year before. FOLDER/backtest.csv
// has a line for each provider, kind and figure, FOLDER/months.csv one for each month, FOLDER/fits.csv one for each
// figure of a fit; the driver draws the picture. Providers go side by side, each on one thread. What a folder holds
// already is not made again, so that it can be stopped and go on. A provider that cannot be fitted is named, and passed
// over.

import Calibration
import Dispatch
import Foundation
import PublishedStatistics
import ServiceSimulation
import Synchronization

let arguments = CommandLine.arguments
guard arguments.count >= 7, let runs = Int(arguments[4]), let threads = Int(arguments[5]) else {
    FileHandle.standardError.write(
        Data("usage: backtest-study PUBLISHED YYYY-MM,… KINDS RUNS THREADS FOLDER [PROVIDER…]\n".utf8))
    exit(64)
}
let file = try PublishedFile(path: arguments[1])
let kinds = arguments[3].split(separator: ",").compactMap { Backtest.Kind(rawValue: String($0)) }
let record = try StudyRecord(folder: URL(fileURLWithPath: arguments[6]))
let origins = arguments[2].split(separator: ",").compactMap { PublishedMonth(String($0)) }
var work: [(first: PublishedMonth, country: PublishedFit.Country, provider: String)] = []
for first in origins {
    let country = try PublishedFit.Country(file, until: first - 1)
    let providers = arguments.count > 7 ? Array(arguments[7...]) : try LargeProviders.codes(file, before: first)
    work += providers.filter { !record.holds(first, $0) }.map { (first, country, $0) }
}
let waiting = work
let next = Atomic<Int>(0)
DispatchQueue.concurrentPerform(iterations: threads) { _ in
    while case let place = next.wrappingAdd(1, ordering: .relaxed).oldValue, place < waiting.count {
        let (first, country, provider) = waiting[place]
        let began = Date()
        do {
            let backtest = try Backtest(
                file, provider: provider, yearFrom: first, country: country, kinds: kinds, replications: runs,
                threads: 1)
            try record.add(backtest, first, provider)
            let seconds = Int(Date().timeIntervalSince(began))
            record.say("\(first) \(provider): \(seconds) s, \(backtest.calibration.ending)")
        } catch {
            record.say("\(first) \(provider): passed over: \(error)")
        }
    }
}
