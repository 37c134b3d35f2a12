// SPDX-License-Identifier: GPL-3.0-or-later

import Planning
import Testing

/// One variable from 0 to 10 that is its own value, and whatever is wrong with the rest.
private struct Ladder: PlanningProblem {
    var variables = [PlanVariable(name: "rungs", range: 0...10)]
    var bounds: [PlanBound] = []
    var targets = [PlanTarget(name: "height", atLeast: 4, limits: 0...10)]
    var objective = PlanObjective.known([1])
    var start: [Int]?
    var identity = "ladder"
    var values: @Sendable ([Int], Int) -> [Double] = { point, number in
        [Double(point[0]) + Double(number % 3 - 1) / 10]
    }

    func run(_ point: [Int], _ number: Int) -> [Double] { values(point, number) }
}

@Suite("What cannot be planned is said")
struct ErrorTests {
    private func error(
        _ settings: PlanSettings = PlanSettings(), state: PlanState? = nil, _ change: (inout Ladder) -> Void
    ) -> PlanningError? {
        var ladder = Ladder()
        change(&ladder)
        do {
            _ = try PlanSearch(ladder, seed: 1, settings: settings).run(state: state)
            return nil
        } catch { return error }
    }

    @Test("Nothing to choose, and numbers that do not fit what is chosen")
    func shapes() {
        #expect(error { $0.variables = [] } == .noVariables)
        #expect(error { $0.objective = .known([1, 2]) } == .coefficients(of: nil, expected: 1, found: 2))
        let bound = PlanBound(name: "money", coefficients: [], most: 1)
        #expect(error { $0.bounds = [bound] } == .coefficients(of: "money", expected: 1, found: 0))
        #expect(error { $0.objective = .known([.nan]) } == .notFinite(name: "objective"))
        #expect(error { $0.start = [11] } == .badStart([11]))
        let certain = PlanTarget(name: "height", atLeast: 4, chance: 1)
        #expect(error { $0.targets = [certain] } == .badChance(target: "height", chance: 1))
        let vague = PlanTarget(name: "height", atLeast: 4, tolerance: 0)
        #expect(error { $0.targets = [vague] } == .badTolerance(target: "height", tolerance: 0))
    }

    @Test("A target beyond what its value can be")
    func impossible() {
        let high = PlanTarget(name: "height", atLeast: 12, limits: 0...10)
        #expect(error { $0.targets = [high] } == .impossibleTarget(name: "height", atLeast: 12, most: 10))
    }

    @Test("Bounds that contradict each other are named, and no others")
    func contradiction() {
        let bounds = [
            PlanBound(name: "some", coefficients: [-1], most: -3), PlanBound(name: "idle", coefficients: [1], most: 9),
            PlanBound(name: "few", coefficients: [1], most: 2),
        ]
        #expect(error { $0.bounds = bounds } == .contradictoryBounds(["some", "few"]))
    }

    @Test("A budget of nothing, and settings out of range")
    func settings() {
        var poor = PlanSettings()
        poor.budget = 0
        #expect(error(poor) { _ in } == .budget(0, least: 60))
        var sure = PlanSettings()
        sure.alpha = 0
        #expect(error(sure) { _ in } == .setting(name: "alpha", allowed: "between 0 and 0.5"))
    }

    @Test("Runs that say nothing")
    func runs() {
        let silent = error { $0.values = { _, _ in [] } }
        guard case .valuesOfRun(_, _, expected: 1, found: 0) = silent else {
            Issue.record("\(String(describing: silent))")
            return
        }
        let fault = error { $0.values = { _, _ in [.nan] } }
        guard case .valueOfRun(_, _, "height") = fault else {
            Issue.record("\(String(describing: fault))")
            return
        }
    }

    @Test("A state of another seed, and of a plan that differs in anything that runs hang on")
    func foreignState() throws {
        let state = try PlanSearch(Ladder(), seed: 2).run().state
        #expect(error(state: state) { _ in } == .stateOfAnotherPlan)
        let own = try PlanSearch(Ladder(), seed: 1).run().state
        #expect(error(state: own) { _ in } == nil)
        let changes: [(inout Ladder) -> Void] = [
            { $0.variables = [PlanVariable(name: "rungs", range: 0...9)] },
            { $0.bounds = [PlanBound(name: "low", coefficients: [1], most: 9)] },
            { $0.targets = [PlanTarget(name: "height", atLeast: 5, limits: 0...10)] },
            { $0.objective = .known([2]) }, { $0.start = [1] }, { $0.identity = "another ladder" },
        ]
        for (number, change) in changes.enumerated() {
            #expect(error(state: own, change) == .stateOfAnotherPlan, "\(number)")
        }
    }

    @Test("A target that no plan reaches: what is reached, where, and what stands in the way")
    func unreachable() throws {
        var ladder = Ladder()
        ladder.targets = [
            PlanTarget(name: "height", atLeast: 4), PlanTarget(name: "depth", atLeast: 3),
        ]
        ladder.values = { point, number in
            let luck = Double(number % 3 - 1) / 10
            return [Double(point[0]) + luck, -Double(point[0]) + luck]
        }
        let outcome = try PlanSearch(ladder, seed: 1).run()
        let refusal = try #require(outcome.refusal)
        #expect(outcome.chosen == nil && outcome.ending == .decided)
        #expect(refusal.reachable.map(\.isEnough) == [true, false])
        #expect(refusal.inTheWay == "depth" && abs(refusal.reachable[1].value) < 0.1)
        #expect(refusal.reachable[1].point == [0])
    }
}
