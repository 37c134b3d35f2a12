import CareModel
import RuleEvidence
import Testing

@testable import ServiceSimulation

/// Averages that do not hide groups (EQ-1).
@Suite struct GroupMeasureTests {
    private static func scenario(byGroup: Bool) -> ServiceScenario {
        var scenario = SampleService.scenario()
        scenario.measuresGroups = byGroup
        for team in scenario.teams.indices {
            scenario.teams[team].referrals.ethnicity = [0.05, 0.7, 0.05, 0.1, 0.06, 0.04]
            scenario.teams[team].referrals.deprivation = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
            scenario.teams[team].practice.computerised.rule.isOn = true
            scenario.teams[team].practice.risk.foundAtContacts = 0.01
        }
        return scenario
    }

    private static let firstDay = SampleRun.firstDay(scenario(byGroup: false), seed: 9)

    /// Everybody is in one group of each characteristic: the groups of each sum to the whole, counter by counter.
    @Test func groupsSumToTheWhole() {
        let record = SampleRun.records(
            Self.scenario(byGroup: true), from: Self.firstDay, seed: 9, replications: 1)[0]
        for counter in Counter.allCases where counter.isOfPeople {
            for team in 0..<2 {
                let whole = record.total(counter, team: team)
                for characteristic in Characteristic.allCases {
                    let parts = EquityGroup.all.filter { $0.characteristic == characteristic }
                    let sum = parts.reduce(0) { $0 + record.total(counter, team: team, group: $1) }
                    #expect(sum == whole, "\(counter) by \(characteristic.name)")
                }
            }
        }
        let groups = EquityGroup.all.count { record.total(.referrals, team: 0, group: $0) > 0 }
        #expect(groups >= 20)
        RuleEvidence.record(
            ["EQ-1"], test: "GroupMeasureTests.groupsSumToTheWhole",
            switched: SwitchedKeys.between(Self.scenario(byGroup: false), Self.scenario(byGroup: true)),
            effect: "\(groups) groups of people, which sum to the whole counter by counter; measuring changes nothing")
    }

    /// Measuring by group changes nothing that is measured.
    @Test func measuringChangesNothing() {
        var with = SampleRun.records(Self.scenario(byGroup: true), from: Self.firstDay, seed: 9, replications: 1)[0]
        let without = SampleRun.records(
            Self.scenario(byGroup: false), from: Self.firstDay, seed: 9, replications: 1)[0]
        #expect(!with.groupCounts.isEmpty && without.groupCounts.isEmpty)
        with.groupCounts = []
        #expect(with == without)
    }

    /// Who people are is drawn beside everything else: nobody's luck changes.
    @Test func whoPeopleAreChangesNobodysLuck() {
        var changed = SampleService.scenario()
        for team in changed.teams.indices {
            changed.teams[team].referrals.ethnicity = [0, 1, 1, 1, 1, 1]
            changed.teams[team].referrals.deprivation = [3, 1, 1]
        }
        #expect(
            SampleRun.records(changed, from: RuleEffectTests.firstDay, seed: 9, replications: 2)
                == Array(RuleEffectTests.baseline.prefix(2)))
    }

    /// Every shipped scenario tells groups apart, but that of all England, whose teams are fitted to what providers
    /// publish, which says nothing of groups.
    @Test(arguments: ShippedService.names.filter { $0 != "england" })
    func shippedServicesSayWhoComes(name: String) throws {
        let scenario = try ShippedService.small(name)
        #expect(scenario.measuresGroups)
        for team in scenario.teams {
            for (shares, places) in [(team.referrals.ethnicity, 6), (team.referrals.deprivation, 10)] {
                #expect(shares.count == places, "\(team.name)")
                #expect(abs(shares.reduce(0, +) - 1) < 0.005, "\(team.name): \(shares)")
            }
        }
    }

    @Test func everyValueHasItsPlace() {
        #expect(EquityGroup.all.count == EquityGroup.count)
        #expect(EquityGroup.all.enumerated().allSatisfy { $0.offset == $0.element.index })
        var referral = Referral(received: CivilMinute(minutes: 0), source: .selfWeb, team: 0)
        #expect(Characteristic.allCases.allSatisfy { $0.value(of: referral) == 0 })
        referral.deprivationDecile = 10
        #expect(EquityGroup.all[Characteristic.deprivation.firstIndex + 5].name == "least-deprived-fifth")
        #expect(Characteristic.deprivation.value(of: referral) == 5)
        #expect(SmallNumbers.shared(4.9) == nil && SmallNumbers.shared(5) == 5 && SmallNumbers.shared(12.4) == 10)
    }
}
