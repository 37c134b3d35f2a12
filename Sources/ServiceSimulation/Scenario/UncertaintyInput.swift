import RandomStreams

/// What nobody knows of the time to come, each as the standard deviation of a share of the scenario's value: a forecast
/// draws it anew in every replication, once for each team, so that its intervals allow for it.
///
/// Chance inside a service, who is referred and who misses what, is simulated and is no part of this. A warm-up, and a
/// comparison's two sides, meet the same values.
public struct UncertaintyInput: Sendable, Equatable {
    /// The level of referrals, 0 … 1 (RF-2).
    public var referrals = 0.0
    /// The shares of people who are never reached, or want no appointment, 0 … 1 (RF-10).
    public var lost = 0.0
    /// The bookable time of staff, 0 … 1 (CL-2).
    public var capacity = 0.0
    /// The wait that the split of diaries is steered for, 0 … 2 (PO-2).
    public var aim = 0.0
    /// The share of people who go straight to step 3, 0 … 1 (FA-3).
    public var highShare = 0.0
    /// The sessions that people need, 0 … 1 (TX-1, TX-2).
    public var sessions = 0.0
    /// The share of people assessed who leave after it, 0 … 1 (FA-3).
    public var leavers = 0.0
    /// How much scores fall a session, 0 … 1 (TX-10).
    public var outcomes = 0.0

    /// Everything is known.
    public init() {}
}

extension ServiceScenario {
    /// The scenario as it might turn out in one replication: each uncertain value times a lognormal factor of mean 1.
    ///
    /// Replications come in pairs (antithetic variates): what is above its middle in one is as far below it in the
    /// next, so that a handful of runs does not shift a forecast by the luck of a handful of draws.
    public func asItMayTurnOut(seed: UInt64, replication: UInt32) -> ServiceScenario {
        asItMayTurnOut(replication: replication, Luck(seed: seed, replication: replication / 2))
    }

    /// The scenario as it might turn out, with the luck of its pair of replications.
    func asItMayTurnOut(replication: UInt32, _ random: Luck) -> ServiceScenario {
        guard uncertainty != UncertaintyInput() else { return self }
        var drawn = self
        let side = replication % 2 == 0 ? 1.0 : -1.0
        let keys = teamKeys
        for team in teams.indices {
            func factor(_ purpose: Purpose, _ deviation: Double) -> Double {
                var draws = random.stream(purpose, of: keys[team])
                let normal = side * draws.normal(mean: 0, standardDeviation: 1)
                return cExp(deviation * normal - deviation * deviation / 2)
            }
            drawn.teams[team].referrals.perWeek *= factor(.unknownReferrals, uncertainty.referrals)
            drawn.teams[team].practice.workforce.bookableShare *= factor(.unknownCapacity, uncertainty.capacity)
            drawn.teams[team].practice.diary.aimDays *= factor(.unknownAim, uncertainty.aim)
            let sessions = factor(.unknownSessions, uncertainty.sessions)
            drawn.teams[team].practice.low.neededSessions *= sessions
            drawn.teams[team].practice.high.neededSessions *= sessions
            drawn.teams[team].practice.firstAppointments.scaleLeavers(factor(.unknownLeavers, uncertainty.leavers))
            let outcomes = factor(.unknownOutcomes, uncertainty.outcomes)
            drawn.teams[team].practice.scores.lowChange *= outcomes
            drawn.teams[team].practice.scores.highChange *= outcomes
            drawn.teams[team].practice.contact.scaleLost(factor(.unknownLost, uncertainty.lost))
            let high =
                drawn.teams[team].practice.firstAppointments.lowToHigh
                * factor(.unknownHighShare, uncertainty.highShare)
            drawn.teams[team].practice.firstAppointments.lowToHigh = min(1, high)
        }
        return drawn
    }
}

extension ContactInput {
    /// Scales the shares who are not reached or want nothing; people who want something remain.
    mutating func scaleLost(_ factor: Double) {
        neverAnswers = min(max(0.95, neverAnswers), neverAnswers * factor)
        let most = max(declines, 0.95 - notReady)
        declines = min(most, declines * factor)
    }
}

extension FirstAppointmentInput {
    /// Scales the shares who are not taken on; together they stay below one.
    mutating func scaleLeavers(_ factor: Double) {
        let all = max(advice, adviceBelowCaseness) + signposted + referredOn + declines
        let bounded = all > 0 ? min(factor, 0.98 / all) : factor
        advice *= bounded
        adviceBelowCaseness *= bounded
        signposted *= bounded
        referredOn *= bounded
        declines *= bounded
    }
}
