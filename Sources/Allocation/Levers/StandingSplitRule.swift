/// How a service moves its standing split of bookable time between first appointments and everything else (PO-2).
///
/// A split that stands still is wrong for most of the year: with too few first appointments their wait grows without
/// end, with too many treatment starves. A service that looks at its list every few weeks gives first appointments more
/// time while people wait longer than it wants, and less while they wait shorter. The change is the relative error of
/// the wait to a power below one, and bounded, so that the split does not swing.
public struct StandingSplitRule: Sendable, Equatable {
    /// The wait, on the list or with an appointment booked, that the service steers for, days.
    public var aimDays: Double
    /// The most that a share changes at one look, as a factor: 1.25 is a quarter up, or a fifth down.
    public static let mostChange = 1.25
    /// How strongly a share answers: the power of the relative error.
    public static let response = 0.35
    /// A share of time for first appointments never leaves these bounds.
    public static let bounds = 0.02...0.90

    /// A rule that steers for a wait, above 0 days.
    public init(aimDays: Double) { self.aimDays = aimDays }

    /// The share of bookable time for first appointments from now on.
    /// - Parameters:
    ///   - share: the share until now.
    ///   - waiting: people on the list for a first appointment or booked into one.
    ///   - seen: people who had one since the last look.
    ///   - days: the days since the last look, above 0.
    /// - Returns: a share within ``bounds``; the old one if nobody waits and nobody was seen.
    public func share(_ share: Double, waiting: Int, seen: Int, days: Int) -> Double {
        guard share > 0, waiting + seen > 0, days > 0 else { return share }
        // One person more, so that a list that nobody was seen from counts as long, not as endless.
        let wait = Double(waiting) * Double(days) / Double(seen + 1)
        let factor = Self.power(max(0.05, wait / aimDays), Self.response)
        let bounded = min(Self.mostChange, max(1 / Self.mostChange, factor))
        return min(Self.bounds.upperBound, max(Self.bounds.lowerBound, share * bounded))
    }

    /// `base` to a power between 0 and 1 in binary digits of 2⁻⁶, by square roots alone: they are exact to the last bit
    /// on every machine, where a library's power function is not.
    static func power(_ base: Double, _ exponent: Double) -> Double {
        var result = 1.0
        var root = base
        var rest = exponent
        var digit = 0.5
        for _ in 0..<6 {
            root = root.squareRoot()
            if rest >= digit {
                result *= root
                rest -= digit
            }
            digit /= 2
        }
        return result
    }
}
