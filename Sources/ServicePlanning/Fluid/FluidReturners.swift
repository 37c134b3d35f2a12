import ServiceSimulation

/// People who come back, as water (TX-14): they are of all who left in the years before, so that their number follows a
/// growth of referrals only slowly.
struct FluidReturners: Sendable {
    /// Share of each week's referrals that were here before.
    private let share: [Double]
    /// Weeks of people who may come back on the first day.
    private let before: Int

    /// Those of a team.
    /// - Parameters:
    ///   - returners: who come back in each week.
    ///   - referrals: all who are referred in it.
    ///   - start: where the people of the first day are from.
    init(_ returners: [Double], of referrals: [Double], _ start: StartInput) {
        share = zip(returners, referrals).map { CountedWeeks.share($0, $1) }
        before = if case .warmUp = start.origin { start.warmUpWeeks } else { Self.longest }
    }

    /// Nobody comes back after so many weeks: five years.
    private static let longest = 260

    /// How many times as many are referred in each week.
    /// - Parameter growth: of those who are new, times as many in each week.
    func grown(_ growth: [Double]) -> [Double] {
        var more = 0.0
        return zip(growth, share).enumerated().map { week, pair in
            let returning = 1 + more / Double(max(1, min(Self.longest, before + week)))
            more += pair.0 - 1
            return pair.0 * (1 - pair.1) + returning * pair.1
        }
    }
}
