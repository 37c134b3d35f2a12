import Statistics

/// How far moments move from one year to the next, over many providers: what the standard error of one year leaves out.
///
/// A scenario that is fitted to a year and played for the next has to allow for both.
public struct MomentDrift: Sendable {
    /// How one quantity moved.
    public struct Line: Hashable, Sendable {
        /// The quantity.
        public let quantity: MomentQuantity
        /// Whether changes are shares of the value in the earlier year, as for rates, stocks and waits, or in its own
        /// unit.
        public let isRelative: Bool
        /// For how many providers both years are known.
        public let providers: Int
        /// The median change, whatever its sign.
        public let medianChange: Double
        /// The share of providers whose change is more than two standard errors of a difference; chance gives 0.05.
        public let shareBeyondTwoErrors: Double
        /// The standard deviation of the true value from one year to the next: of the changes, from their median as of
        /// normal ones, less the variance of the errors. 0 where errors explain all of it.
        public let standardDeviation: Double
        /// The same from the change that nine in ten providers stay below: what an interval of 90% needs, where a few
        /// change much more than the others.
        public let tailDeviation: Double
    }

    /// The codes of the providers, ascending.
    public let codes: [String]
    /// Each quantity that is known for ten providers or more, in the order of the cases.
    public let lines: [Line]

    /// Compares the year that ends with a month and the year after.
    /// - Parameters:
    ///   - file: that holds both years, and for referrals two years before.
    ///   - month: the last month of the earlier year.
    ///   - moreReferralsThan: in the earlier year.
    /// - Complexity: O(providers × quantities).
    public init(
        _ file: PublishedFile, yearsAround month: PublishedMonth, moreReferralsThan: Double = 4000
    ) throws(PublishedError) {
        let gone = ProviderSuccession.known.map(\.predecessor)
        var codes: [String] = []
        var pairs: [(before: ProviderMoments, after: ProviderMoments)] = []
        for code in file.codes where !gone.contains(code) {
            let series = try file.series(of: code)
            let referrals = (0..<12).reduce(0.0) { $0 + (series.value(.referrals, in: month - $1) ?? 0) }
            guard referrals > moreReferralsThan else { continue }
            codes.append(code)
            pairs.append(
                (
                    ProviderMoments(series, england: file.england, until: month),
                    ProviderMoments(series, england: file.england, until: month + 12)
                ))
        }
        self.codes = codes
        lines = MomentQuantity.allCases.compactMap { Self.line($0, pairs) }
    }

    /// The line of a quantity; nil if too few providers know it.
    public subscript(quantity: MomentQuantity) -> Line? { lines.first { $0.quantity == quantity } }

    private static func line(
        _ quantity: MomentQuantity, _ pairs: [(before: ProviderMoments, after: ProviderMoments)]
    ) -> Line? {
        let isRelative = ["a week", "people", "days"].contains(quantity.unit)
        var changes: [Double] = []
        var errors: [Double] = []
        for pair in pairs {
            guard case .success(let before) = pair.before[quantity], case .success(let after) = pair.after[quantity],
                !isRelative || before.value > 0
            else { continue }
            let scale = isRelative ? before.value : 1
            let variance = before.standardError * before.standardError + after.standardError * after.standardError
            changes.append(abs(after.value - before.value) / scale)
            errors.append(variance.squareRoot() / scale)
        }
        guard changes.count >= 10 else { return nil }
        let median = quantile(0.5, of: changes)
        // Half of a normal distribution lies within 0.6745 standard deviations.
        let spread = median / 0.674_489_750_196
        // Nine in ten of a normal distribution lie within 1.6449 standard deviations.
        let tail = quantile(0.9, of: changes) / 1.644_853_626_951
        let error = quantile(0.5, of: errors)
        let beyond = zip(changes, errors).count { $0 > 2 * $1 }
        return Line(
            quantity: quantity, isRelative: isRelative, providers: changes.count, medianChange: median,
            shareBeyondTwoErrors: Double(beyond) / Double(changes.count),
            standardDeviation: max(0, spread * spread - error * error).squareRoot(),
            tailDeviation: max(0, tail * tail - error * error).squareRoot())
    }
}
