// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Statistics
import Testing

@Suite("Least squares, variance ratios and serial correlation")
struct StatisticsLinearFitTests {
    @Test("A line through points, by the formulas of the book")
    func line() throws {
        let x = [1.0, 2, 3, 4, 5]
        let y = [2.1, 3.9, 6.2, 7.8, 10.1]
        let fit = try #require(LinearFit(rows: x.map { [1, $0] }, response: y))
        // Slope 19.9 / 10, intercept 6.02 − 3 × slope.
        #expect(abs(fit.coefficients[1] - 1.99) < 1e-12 && abs(fit.coefficients[0] - 0.05) < 1e-12)
        #expect(abs(fit.residualSquares - 0.107) < 1e-12 && fit.degreesOfFreedom == 3)
        #expect(abs(fit.standardErrors[1] - (0.107 / 3 / 10).squareRoot()) < 1e-12)
        #expect(abs(fit.standardErrors[0] - (0.107 / 3 * 55 / 50).squareRoot()) < 1e-12)
        #expect(zip(fit.fitted, x).allSatisfy { abs($0 - (0.05 + 1.99 * $1)) < 1e-12 })
    }

    @Test("A weight of two is the row twice")
    func weights() throws {
        let once = try #require(
            LinearFit(rows: [[1, 0], [1, 1], [1, 3]], response: [1, 2, 7], weights: [1, 2, 1]))
        let twice = try #require(LinearFit(rows: [[1, 0], [1, 1], [1, 1], [1, 3]], response: [1, 2, 2, 7]))
        #expect(zip(once.coefficients, twice.coefficients).allSatisfy { abs($0 - $1) < 1e-12 })
        #expect(abs(once.residualSquares - twice.residualSquares) < 1e-12)
    }

    @Test("Nothing is fitted to too little")
    func tooLittle() {
        #expect(LinearFit(rows: [[1, 2]], response: [1]) == nil)
        #expect(LinearFit(rows: [], response: []) == nil)
        #expect(LinearFit(rows: [[1, 2], [2, 4], [3, 6]], response: [1, 2, 4]) == nil)
        #expect(
            LinearFit(rows: [[1, 0], [1, 1]], response: [1, 2])?.standardErrors.allSatisfy { $0.isInfinite } == true)
    }

    @Test("The tail of Fisher's F with 2 and d degrees of freedom is (1 + 2F/d)^(−d/2)")
    func ratio() {
        for degrees in [1, 2, 10, 40] {
            for ratio in [0.0, 0.5, 3, 12] {
                let expected = pow(1 + 2 * ratio / Double(degrees), -Double(degrees) / 2)
                #expect(abs(varianceRatioTail(ratio, numerator: 2, denominator: degrees) - expected) < 1e-12)
            }
        }
    }

    @Test("Serial correlation")
    func serial() {
        #expect(serialCorrelation([1, 2]) == 0 && serialCorrelation([4, 4, 4, 4]) == 0)
        #expect(serialCorrelation([1, -1, 1, -1, 1, -1]) < -0.8)
        // Deviations ±1 in two runs of three: (1 + 1 − 1 + 1 + 1) / 6.
        #expect(abs(serialCorrelation([1, 1, 1, -1, -1, -1]) - 0.5) < 1e-12)
    }
}
