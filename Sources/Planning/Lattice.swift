// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The whole points within ranges and bounds.
struct Lattice: Sendable {
    let variables: [PlanVariable]
    let bounds: [PlanBound]

    var dimensions: Int { variables.count }

    func contains(_ point: [Int]) -> Bool {
        zip(variables, point).allSatisfy { $0.range.contains($1) } && bounds.allSatisfy { $0.isKept(by: point) }
    }

    /// The point in a cube whose sides are the ranges.
    func unit(_ point: [Double]) -> [Double] {
        zip(variables, point).map { variable, choice in
            (choice - Double(variable.range.lowerBound)) / Double(max(1, variable.range.count - 1))
        }
    }

    func unit(_ point: [Int]) -> [Double] { unit(point.map(Double.init)) }

    /// The point in a cube in which the first steps of a range are the longest: many responses have it so, of which
    /// each step more brings less than the one before.
    func warpedUnit(_ point: [Double]) -> [Double] {
        zip(variables, point).map { variable, choice in
            let side = Double(max(1, variable.range.count - 1))
            return log(max(0.5, choice - Double(variable.range.lowerBound) + 1)) / log(side + 1)
        }
    }

    /// The point moved in one variable.
    func moved(_ point: [Int], _ variable: Int, by step: Int) -> [Int] {
        var moved = point
        moved[variable] += step
        return moved
    }

    /// What one step reaches: one variable up or down, then one up and another down; within ranges and bounds.
    func neighbours(of point: [Int], withPairs: Bool = true) -> [[Int]] {
        var found: [[Int]] = []
        for variable in variables.indices {
            for step in [-1, 1] { found.append(moved(point, variable, by: step)) }
        }
        if withPairs {
            for down in variables.indices {
                for up in variables.indices where up != down {
                    found.append(moved(moved(point, down, by: -1), up, by: 1))
                }
            }
        }
        return found.filter(contains)
    }

    /// What strides of a size reach: one variable up or down, and another by as much or half as much the other way;
    /// within ranges and bounds.
    func strides(of point: [Int], size: Int) -> [[Int]] {
        var found: [[Int]] = []
        for variable in variables.indices {
            for step in [-size, size] {
                let moved = moved(point, variable, by: step)
                found.append(moved)
                for other in variables.indices where other != variable {
                    for part in [step, step / 2] where part != 0 { found.append(self.moved(moved, other, by: -part)) }
                }
            }
        }
        return found.filter(contains)
    }

    /// Every point that differs in three variables at most, by two steps at most in each.
    func around(_ point: [Int]) -> [[Int]] {
        var found: [[Int]] = []
        func change(_ point: [Int], from first: Int, left: Int) {
            guard left > 0 else { return }
            for variable in first..<dimensions {
                for step in [-2, -1, 1, 2] {
                    let moved = moved(point, variable, by: step)
                    guard variables[variable].range.contains(moved[variable]) else { continue }
                    found.append(moved)
                    change(moved, from: variable + 1, left: left - 1)
                }
            }
        }
        change(point, from: 0, left: 3)
        return found.filter(contains)
    }

    /// Steps of three variables at once, not all in the same direction; beyond ranges and bounds too.
    func triples(of point: [Int]) -> [[Int]] {
        var found: [[Int]] = []
        for alone in variables.indices {
            for one in variables.indices where one != alone {
                for other in variables.indices where other > one && other != alone {
                    for step in [-1, 1] {
                        var moved = point
                        moved[alone] += step
                        moved[one] -= step
                        moved[other] -= step
                        found.append(moved)
                    }
                }
            }
        }
        return found
    }

    /// An integer program with a column for each variable and a row for each bound; no costs yet.
    func program() -> IntegerProgram {
        var program = IntegerProgram()
        program.columns = variables.map {
            IntegerProgram.Column(
                cost: 0, lower: Double($0.range.lowerBound), upper: Double($0.range.upperBound), isWhole: true)
        }
        program.rows = bounds.map { bound in
            IntegerProgram.Row(
                terms: bound.coefficients.enumerated().map { ($0.offset, $0.element) }, most: bound.most)
        }
        return program
    }

    /// The whole point of a solution.
    func point(_ solution: [Double]) -> [Int] {
        zip(variables, solution).map { variable, value in
            min(max(Int(value.rounded()), variable.range.lowerBound), variable.range.upperBound)
        }
    }

    /// The point of the lattice that is nearest, by the sum of distances in sides of the cube; nil if it is empty.
    func nearest(to point: [Double]) throws(PlanningError) -> [Int]? {
        let rounded = self.point(point)
        if contains(rounded) { return rounded }
        var program = program()
        for (variable, wanted) in point.enumerated() {
            let distance = program.columns.count
            let side = Double(max(1, variables[variable].range.count - 1))
            program.columns.append(.init(cost: 1 / side, lower: 0, upper: .infinity, isWhole: false))
            program.rows.append(.init(terms: [(variable, 1), (distance, -1)], most: wanted))
            program.rows.append(.init(terms: [(variable, -1), (distance, -1)], most: -wanted))
        }
        return try program.solve().map(self.point)
    }

    /// Names of bounds that contradict each other, none of which could be left out; nil if some point keeps all.
    func contradiction() throws(PlanningError) -> [String]? {
        if try program().solve() != nil { return nil }
        var kept = bounds
        for bound in bounds {
            let fewer = kept.filter { $0 != bound }
            if try Lattice(variables: variables, bounds: fewer).program().solve() == nil { kept = fewer }
        }
        return kept.map(\.name)
    }
}
