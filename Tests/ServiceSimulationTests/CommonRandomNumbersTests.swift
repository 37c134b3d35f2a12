import Allocation
import CareModel
import Testing

@testable import ServiceSimulation

/// The same people come with the same needs, whatever else changes (design: random streams).
@Suite struct CommonRandomNumbersTests {
    /// Two more PWPs in one team leave every person of the other team untouched, person by person, minute by minute.
    @Test func hiringInOneTeamLeavesTheOtherAlone() {
        let scenario = SampleService.scenario()
        var hired = scenario
        hired.teams[0].staff[0].count += 2
        let before = outcomes(scenario)
        let after = outcomes(hired)
        let other = before.filter { $0.team == 1 }
        #expect(other.count > 2000)
        #expect(other == after.filter { $0.team == 1 })
        let own = before.filter { $0.team == 0 }
        #expect(own != after.filter { $0.team == 0 }, "two more PWPs change nothing in their own team")
    }

    /// A change of step-3 staffing leaves what every person brings untouched: referral, scores at the start, patience.
    @Test func staffingLeavesWhatPeopleBringUntouched() {
        let scenario = SampleService.scenario()
        var hired = scenario
        hired.teams[0].staff[3].count += 3
        let before = bringings(scenario)
        let after = bringings(hired)
        #expect(before.count > 4000)
        #expect(before == after)
    }

    struct Outcome: Equatable {
        var key: UInt64
        var team: UInt8
        var referral: Referral
        var state: EpisodeState
        var endReason: EndReason
        var milestones: [CivilMinute]
        var contacts: Int
        var missed: UInt8
        var scores: Scores
    }

    /// Everyone's whole story. Indices of clinicians move when posts are added before them, so they are left out.
    private func outcomes(_ scenario: ServiceScenario) -> [Outcome] {
        var simulation = SampleRun.settled(scenario, seed: 3, weeks: 40)
        simulation.desk.keepsEveryone = true
        simulation.run()
        var outcomes: [Outcome] = []
        for person in simulation.desk.episodes.indices {
            let episode = simulation.desk.episodes[person]
            outcomes.append(
                Outcome(
                    key: simulation.desk.people[person].key, team: simulation.desk.referrals[person].team,
                    referral: simulation.desk.referrals[person], state: episode.state, endReason: episode.endReason,
                    milestones: [
                        episode.firstAppointment, episode.firstTreatment, episode.secondTreatment,
                        episode.lastTreatment, episode.stateSince,
                    ], contacts: episode.treatmentContacts, missed: episode.missedCount,
                    scores: simulation.desk.people[person].scores))
        }
        return outcomes.sorted { $0.key < $1.key }
    }

    struct Bringing: Equatable {
        var key: UInt64
        var referral: Referral
        var facts: ScreeningFacts
        var startScores: Scores?
    }

    private func bringings(_ scenario: ServiceScenario) -> [Bringing] {
        let empty = ServiceSnapshot(taken: scenario.starts.start)
        var simulation = Simulation(scenario, from: empty, seed: 4, replication: 2, weeks: 52)
        simulation.desk.keepsEveryone = true
        simulation.run()
        var bringings: [Bringing] = []
        for person in simulation.desk.episodes.indices where simulation.desk.referrals[person].received < simulation.now
        {
            bringings.append(
                Bringing(
                    key: simulation.desk.people[person].key, referral: simulation.desk.referrals[person],
                    facts: simulation.people[person].facts, startScores: nil))
        }
        return bringings.sorted { $0.key < $1.key }
    }
}
