// SPDX-License-Identifier: GPL-3.0-or-later

// Searches of problems with known optima, and the same runs for others to ask for.
//
//     planning-benchmarks search PROBLEM BUDGET FIRST-SEED SEEDS    a line a seed: seed, runs, cost, truth, point
//     planning-benchmarks random PROBLEM BUDGET FIRST-SEED SEEDS    the same of random search
//     planning-benchmarks truth PROBLEM POINT    what a point, its numbers with commas between, is worth in truth
//     planning-benchmarks oracle PROBLEM LUCK    reads lines of a number and a point, answers each with the run's value

import Glibc
import Planning
import PlanningModels
import RandomStreams

let arguments = CommandLine.arguments

/// The problem of that name, and its settings.
func contest(_ name: String, luck: UInt64) -> (problem: any PlanningProblem, settings: PlanSettings) {
    var settings = PlanSettings()
    settings.zone = .around
    settings.threads = 2
    switch name {
    case "most-throughput":
        settings.objectiveTolerance = 0.004
        return (FlowLine(.mostThroughput, luck: luck), settings)
    case "least-cost-5.7":
        return (FlowLine(.leastCost(rateCost: 2, throughput: 5.7, tolerance: 0.001), luck: luck), settings)
    case "least-cost-5.5":
        return (FlowLine(.leastCost(rateCost: 3, throughput: 5.5, tolerance: 0.002), luck: luck), settings)
    case "facility-sizes":
        settings.firstRuns = 200
        // Runs of a microsecond are not worth a thread.
        settings.threads = 1
        return (FacilitySizes(tolerance: 0.01, luck: luck), settings)
    default: fatalError("problems: most-throughput, least-cost-5.7, least-cost-5.5, facility-sizes")
    }
}

/// The throughput by the chain, or the chance by 400,000 demands that no search has seen.
func truth(_ name: String, _ point: [Int]) -> Double {
    guard name == "facility-sizes" else { return FlowLine.exactThroughput(point) }
    let draws = 400_000
    let met = (0..<draws).count { number in
        zip(point, FacilitySizes.demands(luck: 1 << 40, number: number)).allSatisfy { Double($0) >= $1 }
    }
    return Double(met) / Double(draws)
}

func search(_ name: String, budget: Int, seed: UInt64) throws {
    let (problem, base) = contest(name, luck: seed + 1_000)
    var settings = base
    settings.budget = budget
    let outcome = try PlanSearch(problem, seed: seed, settings: settings).run()
    guard let chosen = outcome.chosen else {
        print(seed, outcome.runs, "none")
        return
    }
    let words = chosen.point.map(String.init).joined(separator: ",")
    print(seed, outcome.runs, chosen.cost, truth(name, chosen.point), words, chosen.verdict)
}

/// Points by chance within the bounds, ten runs each; the best mean.
func randomSearch(_ name: String, budget: Int, seed: UInt64) {
    let problem = contest(name, luck: seed + 1_000).problem
    var stream = RandomStream(seed: seed, purpose: 9)
    var best: (point: [Int], value: Double) = ([], -.infinity)
    for _ in 0..<(budget / 10) {
        var point: [Int] = []
        repeat {
            point = problem.variables.map { $0.range.lowerBound + stream.integer(below: $0.range.count) }
        } while !problem.bounds.allSatisfy { bound in
            zip(bound.coefficients, point).reduce(0) { $0 + $1.0 * Double($1.1) } <= bound.most
        }
        let value = (0..<10).reduce(0) { $0 + problem.run(point, $1)[0] } / 10
        if value > best.value { best = (point, value) }
    }
    print(seed, budget, best.value, truth(name, best.point), best.point.map(String.init).joined(separator: ","))
}

func oracle(_ name: String, luck: UInt64) {
    let problem = contest(name, luck: luck).problem
    while let line = readLine() {
        let numbers = line.split(separator: " ").compactMap { Int($0) }
        print(problem.run(Array(numbers.dropFirst()), numbers[0])[0])
        fflush(nil)
    }
}

switch arguments.dropFirst().first {
case "search" where arguments.count == 6, "random" where arguments.count == 6:
    let (budget, first, seeds) = (Int(arguments[3]) ?? 0, UInt64(arguments[4]) ?? 1, UInt64(arguments[5]) ?? 1)
    for seed in first..<(first + seeds) {
        if arguments[1] == "search" {
            try search(arguments[2], budget: budget, seed: seed)
        } else {
            randomSearch(arguments[2], budget: budget, seed: seed)
        }
    }
case "oracle" where arguments.count == 4: oracle(arguments[2], luck: UInt64(arguments[3]) ?? 0)
case "truth" where arguments.count == 4:
    print(truth(arguments[2], arguments[3].split(separator: ",").compactMap { Int($0) }))
default: fatalError("search PROBLEM BUDGET FIRST-SEED SEEDS, random …, or oracle PROBLEM LUCK")
}
