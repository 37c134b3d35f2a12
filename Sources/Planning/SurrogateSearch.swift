// SPDX-License-Identifier: GPL-3.0-or-later

/// The best point of the fitted responses: integer programs on their cuts within a trust region, then steps.
struct SurrogateSearch {
    /// How good a point is believed to be: what it lacks of its targets first, then what it costs.
    struct Merit: Comparable {
        let lack: Double
        let cost: Double

        static func < (one: Merit, other: Merit) -> Bool {
            abs(one.lack - other.lack) > 1e-9 ? one.lack < other.lack : one.cost < other.cost - 1e-9
        }
    }

    let lattice: Lattice
    let goal: Goal
    let responses: Responses
    /// Standard deviations of belief by which a value is taken to be worse than believed; below 0, better.
    let caution: Double
    /// What targets are to reach.
    var levels: [Double]

    init(_ responses: Responses, goal: Goal, caution: Double) {
        lattice = responses.lattice
        self.goal = goal
        self.responses = responses
        self.caution = caution
        levels = responses.levels
    }

    /// A value of a target, or of the objective so that less is better, as cautious as asked.
    func value(_ value: Int, at point: [Int]) -> Double {
        let isTarget = value < goal.targets.count
        let sign = isTarget ? 1 : goal.sign
        guard caution != 0 else { return sign * responses.mean(value, at: point) }
        let belief = responses.belief(value, at: point)
        return sign * belief.mean + (isTarget ? -caution : caution) * belief.deviation
    }

    func merit(_ point: [Int]) -> Merit {
        var lack = 0.0
        for target in goal.targets.indices {
            lack += max(0, levels[target] - value(target, at: point)) / responses.spreads[target]
        }
        return Merit(lack: lack, cost: goal.knownCost(point) ?? value(goal.targets.count, at: point))
    }

    /// The best point found from some starts: each is improved by programs, the best two of what they give by steps.
    func solve(from starts: [[Int]]) throws(PlanningError) -> [Int]? {
        var ends: [(point: [Int], merit: Merit)] = []
        for start in starts {
            let point = try programs(from: start)
            if !ends.contains(where: { $0.point == point }) { ends.append((point, merit(point))) }
        }
        return ends.sorted { $0.merit < $1.merit }.prefix(2).map { descend(from: $0.point) }
            .map { (point: $0, merit: merit($0)) }.min { $0.merit < $1.merit }?.point
    }

    /// Integer programs, each on the cuts at the last one's solution, in a region that shrinks when they promise what
    /// the responses do not keep.
    private func programs(from start: [Int]) throws(PlanningError) -> [Int] {
        var centre = start
        var merit = merit(centre)
        var share = 0.35
        for _ in 0..<8 {
            let radius = lattice.variables.map { max(1, (Double($0.range.count - 1) * share).rounded()) }
            guard let next = try program(around: centre, radius: radius).solve().map(lattice.point),
                lattice.contains(next)
            else { break }
            let nextMerit = self.merit(next)
            if nextMerit < merit {
                (centre, merit) = (next, nextMerit)
            } else {
                guard radius.contains(where: { $0 > 1 }) else { break }
                share /= 2.5
            }
        }
        return centre
    }

    /// The change of a value by a step of one, from the lattice's own neighbours.
    private func slopes(_ value: Int, at point: [Int]) -> [Double] {
        lattice.variables.indices.map { variable in
            let range = lattice.variables[variable].range
            let up = min(point[variable] + 1, range.upperBound)
            let down = max(point[variable] - 1, range.lowerBound)
            guard up > down else { return 0 }
            let high = lattice.moved(point, variable, by: up - point[variable])
            let low = lattice.moved(point, variable, by: down - point[variable])
            return (self.value(value, at: high) - self.value(value, at: low)) / Double(up - down)
        }
    }

    private func program(around centre: [Int], radius: [Double]) -> IntegerProgram {
        var program = lattice.program()
        let costs: [Double]
        switch goal.objective {
        case .known(let known): costs = known
        case .measured: costs = slopes(goal.targets.count, at: centre)
        }
        var reach = 0.0
        for variable in lattice.variables.indices {
            program.columns[variable].cost = costs[variable]
            let middle = Double(centre[variable])
            program.columns[variable].lower = max(program.columns[variable].lower, middle - radius[variable])
            program.columns[variable].upper = min(program.columns[variable].upper, middle + radius[variable])
            reach += abs(costs[variable]) * radius[variable]
        }
        for target in goal.targets.indices {
            let spread = responses.spreads[target]
            let slopes = slopes(target, at: centre)
            var most = value(target, at: centre) - levels[target]
            for (slope, middle) in zip(slopes, centre) { most -= slope * Double(middle) }
            // What the cut lacks costs more than anything else can save.
            let lack = program.columns.count
            program.columns.append(.init(cost: 20 * max(reach, 1e-6), lower: 0, upper: .infinity, isWhole: false))
            program.rows.append(
                .init(
                    terms: slopes.enumerated().map { ($0.offset, -$0.element / spread) } + [(lack, -1)],
                    most: most / spread))
        }
        return program
    }

    /// Variables up to which steps of three at once are tried: their number grows with the cube.
    private static let triplesUpTo = 10

    /// Steps of one, of pairs, of three, and of two and four in one variable, while one is better.
    private func descend(from start: [Int]) -> [Int] {
        var point = start
        var best = merit(point)
        for _ in 0..<25 {
            var moves = lattice.neighbours(of: point)
            if lattice.dimensions <= Self.triplesUpTo { moves += lattice.triples(of: point) }
            for variable in lattice.variables.indices {
                for size in [2, 4] {
                    for step in [-size, size] { moves.append(lattice.moved(point, variable, by: step)) }
                }
            }
            var next: [Int]?
            for move in moves where lattice.contains(move) {
                let merit = merit(move)
                if merit < best { (best, next) = (merit, move) }
            }
            guard let next else { break }
            point = next
        }
        return point
    }
}
