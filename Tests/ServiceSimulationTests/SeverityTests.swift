import Allocation
import CareModel
import RuleEvidence
import Statistics
import Testing

@testable import ServiceSimulation

/// How unwell people are differs by who refers them (RF-15), and how much a session helps by whether they have a
/// long-term condition (TX-15).
@Suite struct SeverityTests {
    private static func text(_ interval: ConfidenceInterval) -> String {
        RuleEvidence.text(difference: interval.estimate, from: interval.lowerBound, to: interval.upperBound)
    }

    /// Mean PHQ-9 and GAD-7 behind the questionnaires at referral, of those who referred themselves and of the others.
    private static func means(
        _ scenario: ServiceScenario, _ replication: UInt32
    ) -> (own: (depression: Double, anxiety: Double), others: (depression: Double, anxiety: Double)) {
        var simulation = Simulation(
            scenario, from: ServiceSnapshot(taken: scenario.starts.start), seed: 3, replication: replication, weeks: 12,
            keepsEveryone: true)
        simulation.run()
        func mean(_ isSelf: Bool) -> (depression: Double, anxiety: Double) {
            var (people, depression, anxiety) = (0.0, 0.0, 0.0)
            for person in simulation.people.indices where simulation.desk.referrals[person].source.isSelf == isSelf {
                people += 1
                depression += Double(simulation.people[person].depressionAtReferral)
                anxiety += Double(simulation.people[person].anxietyAtReferral)
            }
            return (depression / people, anxiety / people)
        }
        return (mean(true), mean(false))
    }

    /// RF-15: those who refer themselves are as much more unwell as the keys say, the others as they were.
    @Test func sourcesDiffer() {
        let base = SampleService.scenario()
        var changed = base
        for team in changed.teams.indices {
            changed.teams[team].referrals.depressionBySource = [2, 2, 0, 0, 0, 0, 0, 0, 0, 0]
            changed.teams[team].referrals.anxietyBySource = [1.5, 1.5, 0, 0, 0, 0, 0, 0, 0, 0]
        }
        let runs = (0..<4 as Range<UInt32>).map { (Self.means(changed, $0), Self.means(base, $0)) }
        for (after, before) in runs {
            #expect(abs(after.own.depression - before.own.depression - 2) < 1e-3)
            #expect(abs(after.own.anxiety - before.own.anxiety - 1.5) < 1e-3)
            #expect(after.others == before.others)
        }
        func recovery(_ scenario: ServiceScenario) -> [Double] {
            SampleRun.records(scenario, from: RuleEffectTests.firstDay, seed: 9).map(
                RuleEffectTests.share(.recovered, .finishedCases).value)
        }
        let seen = PairedDifference(
            first: recovery(changed),
            second: RuleEffectTests.baseline.map(RuleEffectTests.share(.recovered, .finishedCases).value)
        ).interval
        #expect(seen.upperBound < 0)
        RuleEvidence.record(
            ["RF-15"], test: "SeverityTests.sourcesDiffer", switched: SwitchedKeys.between(base, changed),
            effect: "PHQ-9 2 points and GAD-7 1.5 points higher for those who refer themselves: their means at referral"
                + " are, others' are unchanged; share of finished cases that recover: \(Self.text(seen))")
    }

    /// Recovery of people with a long-term condition, or without, of a team.
    private static func recovery(_ record: ReplicationRecord, _ team: Int, _ known: Known) -> Double {
        let group = EquityGroup.all[Characteristic.longTermCondition.firstIndex + Int(known.rawValue)]
        return Double(record.total(.recovered, team: team, group: group))
            / Double(record.total(.finishedCases, team: team, group: group))
    }

    /// TX-15, KP-12: in a core service people with a long-term condition recover about three points less often, in a
    /// service for them on a par, and others as often as before.
    @Test func aLongTermConditionLowersRecoveryInACoreService() {
        var base = SampleService.scenario()
        base.measuresGroups = true
        for team in base.teams.indices {
            base.teams[team].referrals.longTermConditions = 0.5
            // What gives the recovery that services publish, about a half.
            base.teams[team].practice.scores.lowChange = 1.8
            base.teams[team].practice.scores.highChange = 1.1
            base.teams[team].practice.attendance.exceptions = 0.9
            base.teams[team].practice.attendance.makesContact = 0.8
            base.teams[team].practice.low.stopsEarly = 0.03
            base.teams[team].practice.high.stopsEarly = 0.02
        }
        var changed = base
        changed.teams[0].practice.scores.changeWithLongTermCondition = Self.coreService
        let firstDay = SampleRun.firstDay(base, seed: 9)
        func records(_ scenario: ServiceScenario) -> [ReplicationRecord] {
            SampleRun.records(scenario, from: firstDay, seed: 9)
        }
        let (before, after) = (records(base), records(changed))
        func difference(_ team: Int, _ known: Known) -> ConfidenceInterval {
            PairedDifference(
                first: after.map { Self.recovery($0, team, known) },
                second: before.map { Self.recovery($0, team, known) }
            ).interval
        }
        let core = difference(0, .yes)
        #expect(core.upperBound < 0)
        #expect(abs(core.estimate + 0.03) < 0.01, "\(core)")
        let apart = PairedDifference(
            first: after.map { Self.recovery($0, 0, .yes) }, second: after.map { Self.recovery($0, 0, .no) }
        ).interval
        #expect(abs(apart.estimate + 0.03) < 0.02, "\(apart)")
        #expect(difference(1, .yes).estimate == 0 && difference(1, .no).estimate == 0)
        #expect(abs(difference(0, .no).estimate) < 0.01)
        RuleEvidence.record(
            ["TX-15", "KP-12"], test: "SeverityTests.aLongTermConditionLowersRecoveryInACoreService",
            switched: SwitchedKeys.between(base, changed),
            effect: "a session brings people with a long-term condition \(RuleEvidence.text(Self.coreService)) of what "
                + "it brings others; their recovery in the core service: \(Self.text(core)); in the service for them: "
                + "exactly zero; beside that of others in the core service: \(Self.text(apart))")
    }

    /// What brings people with a long-term condition about three points below the others.
    private static let coreService = 0.87
}
