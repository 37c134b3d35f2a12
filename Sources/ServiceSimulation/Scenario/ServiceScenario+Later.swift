public import CareModel

extension ServiceScenario {
    /// The same service from a later day on: referrals have grown with their trend (RF-2).
    public mutating func begin(on day: CivilDay) {
        for team in teams.indices {
            let growth = teams[team].referrals.trendPerYear
            teams[team].referrals.perWeek *= cPow(1 + growth, Double(day - starts) / 365.25)
        }
        starts = day
    }
}
