// SPDX-License-Identifier: GPL-3.0-or-later

public import CGSL

/// A choice among numbered categories with given weights, in constant time (Walker's alias method, as GSL has it).
public final class Categorical: @unchecked Sendable {
    // Sendable: the table is written in `init` and only read afterwards, by GSL too.
    @usableFromInline let table: UnsafeMutablePointer<gsl_ran_discrete_t>

    /// Categories, numbered from 0.
    public let count: Int

    /// - Parameter weights: not negative, finite, with a positive sum; they need not add to 1.
    /// - Complexity: O(*n*).
    public init(weights: [Double]) {
        precondition(weights.allSatisfy { $0 >= 0 && $0.isFinite }, "a weight is not negative")
        let sum = weights.reduce(0, +)
        precondition(sum > 0 && sum.isFinite, "some weight is positive")
        guard let table = gsl_ran_discrete_preproc(weights.count, weights) else {
            fatalError("no memory for a table of \(weights.count) categories")
        }
        self.table = table
        count = weights.count
    }

    deinit { gsl_ran_discrete_free(table) }

    /// The probability of category `index`, as the table holds it.
    /// - Complexity: O(*n*).
    public func probability(of index: Int) -> Double {
        precondition(index >= 0 && index < count, "no such category")
        return gsl_ran_discrete_pdf(index, table)
    }
}

extension RandomStream {
    /// The number of a category, in 0 ..< `choice.count`. Takes one number.
    @inlinable
    public mutating func categorical(_ choice: Categorical) -> Int {
        Int(bitPattern: UInt(onGSL { gsl_ran_discrete($0, choice.table) }))
    }
}
