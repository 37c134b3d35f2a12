// SPDX-License-Identifier: GPL-3.0-or-later

/// How long something lasts where not everybody's end was seen: the product-limit estimate of Kaplan and Meier (1958,
/// doi 10.1080/01621459.1958.10501452) over whole times, with late entry (Klein & Moeschberger, *Survival Analysis*,
/// 2003, section 4.6).
///
/// Whoever had lasted some time when first seen is counted from that time on; whoever was lost from sight is counted up
/// to the time reached, that time included. With neither, it is the share of the sample that lasts longer.
public struct SurvivalCurve: Hashable, Sendable {
    /// Element *t* is the share that lasts longer than *t*, 0 … 1.
    public let surviving: [Double]
    /// The last time at which anybody was seen; nil if nobody ever was. Beyond it nothing is known.
    public let lastObserved: Int?

    /// - Parameters:
    ///   - entered: people first seen at each time.
    ///   - ended: people whose end was seen at each time.
    ///   - unended: people who were lost from sight at each time, not ended.
    /// - Precondition: as many times in each, and nobody leaves who has not entered.
    /// - Complexity: O(times).
    public init(entered: [Int], ended: [Int], unended: [Int]) {
        precondition(entered.count == ended.count && ended.count == unended.count, "one number for each time")
        var surviving: [Double] = []
        surviving.reserveCapacity(ended.count)
        var share = 1.0
        var atRisk = 0
        var last: Int?
        for time in ended.indices {
            atRisk += entered[time]
            precondition(ended[time] + unended[time] <= atRisk, "nobody leaves who has not entered")
            if atRisk > 0 {
                last = time
                share *= Double(atRisk - ended[time]) / Double(atRisk)
            }
            surviving.append(share)
            atRisk -= ended[time] + unended[time]
        }
        self.surviving = surviving
        lastObserved = last
    }

    /// The least time by which at least this share has ended; nil if so many never did while anybody was seen.
    /// - Parameter probability: above 0, at most 1.
    /// - Complexity: O(times).
    public func quantile(_ probability: Double) -> Int? {
        precondition(probability > 0 && probability <= 1, "a probability is above 0 and at most 1")
        // A product of many quotients is not exact in its last places.
        return surviving.firstIndex { 1 - $0 >= probability - 1e-12 }
    }

    /// The mean of the times, each counted up to `limit` at most: the area under the curve.
    /// - Complexity: O(times).
    public func restrictedMean(upTo limit: Int) -> Double {
        precondition(limit >= 0 && limit <= surviving.count, "the mean is restricted to times that are counted")
        return surviving[..<limit].reduce(0, +)
    }
}
