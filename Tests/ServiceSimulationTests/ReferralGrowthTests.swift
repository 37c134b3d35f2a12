import CareModel
import ServiceSimulation
import Testing

/// Referrals that grow from a day on (RF-2).
@Suite struct ReferralGrowthTests {
    private func referrals(_ scenario: ServiceScenario) -> Double {
        SampleRun.records(scenario, from: ServiceSnapshot(taken: scenario.starts.start), replications: 2, weeks: 26)
            .reduce(0) { sum, record in
                sum + (0..<2).reduce(0) { $0 + Double(record.total(.referrals, team: $1)) }
            }
    }

    private var scenario: ServiceScenario {
        var scenario = SampleService.scenario()
        for team in scenario.teams.indices { scenario.teams[team].referrals.growth = 0.5 }
        return scenario
    }

    @Test func itComesStepByStepAndStays() {
        var input = scenario.teams[0].referrals
        let starts = scenario.starts
        #expect(input.growth(on: starts, from: starts) == 1.5)
        input.growthWeeks = 10
        #expect(input.growth(on: starts, from: starts) == 1.05)
        #expect(input.growth(on: starts + 63, from: starts) == 1.5)
        #expect(input.growth(on: starts + 700, from: starts) == 1.5)
        input.growthFrom = starts + 70
        #expect(input.growth(on: starts + 69, from: starts) == 1)
        #expect(input.growth(on: starts + 70, from: starts) == 1.05)
        input.growth = -0.2
        #expect(input.growth(on: starts + 700, from: starts) == 0.8)
    }

    /// A service that is looked at later has the referrals that it would have had then.
    @Test func aLaterStartFindsItWhereItIs() {
        var later = scenario
        for team in later.teams.indices { later.teams[team].referrals.growthWeeks = 20 }
        let before = later
        later.begin(on: before.starts + 70)
        for day in [before.starts + 70, before.starts + 105, before.starts + 400] {
            for team in before.teams.indices {
                #expect(
                    later.teams[team].referrals.growth(on: day, from: later.starts)
                        == before.teams[team].referrals.growth(on: day, from: before.starts))
            }
        }
    }

    @Test func asManyMoreComeAsWereTold() {
        let (now, more) = (referrals(SampleService.scenario()), referrals(scenario))
        #expect(abs(more / now - 1.5) < 0.05, "\(more) beside \(now)")
    }
}
