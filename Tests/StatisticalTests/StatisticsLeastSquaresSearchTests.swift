// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Statistics
import Testing

@Suite("Nonlinear least squares")
struct StatisticsLeastSquaresSearchTests {
    /// Rosenbrock's valley, a standard test of minimisers: least at (1, 1), along a curved floor.
    private static func valley(_ points: [[Double]]) -> [[Double]] {
        points.map { [10 * ($0[1] - $0[0] * $0[0]), 1 - $0[0]] }
    }

    @Test("The bottom of Rosenbrock's valley from its usual start")
    func rosenbrock() {
        let found = LeastSquaresSearch(
            from: [-1.2, 1], steps: [1e-7, 1e-7], mostIterations: 100, tolerance: 1e-9, evaluate: Self.valley)
        #expect(found.ending == .converged)
        #expect(abs(found.parameters[0] - 1) < 1e-5 && abs(found.parameters[1] - 1) < 1e-5)
        #expect(found.residualSquares < 1e-9)
    }

    @Test("Slopes are those of the residuals, row by row, and every point is counted")
    func slopes() {
        var asked = 0
        let found = LeastSquaresSearch(from: [1, 2], steps: [0.1, 0.1], mostIterations: 1) { points in
            asked += points.count
            return points.map { [3 * $0[0], 5 * $0[1], $0[0] - $0[1]] }
        }
        #expect(asked == found.evaluations)
        let expected = [[3.0, 0], [0, 5], [1, -1]]
        for (row, wanted) in zip(found.slopes, expected) {
            #expect(zip(row, wanted).allSatisfy { abs($0 - $1) < 1e-9 })
        }
    }

    @Test("A search that is stopped says so, and has not become worse")
    func stopped() {
        let found = LeastSquaresSearch(
            from: [-1.2, 1], steps: [1e-7, 1e-7], mostIterations: 2, tolerance: 1e-12, evaluate: Self.valley)
        #expect(found.ending == .outOfIterations && found.iterations == 2)
        #expect(found.residualSquares < 24.2)
    }

    @Test("A residual that is no number ends the search")
    func noNumber() {
        let found = LeastSquaresSearch(from: [1], steps: [0.1]) { points in
            points.map { [$0[0] > 1 ? .nan : $0[0]] }
        }
        #expect(found.ending == .failed)
    }

    @Test("Noise below the steps does not lead it astray")
    func noise() {
        // A bowl with ripples of 0.01, steps of 0.5.
        let found = LeastSquaresSearch(from: [8, -6], steps: [0.5, 0.5], mostIterations: 20) { points in
            points.map { [$0[0] - 2 + 0.01 * sin(900 * $0[0]), 2 * ($0[1] - 3) + 0.01 * sin(700 * $0[1])] }
        }
        #expect(abs(found.parameters[0] - 2) < 0.05 && abs(found.parameters[1] - 3) < 0.05)
    }
}
