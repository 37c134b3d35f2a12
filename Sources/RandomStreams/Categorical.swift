// SPDX-License-Identifier: GPL-3.0-or-later

import CGSL

/// A choice among numbered categories with given weights, made so that other weights move as few as they must.
///
/// Categories race: each has an arrival time of its own, exponential at the rate of its weight, and the first is
/// chosen. Where one weight grows, everybody who changes changes to it, and nobody changes between two others. Where
/// any weights change, at most 2*d* ∕ (1 + *d*) change, with *d* the part that must: nobody who knows only one of the
/// two sets of weights can do better (Bavarian, Ghazi, Haramaty, Kamath, Rivest and Sudan, "Optimality of correlated
/// sampling strategies", Theory of Computing 16(12), 2020, doi 10.4086/toc.2020.v016a012). Laying shares end to end, or
/// an alias table, moves people between categories whose shares are as they were.
public struct Categorical: Hashable, Sendable {
    let weights: [Double]
    /// The category that is always chosen; nil if there are several.
    public let only: Int?

    /// Categories, numbered from 0.
    public var count: Int { weights.count }

    /// - Parameter weights: not negative, finite, with a positive sum; they need not add to 1.
    public init(weights: [Double]) {
        precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "a weight is not negative")
        let sum = weights.reduce(0, +)
        precondition(sum > 0 && sum.isFinite, "some weight is positive")
        self.weights = weights
        only = weights.count { $0 > 0 } == 1 ? weights.firstIndex { $0 > 0 } : nil
    }

    /// The probability of category `index`.
    /// - Complexity: O(*n*).
    public func probability(of index: Int) -> Double {
        precondition(index >= 0 && index < count, "no such category")
        return weights[index] / weights.reduce(0, +)
    }
}

extension RandomStream {
    /// The number of a category, in 0 ..< `choice.count`. Takes one number for each category.
    /// - Complexity: O(*n*).
    public mutating func categorical(_ choice: borrowing Categorical) -> Int {
        choice.weights.withUnsafeBufferPointer { weights in
            var first = 0
            var earliest = Double.infinity
            for index in weights.indices {
                let number = openUniform()
                let weight = weights[index]
                // An arrival is no sooner than this, because −ln x ≥ 1 − x: most logarithms need not be taken.
                guard weight > 0, 1 - number < earliest * weight else { continue }
                let arrival = -log(number) / weight
                guard arrival < earliest else { continue }
                (first, earliest) = (index, arrival)
            }
            return first
        }
    }
}
