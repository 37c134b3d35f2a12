// Asks whether the chances that a forecast from today gives to people come true, and writes what it found:
//
//     reliability-study SCENARIO TODAYS RUNS SEED FOLDER
//
// FOLDER/reliability.csv is the diagram, FOLDER/scores.csv the Brier scores; drift-reliability.csv, drift-scores.csv
// and drift-widenings.csv are the same where the service moves after today in ways that no forecast knows. The driver
// draws the pictures. THREADS=N runs so many side by side, ONLY_DRIFT=1 leaves out the first part, and
// DRIFT="referrals=0.1 capacity=0.1" gives other sizes of the moves, by the scenario's keys of uncertainty.

import CareModel
import Experiments
import Foundation
import ScenarioFiles
import ServiceSimulation
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
let threads = ProcessInfo.processInfo.environment["THREADS"].flatMap { Int($0) }
let experiment = Experiment(
    loaded.scenario, seed: seed, replications: runs,
    threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
let study = ReliabilityStudy(experiment, todays: todays)
let progress: @Sendable (Int) -> Void = { FileHandle.standardError.write(Data("\($0) of \(todays)\n".utf8)) }
let promises = ProcessInfo.processInfo.environment["ONLY_DRIFT"] == nil ? study.run(progress: progress) ?? [] : []

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

var drift = ServiceDrift.usual
if let sizes = ProcessInfo.processInfo.environment["DRIFT"] {
    let overrides = sizes.split(separator: " ").map { $0.split(separator: "=").map(String.init) }
    let moved = try ScenarioLoader.load(
        path: arguments[1], overrides: overrides.map { ("uncertainty.\($0[0])", $0[1]) })
    drift.sizes = moved.scenario.uncertainty
}
let drifting = DriftStudy(experiment: experiment, todays: todays, progress: progress)
let widenings = drifting.learned(drift)
let ways = drifting.ways(drift, widenings)
var driftDiagram = "told,promise_days,chance_from,chance_until,people,mean_chance,share_that_waited_longer,low,high\n"
var driftScores = "told,promise_days,todays,runs,people,waited_longer,mean_chance,excess,excess_low,excess_high,"
driftScores += "brier,gain,gain_low,gain_high,days_within,days_within_low,days_within_high\n"
for way in ways {
    let days = RangeRecord(way.days).coverage
    for (place, outcomes) in way.outcomes.enumerated() {
        let reliability = Reliability(outcomes)
        for bin in reliability.bins() {
            let values = [bin.from, bin.until, Double(bin.count), bin.forecast, bin.observed]
            let interval = [max(0, bin.interval.lowerBound), min(1, bin.interval.upperBound)]
            driftDiagram += "\(way.name),\(loaded.scenario.standards.breachDays[place]),"
            driftDiagram += (values + interval).map(rounded).joined(separator: ",")
            driftDiagram += "\n"
        }
        let happened = outcomes.count { $0.happened }
        let gain = DriftStudy.gain(outcomes, over: ways[0].outcomes[place])
        let values = [
            outcomes.reduce(0) { $0 + $1.chance } / Double(max(1, outcomes.count)), reliability.excess.estimate,
            reliability.excess.lowerBound, reliability.excess.upperBound, reliability.brierScore, gain.estimate,
            gain.lowerBound, gain.upperBound, days.estimate, days.lowerBound, days.upperBound,
        ]
        driftScores += "\(way.name),\(loaded.scenario.standards.breachDays[place]),\(todays),\(runs),"
        driftScores += "\(outcomes.count),\(happened),"
        driftScores += values.map(rounded).joined(separator: ",") + "\n"
    }
}
var learned = "days_left_up_to,shift,slope\n"
for (horizon, widening) in zip(DriftStudy.horizons, widenings) {
    learned += (horizon == .max ? "" : "\(horizon)") + ",\(rounded(widening.shift)),\(rounded(widening.slope))\n"
}
for (name, text) in [
    ("drift-reliability.csv", driftDiagram), ("drift-scores.csv", driftScores), ("drift-widenings.csv", learned),
] {
    try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
}
