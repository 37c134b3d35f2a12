import Foundation
import RandomStreams
import Statistics
import Testing

/// What factors make of a model's variance, on models of which it is known.
@Suite struct SensitivityTests {
    private let source = RandomSource(seed: 5)

    @Test func pathsChangeEachFactorOnceWithinTheCube() {
        var stream = source.stream(purpose: 1, subject: 0)
        for _ in 0..<50 {
            let path = MorrisPath(factors: 6) { stream.uniform() }
            #expect(path.points.count == 7 && path.order.sorted() == Array(0..<6))
            #expect(path.points.allSatisfy { $0.allSatisfy { (0...1).contains($0) } })
            for (place, factor) in path.order.enumerated() {
                let (one, next) = (path.points[place], path.points[place + 1])
                #expect(one.indices.filter { one[$0] != next[$0] } == [factor])
                #expect(abs(next[factor] - one[factor] - path.steps[place]) < 1e-12)
            }
        }
    }

    /// Of a line each effect is the slope, with no deviation; an interaction shows as a deviation.
    @Test func effectsOfALineAreItsSlopesAndAnInteractionDeviates() {
        var stream = source.stream(purpose: 2, subject: 0)
        let paths = (0..<20).map { _ in MorrisPath(factors: 4) { stream.uniform() } }
        func model(_ x: [Double]) -> Double { 3 * x[0] - 2 * x[1] + 0 * x[2] + 4 * x[0] * x[3] }
        let effects = ElementaryEffects(paths, values: paths.map { $0.points.map(model) })
        #expect(abs(effects.mean[1] + 2) < 1e-9 && abs(effects.meanSize[1] - 2) < 1e-9 && effects.deviation[1] < 1e-9)
        #expect(effects.meanSize[2] == 0)
        #expect(effects.deviation[0] > 0.5 && effects.deviation[3] > 0.5)
    }

    /// Ishigami's function (a = 7, b = 0.1): shares known in closed form (Saltelli et al., 2000).
    @Test func sharesOfIshigamisFunctionAreThoseOfItsFormula() {
        let rows = 4096
        let cube = SobolSequence.points(rows, dimensions: 6, from: source, purpose: 3)
        func model(_ x: [Double]) -> Double {
            let y = x.map { (2 * $0 - 1) * .pi }
            let second = sin(y[1])
            return sin(y[0]) + 7 * second * second + 0.1 * y[2] * y[2] * y[2] * y[2] * sin(y[0])
        }
        let one = cube.map { Array($0[0..<3]) }
        let other = cube.map { Array($0[3..<6]) }
        let exchanged = (0..<3).map { factor in
            (0..<rows).map { row in
                var mixed = one[row]
                mixed[factor] = other[row][factor]
                return model(mixed)
            }
        }
        let indices = SobolIndices(one.map(model), other.map(model), exchanged: exchanged)
        for (found, known) in zip(indices.first, [0.3139, 0.4424, 0.0]) { #expect(abs(found.share - known) < 0.02) }
        for (found, known) in zip(indices.total, [0.5576, 0.4424, 0.2437]) { #expect(abs(found.share - known) < 0.02) }
        #expect(indices.first.allSatisfy { $0.standardError > 0 && $0.standardError < 0.03 })
    }

    /// Standard errors mean what they say: of many samples, the share lies within two of them as often as it should.
    @Test func standardErrorsCover() {
        var inside = 0
        let trials = 200
        for trial in 0..<trials {
            var stream = RandomSource(seed: 100 + UInt64(trial)).stream(purpose: 4, subject: 0)
            func sample() -> [[Double]] { (0..<64).map { _ in [stream.uniform(), stream.uniform()] } }
            let (one, other) = (sample(), sample())
            func model(_ x: [Double]) -> Double { 2 * x[0] + x[1] }
            let mixed = (0..<2).map { factor in
                one.indices.map { row in
                    var point = one[row]
                    point[factor] = other[row][factor]
                    return model(point)
                }
            }
            let total = SobolIndices(one.map(model), other.map(model), exchanged: mixed).total[0]
            if abs(total.share - 0.8) <= 2 * total.standardError { inside += 1 }
        }
        #expect(inside >= 175, "\(inside) of \(trials)")
    }
}
