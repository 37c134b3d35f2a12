// SPDX-License-Identifier: GPL-3.0-or-later

/// The parameters with the least sum of squared residuals, mostly one evaluation a step: for a search that slopes by
/// differences at every step would make too dear.
///
/// Levenberg-Marquardt steps with slopes that are handed in, from a similar problem or a rough idea, and mended at
/// every step by what it did (Broyden 1965, doi 10.1090/S0025-5718-1965-0198670-6). Only where steps no longer help
/// while the residuals are still large are slopes taken by differences. It keeps the best point that it saw.
public struct SecantSearch: Sendable {
    /// Why it ended.
    public enum Ending: Sendable, Equatable {
        /// No step made the sum smaller, or hardly: as good as it gets within the noise.
        case settled
        /// The steps were used up.
        case outOfSteps
        /// A residual was no number, or slopes gave no step.
        case failed
    }

    /// The best parameters.
    public private(set) var parameters: [Double]
    /// The residuals there.
    public private(set) var residuals: [Double]
    /// For each residual its slope by each parameter, as far as the steps told.
    public private(set) var slopes: [[Double]]
    /// Points that were worked out.
    public private(set) var evaluations = 1
    /// Why it ended.
    public private(set) var ending = Ending.failed

    /// The sum of squared residuals.
    public var residualSquares: Double { Self.squares(residuals) }

    /// A step shorter than this tells slopes little beside noise.
    private static let tellingStep = 0.15

    /// When a search goes on, and when it ends.
    public struct Limits: Sendable {
        /// Steps at most.
        public var steps = 40
        /// How strongly a step is held back at first, in units of squared slopes, over 0.
        public var damping = 1.0
        /// A parameter moves by no more than this in one step, over 0.
        public var longestStep = 1.0
        /// Steps in a row that do not help, after which slopes are taken by differences, or the search ends; over 0.
        public var vainSteps = 5
        /// How often slopes are taken by differences at most, 0 or more.
        public var measurements = 1
        /// The difference over which they are taken, not 0.
        public var difference = 0.3
        /// A sum of squared residuals that is good enough to take none.
        public var goodEnough = 0.0

        /// The usual limits.
        public init() {}
    }

    /// Searches from a point.
    ///
    /// - Parameters:
    ///   - start: the first parameters, at least one, in units that make them comparable.
    ///   - slopes: for each residual its slope by each parameter, near the start.
    ///   - limits: when it ends.
    ///   - evaluate: the residuals at each of some points, always as many as slopes; the same point must give the same
    ///     residuals. One that is no number ends the search.
    public init(
        from start: [Double], slopes: [[Double]], limits: Limits = Limits(), evaluate: ([[Double]]) -> [[Double]]
    ) {
        precondition(!start.isEmpty && limits.longestStep > 0, "something that may move")
        precondition(slopes.allSatisfy { $0.count == start.count }, "a slope for each parameter")
        parameters = start
        residuals = evaluate([start])[0]
        self.slopes = slopes
        precondition(residuals.count == slopes.count, "slopes for each residual")
        guard residuals.allSatisfy(\.isFinite) else { return }
        var damping = limits.damping
        var vain = 0
        var measurements = limits.measurements
        for _ in 0..<limits.steps {
            if vain >= limits.vainSteps {
                guard measurements > 0, residualSquares > limits.goodEnough else {
                    ending = .settled
                    return
                }
                measurements -= 1
                measure(over: limits.difference, evaluate)
                damping = limits.damping
                vain = 0
            }
            guard let step = step(damping: damping, longest: limits.longestStep) else { return }
            let there = zip(parameters, step).map { $0 + $1 }
            let found = evaluate([there])[0]
            evaluations += 1
            guard found.allSatisfy(\.isFinite) else { return }
            learn(step, found)
            if Self.squares(found) < residualSquares {
                // A step that helps by less than a hundredth is hardly one.
                vain = Self.squares(found) < 0.99 * residualSquares ? 0 : vain + 1
                parameters = there
                residuals = found
                damping = max(0.01, damping * 0.4)
            } else {
                vain += 1
                damping = min(1e4, damping * 3)
            }
        }
        ending = .outOfSteps
    }

    /// Takes the slopes at the best point by differences.
    private mutating func measure(over difference: Double, _ evaluate: ([[Double]]) -> [[Double]]) {
        let points = parameters.indices.map { place in
            var moved = parameters
            moved[place] += difference
            return moved
        }
        let there = evaluate(points)
        evaluations += points.count
        guard there.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return }
        slopes = residuals.indices.map { row in there.map { ($0[row] - residuals[row]) / difference } }
    }

    /// The step that the slopes ask for; nil if they ask for none.
    private func step(damping: Double, longest: Double) -> [Double]? {
        let root = damping.squareRoot()
        let held = parameters.indices.map { row in
            parameters.indices.map { $0 == row ? root : 0 }
        }
        let response = residuals.map { -$0 } + parameters.map { _ in 0 }
        guard let fit = LinearFit(rows: slopes + held, response: response) else { return nil }
        let most = fit.coefficients.map(abs).max() ?? 0
        let factor = most > longest ? longest / most : 1
        return fit.coefficients.map { $0 * factor }
    }

    /// Slopes along a step become those that it had; across it they stay. Short steps tell less.
    private mutating func learn(_ step: [Double], _ found: [Double]) {
        let length = step.reduce(0) { $0 + $1 * $1 }
        let divisor = length + Self.tellingStep * Self.tellingStep
        for row in slopes.indices {
            let expected = zip(slopes[row], step).reduce(0) { $0 + $1.0 * $1.1 }
            let miss = (found[row] - residuals[row] - expected) / divisor
            for place in step.indices { slopes[row][place] += miss * step[place] }
        }
    }

    private static func squares(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 } }
}
