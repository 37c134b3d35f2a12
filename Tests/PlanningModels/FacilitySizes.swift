// SPDX-License-Identifier: GPL-3.0-or-later

public import Planning
import RandomStreams

/// The least sum of three capacities with which all three demands are met with a chance: FACSIZE-1 of SimOpt. Demands
/// are normal, depend on each other, and are drawn again while one is below 0. After Rengarajan & Morton (2009).
public struct FacilitySizes: PlanningProblem {
    let chance: Double
    let tolerance: Double
    let luck: UInt64

    /// - Parameters:
    ///   - chance: that no facility runs out; SimOpt's is 0.95.
    ///   - luck: the seed of its runs.
    public init(chance: Double = 0.95, tolerance: Double, luck: UInt64) {
        self.chance = chance
        self.tolerance = tolerance
        self.luck = luck
    }

    public var variables: [PlanVariable] {
        (1...3).map { PlanVariable(name: "capacity \($0)", range: 0...300) }
    }

    public var identity: String { "\(self)" }

    public var targets: [PlanTarget] {
        [PlanTarget(name: "no facility runs out", atLeast: 0, chance: chance, tolerance: tolerance)]
    }

    public var objective: PlanObjective { .known([1, 1, 1]) }

    public func run(_ point: [Int], _ number: Int) -> [Double] {
        let demands = Self.demands(luck: luck, number: number)
        return [zip(point, demands).map { Double($0) - $1 }.min() ?? 0]
    }

    /// Cholesky's factor of the covariances 2000, 1500, 500; 1500, 2000, 750; 500, 750, 2000.
    private static let factor: [[Double]] = {
        let covariances = [[2_000.0, 1_500, 500], [1_500, 2_000, 750], [500, 750, 2_000]]
        var factor = [[Double]](repeating: [0, 0, 0], count: 3)
        for row in 0..<3 {
            for column in 0...row {
                var rest = covariances[row][column]
                for index in 0..<column { rest -= factor[row][index] * factor[column][index] }
                factor[row][column] = row == column ? rest.squareRoot() : rest / factor[column][column]
            }
        }
        return factor
    }()

    public static func demands(luck: UInt64, number: Int) -> [Double] {
        var stream = RandomStream(seed: luck, replication: UInt32(number), purpose: 3)
        while true {
            let normals = (0..<3).map { _ in stream.normal(mean: 0, standardDeviation: 1) }
            let demands = factor.map { row in zip(row, normals).reduce(100) { $0 + $1.0 * $1.1 } }
            if demands.allSatisfy({ $0 >= 0 }) { return demands }
        }
    }
}
