// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// The parameters with the least sum of squared residuals, by GSL's trust-region method with Levenberg-Marquardt steps.
///
/// Made for residuals that come out of a simulation: slopes are taken by differences over steps that the caller
/// chooses, wide enough to stand out from noise, and all points of a slope are asked for at once, so that they can be
/// worked out side by side.
public struct LeastSquaresSearch: Sendable {
    /// Why it ended.
    public enum Ending: Sendable, Equatable {
        /// The last step was smaller than the tolerance.
        case converged
        /// The iterations were used up.
        case outOfIterations
        /// No step made the sum smaller: as good as it gets within the noise.
        case noProgress
        /// A residual was no number, or GSL gave up.
        case failed
    }

    /// The best parameters.
    public let parameters: [Double]
    /// The residuals there.
    public let residuals: [Double]
    /// For each residual its slope by each parameter, from the last iteration that needed them.
    public let slopes: [[Double]]
    /// Steps taken.
    public let iterations: Int
    /// Points that were worked out.
    public let evaluations: Int
    /// Why it ended.
    public let ending: Ending

    /// Half the sum of squared residuals is what is made small; this is the whole.
    public var residualSquares: Double { residuals.reduce(0) { $0 + $1 * $1 } }

    /// Searches from a point.
    ///
    /// - Parameters:
    ///   - start: the first parameters, at least one, in units that make them comparable.
    ///   - steps: for each parameter the difference over which its slopes are taken, not 0.
    ///   - mostIterations: steps at most, at least 1.
    ///   - tolerance: a step smaller than this beside the parameters ends the search.
    ///   - evaluate: the residuals at each of some points, always equally many, at least as many as parameters; the
    ///     same point must give the same residuals.
    /// - Complexity: 1 + parameters + trial steps evaluations an iteration.
    public init(
        from start: [Double], steps: [Double], mostIterations: Int = 20, tolerance: Double = 1e-3,
        evaluate: ([[Double]]) -> [[Double]]
    ) {
        precondition(!start.isEmpty && steps.count == start.count, "a step for each parameter")
        precondition(mostIterations >= 1, "at least one iteration")
        let first = evaluate([start]).first ?? []
        precondition(first.count >= start.count, "at least as many residuals as parameters")
        var found = start
        var left = first
        var derivatives = [Double](repeating: 0, count: first.count * start.count)
        var iterations = 0
        let (status, evaluations) = withoutActuallyEscaping(evaluate) { evaluate in
            let search = Search(evaluate, steps: steps, rows: first.count, point: start, residuals: first)
            let context = Unmanaged.passUnretained(search).toOpaque()
            let status = withExtendedLifetime(search) {
                cgsl_trust_region(
                    first.count, start.count, Search.residuals, Search.derivatives, context, &found, &left,
                    &derivatives, mostIterations, tolerance, &iterations)
            }
            return (status, search.evaluations)
        }
        parameters = found
        residuals = left
        let columns = start.count
        slopes = left.indices.map { Array(derivatives[($0 * columns)..<(($0 + 1) * columns)]) }
        self.iterations = iterations
        self.evaluations = evaluations
        switch status {
        case 0: ending = .converged
        case CInt(GSL_EMAXITER): ending = .outOfIterations
        case CInt(GSL_ENOPROG): ending = .noProgress
        default: ending = .failed
        }
    }
}

/// What GSL calls back into. The last point is remembered: slopes are asked for where residuals were.
private final class Search {
    let evaluate: ([[Double]]) -> [[Double]]
    let steps: [Double]
    let rows: Int
    var point: [Double]
    var last: [Double]
    var evaluations = 1

    init(
        _ evaluate: @escaping ([[Double]]) -> [[Double]], steps: [Double], rows: Int, point: [Double],
        residuals: [Double]
    ) {
        self.evaluate = evaluate
        self.steps = steps
        self.rows = rows
        self.point = point
        last = residuals
    }

    /// The residuals at a point; nil if one of them is no number.
    func residuals(at point: [Double]) -> [Double]? {
        if point != self.point {
            guard let found = evaluate([point]).first, found.count == rows else { return nil }
            evaluations += 1
            self.point = point
            last = found
        }
        return last.allSatisfy(\.isFinite) ? last : nil
    }

    /// The slopes at a point, residual by residual.
    func slopes(at point: [Double]) -> [Double]? {
        guard let here = residuals(at: point) else { return nil }
        let points = steps.indices.map { place in
            var moved = point
            moved[place] += steps[place]
            return moved
        }
        let there = evaluate(points)
        evaluations += points.count
        guard there.count == points.count, there.allSatisfy({ $0.count == rows && $0.allSatisfy(\.isFinite) })
        else { return nil }
        return (0..<rows).flatMap { row in
            steps.indices.map { (there[$0][row] - here[row]) / steps[$0] }
        }
    }

    static let residuals: cgsl_residuals = { parameters, residuals, context in
        guard let parameters, let residuals, let context else { return 1 }
        let search = Unmanaged<Search>.fromOpaque(context).takeUnretainedValue()
        let point = Array(UnsafeBufferPointer(start: parameters, count: search.steps.count))
        guard let found = search.residuals(at: point) else { return 1 }
        for (place, value) in found.enumerated() { residuals[place] = value }
        return 0
    }

    static let derivatives: cgsl_derivatives = { parameters, derivatives, context in
        guard let parameters, let derivatives, let context else { return 1 }
        let search = Unmanaged<Search>.fromOpaque(context).takeUnretainedValue()
        let point = Array(UnsafeBufferPointer(start: parameters, count: search.steps.count))
        guard let found = search.slopes(at: point) else { return 1 }
        for (place, value) in found.enumerated() { derivatives[place] = value }
        return 0
    }
}
