import RandomStreams
public import ServiceSimulation

/// How a service moves after a day in ways that no forecast of that day knows: demand and staff come to lie at other
/// levels, more or fewer leave, and posts are filled sooner or later.
public struct ServiceDrift: Equatable, Sendable {
    /// How far levels move, as standard deviations of shares of the scenario's values.
    public var sizes: UncertaintyInput
    /// How far the rate at which staff leave moves: the coefficient of variation of a factor with mean 1, 0 or more.
    public var leaving: Double
    /// How far the weeks that a post stands empty move, likewise.
    public var recruitment: Double

    /// A drift.
    public init(_ sizes: UncertaintyInput, leaving: Double = 0, recruitment: Double = 0) {
        self.sizes = sizes
        self.leaving = leaving
        self.recruitment = recruitment
    }

    /// Half of what a scenario that was fitted to published figures until March 2024 says of a year, for people are
    /// followed for weeks; that as many leave as in another year, and posts stand empty as long, is assumed to vary by
    /// half.
    public static let usual: ServiceDrift = {
        var sizes = UncertaintyInput()
        (sizes.referrals, sizes.lost, sizes.capacity, sizes.aim) = (0.045, 0.09, 0.065, 0.33)
        (sizes.highShare, sizes.sessions, sizes.leavers, sizes.outcomes) = (0.06, 0.055, 0.045, 0.066)
        return ServiceDrift(sizes, leaving: 0.5, recruitment: 0.5)
    }()

    /// The scenario as whoever knows that services move so tells it: nothing in it is known better than that.
    ///
    /// Of people on a list of today, in sixty todays after which the service moved so, 1.9 points more waited too long
    /// than chances had said that took the scenario as certain, and 0.3 fewer than those of this one
    /// (`Results/forecast-from-today`).
    public func known(_ scenario: ServiceScenario) -> ServiceScenario {
        var known = scenario
        let values: [WritableKeyPath<UncertaintyInput, Double>] = [
            \.referrals, \.lost, \.capacity, \.aim, \.highShare, \.sessions, \.leavers, \.outcomes,
        ]
        for value in values {
            known.uncertainty[keyPath: value] = max(scenario.uncertainty[keyPath: value], sizes[keyPath: value])
        }
        return known
    }

    /// The scenario as it turns out on one occasion.
    public func drifted(_ scenario: ServiceScenario, seed: UInt64, occasion: Int) -> ServiceScenario {
        var drifted = scenario
        drifted.uncertainty = sizes
        drifted = drifted.asItMayTurnOut(seed: seed, replication: UInt32(occasion))
        drifted.uncertainty = UncertaintyInput()
        let source = RandomSource(seed: seed, replication: UInt32(occasion))
        for team in drifted.teams.indices {
            var draws = source.stream(purpose: 0, subject: UInt64(team))
            let leaving = draws.lognormal(mean: 1, coefficientOfVariation: leaving)
            let recruitment = draws.lognormal(mean: 1, coefficientOfVariation: recruitment)
            var workforce = drifted.teams[team].practice.workforce
            // Somebody stays through a year, or the rate at which they leave has no end.
            workforce.lowLeaversPerYear = min(0.95, workforce.lowLeaversPerYear * leaving)
            workforce.highLeaversPerYear = min(0.95, workforce.highLeaversPerYear * leaving)
            workforce.recruitmentWeeks *= recruitment
            drifted.teams[team].practice.workforce = workforce
        }
        return drifted
    }
}
