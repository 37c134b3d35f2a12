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

    @Test func threadsChangeNothing() throws {
        var study = study(todays: 3)
        study.experiment.threads = 1
        let one = try #require(study.run())
        study.experiment.threads = 3
        let three = try #require(study.run())
        #expect(one[0].reliability.outcomes.map(\.chance) == three[0].reliability.outcomes.map(\.chance))
    }
}
