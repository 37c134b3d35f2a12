import ServiceSimulation

extension ReferralInput {
    /// More referrals than now, step by step from the first day on. Where the scenario has such growth already they
    /// come as it does, over the longer of both times.
    mutating func grow(by share: Double, over weeks: Int) {
        guard share != 0 else { return }
        growthWeeks = growth == 0 ? weeks : max(weeks, growthWeeks)
        growth = (1 + growth) * (1 + share) - 1
    }
}
