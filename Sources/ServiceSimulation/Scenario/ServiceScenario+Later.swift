public import CareModel

extension ServiceScenario {
    /// The same service from a later day on: referrals have grown with their trend (RF-2).
    public mutating func begin(on day: CivilDay) {
        for team in teams.indices {
            let trend = teams[team].referrals.trendPerYear
            teams[team].referrals.perWeek *= cPow(1 + trend, Double(day - starts) / 365.25)
            // Growth from the start is from the same day as before.
            if teams[team].referrals.growth != 0, teams[team].referrals.growthFrom == nil {
                teams[team].referrals.growthFrom = starts
            }
        }
        starts = day
    }
}
