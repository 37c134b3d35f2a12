import CareModel
import Experiments
import RuleEvidence
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
        RuleEvidence.record(
            ["KP-10"], test: "ConservationTests.nobodyVanishes",
            effect: "counts in are counts out and in the service, at each week's end of three runs")
    }

    /// KP-10: nor do they where a service works by many rules that are off elsewhere.
    @Test(arguments: [UInt64(4), 5])
    func nobodyVanishesUnderManyRules(seed: UInt64) throws {
        var scenario = SampleService.scenario()
        for team in scenario.teams.indices { Self.switchOn(&scenario.teams[team]) }
        scenario.teams[1].practice.contact.rule.isByMessage = true
        scenario.teams[1].practice.screening.rule.frontDoor = .dutyManager
        var experiment = Experiment(scenario, seed: seed, replications: 1, threads: 1)
        experiment.checksInvariants = true
        experiment.scenario.start.firstDays = 1
        let record = try #require(experiment.run()).records[0]
        for counter in [Counter.stepDowns, .casesMoved, .extensionRequests, .notConfirmed, .aborted, .cancelledLate] {
            #expect(record.total(counter, team: 0) > 0, "\(counter)")
        }
    }

    private static func switchOn(_ team: inout TeamScenario) {
        team.referrals.perWeek *= 1.5
        team.referrals.matrix.risk = [0.8, 0.1, 0.1]
        team.practice.screening.rule.usesMatrix = true
        team.practice.screening.rule.frontDoor = .allAccepted
        team.practice.attendance.policy.lateCancellationHours = 48
        team.practice.attendance.policy.countsPerEpisode = true
        team.practice.attendance.policy.missedContact = .sevenSeven
        team.practice.attendance.policy.confirmationHours = 48
        team.practice.attendance.aborted = 0.02
        team.practice.attendance.latenessMinutes = 8
        team.practice.firstAppointments.stepsByScore = true
        team.practice.high.rule.extensionBeforeSession = 6
        team.practice.low.rule.extensionBeforeSession = 4
        team.practice.stepUp.downAtReview = 0.5
        team.practice.workforce.declaredVariation = 0.3
        team.practice.workforce.reallocation.isOn = true
        team.practice.workforce.reallocation.fullShare = 0.3
        team.practice.workforce.reallocation.emptyShare = 1
        for group in team.staff.indices {
            team.staff[group].topUpFrom = SampleService.scenario().starts + 35
            team.staff[group].topUpDays = 5
        }
    }
}
