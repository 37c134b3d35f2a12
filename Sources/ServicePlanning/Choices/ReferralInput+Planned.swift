import ServiceSimulation

extension ReferralInput {
    /// More referrals than now, step by step from the first day on. Where the scenario has such growth already they
    /// come as it does, over the longer of both times.
    mutating func grow(by share: Double, over weeks: Int) {
        guard share != 0 else { return }
        let own = growth == 0 ? weeks : max(weeks, growthWeeks)
        growthWeeks = min(own, Self.growthWeeksAllowed.upperBound)
        let grown = (1 + growth) * (1 + share) - 1
        // What rounding alone puts beyond an end is at it.
        let ends = [Self.growthAllowed.lowerBound, Self.growthAllowed.upperBound]
        growth = ends.first { abs($0 - grown) < 1e-9 } ?? grown
    }

    /// Whether a scenario can have so many.
    var canGrowSo: Bool { Self.growthAllowed.contains(growth) }

    /// The shares by which they can be more than now, so that a scenario can have it.
    var sharesLeft: ClosedRange<Double> {
        let ends = Self.growthAllowed
        return (1 + ends.lowerBound) / (1 + growth) - 1...(1 + ends.upperBound) / (1 + growth) - 1
    }
}
