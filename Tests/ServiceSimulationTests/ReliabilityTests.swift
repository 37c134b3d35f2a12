import Experiments
import Statistics
import Testing

@testable import ServiceSimulation

/// Chances that are forecast from a list of today come true as often as they say.
@Suite struct ReliabilityTests {
    private func study(todays: Int) -> ReliabilityStudy {
        ReliabilityStudy(
            Experiment(SampleService.scenario(referralsPerWeek: 115), seed: 5, replications: 25, threads: 2),
            todays: todays)
    }

    @Test func chancesComeTrue() throws {
        let promises = try #require(study(todays: 24).run())
        #expect(promises.map(\.days) == [28, 42, 126])
        for promise in promises.prefix(2) {
            let excess = promise.reliability.excess
            #expect(promise.reliability.outcomes.count > 1000)
            // Four standard errors: one run in ten thousand would be further away by chance.
            #expect(abs(excess.estimate) < 2 * excess.halfWidth, "\(promise.days) days: \(excess)")
            #expect(promise.reliability.brierScore < promise.reliability.brierScoreOfBaseRate)
        }
    }

    @Test func aWrongBeliefShows() throws {
        let study = study(todays: 12)
        var believed = study.experiment.scenario
        for team in believed.teams.indices { believed.teams[team].practice.workforce.bookableShare *= 0.5 }
        let promises = try #require(study.run(believing: believed))
        let excess = promises[0].reliability.excess
        #expect(abs(excess.estimate) > 2 * excess.halfWidth, "\(excess)")
    }

    /// Whoever knows that services move takes nothing as known better than that, and what is known less as it is.
    @Test func aDriftIsKnownBySizesAtLeastItsOwn() {
        var scenario = ServiceScenario()
        scenario.uncertainty.referrals = 0.3
        let known = ServiceDrift.usual.known(scenario).uncertainty
        #expect(known.referrals == 0.3)
        let values = Mirror(reflecting: known).children.compactMap { $0.value as? Double }
        #expect(values.count == 8 && values.allSatisfy { $0 > 0 }, "\(known)")
        let usual = Mirror(reflecting: ServiceDrift.usual.sizes).children.compactMap { $0.value as? Double }
        #expect(values.dropFirst() == usual.dropFirst())
    }

    /// Without a size a drift is none: the service goes on from its list as the forecasts take it to.
    @Test func aDriftOfNoSizeMovesNothing() {
        let scenario = SampleService.scenario(referralsPerWeek: 115)
        let calm = ServiceDrift(UncertaintyInput()).drifted(scenario, seed: 3, occasion: 2)
        func levels(_ scenario: ServiceScenario) -> [Double] {
            let team = scenario.teams[0]
            let workforce = team.practice.workforce
            return [
                team.referrals.perWeek, workforce.bookableShare, workforce.lowLeaversPerYear,
                workforce.highLeaversPerYear, workforce.recruitmentWeeks, team.practice.diary.aimDays,
            ]
        }
        #expect(levels(calm) == levels(scenario))
        let moved = ServiceDrift(UncertaintyInput(), leaving: 0.5, recruitment: 0.5)
            .drifted(scenario, seed: 3, occasion: 2)
        let (was, turned) = (scenario.teams[0].practice.workforce, moved.teams[0].practice.workforce)
        #expect(turned.lowLeaversPerYear != was.lowLeaversPerYear && turned.recruitmentWeeks != was.recruitmentWeeks)
    }

    /// However far a drift goes, somebody stays: a rate at which all leave in a year has no end.
    @Test func somebodyAlwaysStays() {
        let drift = ServiceDrift(UncertaintyInput(), leaving: 3)
        var scenario = SampleService.scenario(referralsPerWeek: 115)
        scenario.teams[0].practice.workforce.lowLeaversPerYear = 0.6
        let rates = (0..<40).map {
            drift.drifted(scenario, seed: 1, occasion: $0).teams[0].practice.workforce.lowLeaversPerYear
        }
        #expect(rates.allSatisfy { (0...0.95).contains($0) } && rates.contains(0.95))
    }

    /// A drift comes after the forecasts are made: they are the same, and other things become of the same people.
    @Test func forecastsDoNotKnowOfADrift() throws {
        var study = study(todays: 3)
        (study.experiment.replications, study.weeks) = (4, 6)
        let calm = try #require(study.findings())
        var sizes = UncertaintyInput()
        (sizes.capacity, sizes.referrals, sizes.aim) = (0.5, 0.3, 0.8)
        study.drift = ServiceDrift(sizes)
        let moved = try #require(study.findings())
        let (before, after) = (calm.promises[0].reliability.outcomes, moved.promises[0].reliability.outcomes)
        #expect(before.map(\.chance) == after.map(\.chance) && before.map(\.happened) != after.map(\.happened))
        #expect(moved.promises[0].daysLeft.count == after.count)
        #expect(moved.promises[0].daysLeft.allSatisfy { (0...28).contains($0) })
        #expect(calm.days.count > 50 && calm.days.map(\.level) != calm.days.map(\.actual))
    }

    @Test func threadsChangeNothing() throws {
        var study = study(todays: 3)
        study.experiment.threads = 1
        let one = try #require(study.run())
        study.experiment.threads = 3
        let three = try #require(study.run())
        #expect(one[0].reliability.outcomes.map(\.chance) == three[0].reliability.outcomes.map(\.chance))
    }
}
