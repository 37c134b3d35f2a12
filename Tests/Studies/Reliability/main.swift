// Asks whether the chances that a forecast from today gives to people come true, and writes what it found:
//
//     reliability-study SCENARIO TODAYS RUNS SEED FOLDER
//
// FOLDER/reliability.csv is the diagram, FOLDER/scores.csv the Brier scores; the driver draws the picture.

import CareModel
import Experiments
import Foundation
import ScenarioFiles
import Statistics

func rounded(_ value: Double) -> String { String((value * 10_000).rounded() / 10_000) }

let arguments = CommandLine.arguments
guard arguments.count == 6, let todays = Int(arguments[2]), let runs = Int(arguments[3]),
    let seed = UInt64(arguments[4])
else {
    FileHandle.standardError.write(Data("usage: reliability-study SCENARIO TODAYS RUNS SEED FOLDER\n".utf8))
    exit(64)
}
let loaded = try ScenarioLoader.load(path: arguments[1], overrides: [])
let experiment = Experiment(
    loaded.scenario, seed: seed, replications: runs, threads: ProcessInfo.processInfo.activeProcessorCount)
let study = ReliabilityStudy(experiment, todays: todays)
let promises = study.run(progress: { FileHandle.standardError.write(Data("\($0) of \(todays)\n".utf8)) }) ?? []

var diagram = "promise_days,chance_from,chance_until,people,mean_chance,share_that_waited_longer,low,high\n"
var scores = "promise_days,todays,runs,people,waited_longer,mean_chance,excess,excess_low,excess_high,"
scores += "brier,brier_if_reliable,brier_of_base_rate\n"
for promise in promises {
    let reliability = promise.reliability
    for bin in reliability.bins() {
        let values = [bin.from, bin.until, Double(bin.count), bin.forecast, bin.observed]
        let interval = [max(0, bin.interval.lowerBound), min(1, bin.interval.upperBound)]
        diagram += "\(promise.days)," + (values + interval).map(rounded).joined(separator: ",") + "\n"
    }
    let count = Double(max(1, reliability.outcomes.count))
    let happened = reliability.outcomes.count { $0.happened }
    let values = [
        reliability.outcomes.reduce(0) { $0 + $1.chance } / count, reliability.excess.estimate,
        reliability.excess.lowerBound, reliability.excess.upperBound, reliability.brierScore,
        reliability.brierScoreIfReliable, reliability.brierScoreOfBaseRate,
    ]
    scores += "\(promise.days),\(todays),\(runs),\(reliability.outcomes.count),\(happened),"
    scores += values.map(rounded).joined(separator: ",") + "\n"
}
let folder = URL(fileURLWithPath: arguments[5])
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
try diagram.write(to: folder.appendingPathComponent("reliability.csv"), atomically: true, encoding: .utf8)
try scores.write(to: folder.appendingPathComponent("scores.csv"), atomically: true, encoding: .utf8)
