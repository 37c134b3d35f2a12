import CareModel
import Experiments
import Forecasting
import Foundation
import Planning
import ScenarioFiles
import ServiceSimulation
import Testing

@testable import ServicePlanning

/// What a plan promises is kept by services with other people, other luck and other lists than the search ever saw, and
/// no plan a post away would have kept it for less.
@Suite struct PromisedPlansTests {
    private static let chance = 0.9
    private static let freshRuns = 200
    /// Two hundred runs show a chance to 2.3 errors, one side, once in a hundred.
    private static let error = 2.33 * (chance * (1 - chance) / Double(freshRuns)).squareRoot()

    private func request(_ seed: UInt64) -> PlanRequest {
        let text = SmallPlan.text.replacingOccurrences(
            of: "start: { origin: list }", with: "start: { origin: warm-up, warm-up-weeks: 52 }")
        var request = PlanRequest(
            .text(text, name: "two.yaml"), targets: ["north:first-appointment-within-28-days>=80%~\(Self.chance)"])
        request.variations = ["north:pwp=0..6", "north:hit=0..2"]
        request.letsWaitsMove = true
        request.hiresAQuarter = 6
        request.budget = 600
        request.settings.threads = 2
        request.settings.seed = seed
        return request
    }

    /// The share of fresh runs in which plans keep their target: another seed, and so other people, other luck, other
    /// lists.
    private func kept(_ found: ServicePlanOutcome, _ points: [[Int]], seed: UInt64) throws -> [Double] {
        let prepared = found.prepared
        var experiment = Experiment(prepared.loaded.scenario, seed: seed, replications: 24, threads: 2)
        experiment.scenario.start.firstDays = 24
        experiment.weeks = prepared.weeks
        let days = try #require(StartingPoint.make(for: experiment)).days
        let runs = TeamRuns(found.service, of: prepared.targets, days: days, seed: seed, weeks: prepared.weeks)
        let target = prepared.targets[0]
        return try points.map { point in
            let kept = try (0..<Self.freshRuns).count { number in
                let sums = try #require(runs.sums(point, number))[0]
                return target.value(sums, today: sums) >= target.atLeast
            }
            return Double(kept) / Double(Self.freshRuns)
        }
    }

    /// Plans that are a post away in any direction, within their ranges, and cheaper.
    private func cheaper(than point: [Int], _ found: ServicePlanOutcome) -> [[Int]] {
        let variables = found.prepared.variables
        func pounds(_ point: [Int]) -> Double {
            zip(variables, point).reduce(0) { $0 + $1.0.poundsAYear * Double($1.1) }
        }
        var near = [[Int]]()
        for first in -1...1 {
            for second in -1...1 {
                let other = [point[0] + first, point[1] + second]
                guard zip(variables, other).allSatisfy({ $0.range.contains($1) }), pounds(other) < pounds(point) else {
                    continue
                }
                near.append(other)
            }
        }
        return near
    }

    @Test(.timeLimit(.minutes(10)))
    func fortyPlansKeepTheirTargetsAsOftenAsWasPromised() throws {
        var shares: [Double] = []
        var posts: [Int] = []
        var (near, nearDecided): ([Double], [Double]) = ([], [])
        for seed in UInt64(1)...40 {
            let found = try request(seed).prepare().run()
            guard let point = found.point, found.outcome.chosen?.verdict == .accepted else { continue }
            posts.append(point.reduce(0, +))
            let all = try kept(found, [point] + cheaper(than: point, found), seed: 1_000 + seed)
            shares.append(all[0])
            near += all.dropFirst()
            // Where its runs ended before all was decided the search says so: with more it may be cheaper.
            if found.outcome.ending == .decided { nearDecided += all.dropFirst() }
        }
        #expect(shares.count >= 28 && posts.contains { $0 > 0 }, "\(posts)")
        // A plan may be below its target one time in twenty.
        #expect(shares.count { $0 < Self.chance - Self.error } <= 4, "\(shares.sorted())")
        #expect(shares.reduce(0, +) / Double(shares.count) >= Self.chance, "\(shares.sorted())")
        // A cheaper plan a post away breaks its target, or is too near the line for the search's runs to tell.
        #expect(near.count { $0 > Self.chance + Self.error } * 3 <= near.count, "\(near.sorted())")
        #expect(nearDecided.count { $0 > Self.chance + Self.error } <= 1, "\(nearDecided.sorted())")
    }
}
