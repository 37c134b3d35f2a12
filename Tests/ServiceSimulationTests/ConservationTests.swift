import CareModel
import Experiments
import ServiceSimulation
import Testing

@Suite struct ConservationTests {
    /// KP-10: everyone is in exactly one state, on the right list, with something to come, at every week's end; the
    /// engine traps otherwise.
    @Test(arguments: [UInt64(1), 2, 3])
    func nobodyVanishes(seed: UInt64) throws {
        var experiment = Experiment(SampleService.scenario(), seed: seed, replications: 1, threads: 1)
        experiment.checksInvariants = true
        experiment.scenario.start.firstDays = 1
        let result = try #require(experiment.run())
        #expect(result.records[0].total(.referrals, team: 0) > 4000)
    }
}
