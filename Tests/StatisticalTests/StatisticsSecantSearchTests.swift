// SPDX-License-Identifier: GPL-3.0-or-later

import Statistics
import Testing

@Suite("Least squares by secants")
struct StatisticsSecantSearchTests {
    /// Three residuals of two parameters, least at (1, −2).
    private static func bowl(_ points: [[Double]]) -> [[Double]] {
        points.map { [3 * ($0[0] - 1), 2 * ($0[1] + 2), $0[0] + $0[1] + 1] }
    }

    private static func limits(steps: Int, measurements: Int = 0) -> SecantSearch.Limits {
        var limits = SecantSearch.Limits()
        limits.steps = steps
        limits.measurements = measurements
        limits.difference = 1e-3
        return limits
    }

    @Test("Slopes of a similar problem, off by half and more, are mended on the way to the bottom")
    func mended() {
        let rough = [[1.5, 0.5], [-0.5, 3], [0, 2]]
        let found = SecantSearch(
            from: [4, 3], slopes: rough, limits: Self.limits(steps: 40), evaluate: Self.bowl)
        #expect(abs(found.parameters[0] - 1) < 0.05 && abs(found.parameters[1] + 2) < 0.05, "\(found.parameters)")
        #expect(found.residualSquares < 0.02)
    }

    @Test("No step is longer than allowed, and every point is counted")
    func steps() {
        var asked: [[Double]] = []
        let found = SecantSearch(
            from: [4, 3], slopes: [[3, 0], [0, 2], [1, 1]], limits: Self.limits(steps: 1),
            evaluate: { points in
                asked += points
                return Self.bowl(points)
            })
        #expect(asked.count == 2 && found.evaluations == 2 && found.ending == .outOfSteps)
        let moved = zip(asked[0], asked[1]).map { abs($0 - $1) }
        #expect(moved.allSatisfy { $0 <= 1 + 1e-12 } && moved.contains { $0 > 0.99 }, "\(moved)")
    }

    @Test("Where slopes lead nowhere they are taken by differences, if that is allowed; the best point is kept")
    func measured() {
        let wrong = [[-3.0, 0], [0, -2], [-1, -1]]
        func search(measurements: Int) -> SecantSearch {
            var asked = 0
            let found = SecantSearch(
                from: [2, -1], slopes: wrong, limits: Self.limits(steps: 60, measurements: measurements),
                evaluate: { points in
                    asked += points.count
                    // A bowl that has no slope to be learned along the way: it changes by steps.
                    return Self.bowl(points.map { $0.map { ($0 * 1e4).rounded() / 1e4 } })
                })
            #expect(asked == found.evaluations)
            return found
        }
        let start = Self.bowl([[2, -1]])[0].reduce(0) { $0 + $1 * $1 }
        #expect(search(measurements: 0).residualSquares <= start && search(measurements: 0).ending == .settled)
        #expect(search(measurements: 2).residualSquares < 0.01)
    }
}
