// SPDX-License-Identifier: GPL-3.0-or-later

import RandomStreams
import Statistics
import Testing

@Suite("Gaussian processes and even points")
struct StatisticsGaussianProcessTests {
    private static func hill(_ x: [Double]) -> Double { 3 * x[0] - 4 * x[0] * x[0] + 2 * x[1] * (1 - x[0]) }

    private static func points(_ count: Int, seed: UInt64) -> [[Double]] {
        SobolSequence.points(count, dimensions: 2, from: RandomSource(seed: seed), purpose: 1)
    }

    private static func fit(_ points: [[Double]], values: [Double], noise: [Double]) -> GaussianProcess {
        GaussianProcess(inputs: points, values: values, noise: noise, start: .init(dimensions: 2), sweeps: 8)
    }

    @Test("A smooth response is known between its points, and where it is not its deviation says so")
    func smooth() {
        let points = Self.points(30, seed: 1)
        let process = Self.fit(points, values: points.map(Self.hill), noise: [Double](repeating: 0, count: 900))
        var covered = 0
        for point in Self.points(200, seed: 2) {
            let known = process.predict(point)
            let error = abs(known.mean - Self.hill(point))
            #expect(error < 0.1 && abs(known.mean - process.mean(point)) < 1e-9, "\(point)")
            if error <= 3 * known.variance.squareRoot() + 1e-6 { covered += 1 }
        }
        #expect(covered >= 190, "\(covered)")
    }

    @Test("Luck that all points share hides the level, and no difference")
    func sharedLuck() {
        let points = Self.points(30, seed: 1)
        let process = Self.fit(
            points, values: points.map { Self.hill($0) + 1 }, noise: [Double](repeating: 1, count: 900))
        let (low, high) = (process.predict([0.2, 0.2]), process.predict([0.4, 0.9]))
        let difference = Self.hill([0.4, 0.9]) - Self.hill([0.2, 0.2])
        #expect(abs(high.mean - low.mean - difference) < 0.1)
        #expect(low.variance > 0.5 && low.variance < 2, "\(low.variance)")
    }

    @Test("Points are even: no coordinate leaves a gap of three shares")
    func even() {
        for seed in 1...5 as ClosedRange<UInt64> {
            let points = SobolSequence.points(64, dimensions: 42, from: RandomSource(seed: seed), purpose: 2)
            for coordinate in 0..<SobolSequence.dimensionLimit {
                let places = points.map { $0[coordinate] }.sorted()
                let gaps = zip(places, places.dropFirst()).map { $1 - $0 }
                #expect(places.allSatisfy { (0..<1).contains($0) } && (gaps.max() ?? 1) < 3.0 / 64, "seed \(seed)")
            }
            #expect(points.allSatisfy { $0.count == 42 })
        }
    }

    @Test("The normal law and its quantiles")
    func normal() {
        #expect(abs(StandardNormal.probability(below: 1.959963984540054) - 0.975) < 1e-12)
        #expect(abs(StandardNormal.quantile(0.05) + 1.6448536269514722) < 1e-9)
    }
}
