/// Some criteria in one number, so that no sum over a batch of a later one reaches a unit of an earlier one.
///
/// If the sum of a criterion over a batch can differ by at most B between two placements, it takes 2·B + 1 values as a
/// change; the weight of a criterion is the product of that over the later ones. So sums compare as the criteria do,
/// one after the other, and a change can be taken apart again.
struct PackedLevels {
    /// The criteria, from the one that matters most.
    private(set) var levels: [PlacementLevel] = []
    /// The weight of each criterion, by raw value; 0 for those that are not in.
    private(set) var weights = SIMD8<Int64>(repeating: 0)
    /// How far sums over a batch can differ, by raw value.
    private let spans: LevelAmounts
    /// Values that a change can take, all criteria together.
    private(set) var range: Int64 = 1

    /// The largest range: the solver adds up twice this along a path, beside a cost of its own of 2^62.
    static let mostRange: Int64 = 1 << 60

    /// The first criterion, and as many of the next as fit with it.
    /// - Parameters:
    ///   - candidates: criteria in order; those packed are taken off.
    ///   - spans: how far the sum over the batch of each criterion can differ between two placements, 0 … 2^59.
    ///   - most: the largest range.
    init(_ candidates: inout ArraySlice<PlacementLevel>, spans: LevelAmounts, most: Int64) {
        self.spans = spans
        while let level = candidates.first {
            precondition(spans[level] >= 0 && spans[level] < PackedLevels.mostRange / 2, "a batch too large to compare")
            let (product, isTooLarge) = range.multipliedReportingOverflow(by: 2 * spans[level] + 1)
            guard levels.isEmpty || (!isTooLarge && product <= most) else { break }
            range = product
            levels.append(level)
            candidates.removeFirst()
        }
        var weight: Int64 = 1
        for level in levels.reversed() {
            weights[Int(level.rawValue)] = weight
            weight *= 2 * spans[level] + 1
        }
    }

    /// A cost as one number, less a cost that is lower or equal in each criterion.
    @inline(__always)
    func pack(_ cost: PlacementCost, less least: SIMD8<Int32>) -> Int64 {
        (SIMD8<Int64>(truncatingIfNeeded: cost.lanes &- least) &* weights).wrappedSum()
    }

    /// The change under each criterion that a change of the number stands for.
    /// - Parameter packed: 0 or less, so that what is left over for the earlier criteria is too.
    func unpack(_ packed: Int64) -> LevelAmounts {
        precondition(packed <= 0, "more room never costs more")
        var amounts = LevelAmounts()
        var rest = packed
        for level in levels.reversed() {
            let radix = 2 * spans[level] + 1
            var amount = rest % radix
            if amount < -spans[level] { amount += radix }
            amounts[level] = amount
            rest = (rest - amount) / radix
        }
        return amounts
    }
}
