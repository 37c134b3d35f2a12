import CareModel
import Statistics
import Testing

@testable import ServiceSimulation

/// What happens beside the way through the service acts (ST-7, AT-8, KP-11, TX-13): paired differences over the same
/// luck, as for other rules.
@Suite struct BesideEffectTests {
    static let effects: [RuleEffectTests.Effect] = [
        RuleEffectTests.Effect(
            rule: "ST-7 risk leads to onward referral",
            change: RuleEffectTests.Effect.teams { $0.practice.risk.foundAtContacts = 0.03 },
            measure: RuleEffectTests.total(.onwardReferrals), sign: 1),
        RuleEffectTests.Effect(
            rule: "AT-8 diaries booked back to back see more people",
            change: RuleEffectTests.Effect.teams { $0.practice.diary.overbooking = 0.2 },
            measure: RuleEffectTests.total(.attended), sign: 1),
        RuleEffectTests.Effect(
            rule: "AT-8 diaries booked back to back run over",
            change: RuleEffectTests.Effect.teams { $0.practice.diary.overbooking = 0.2 },
            measure: .ofRoles(.overrunMinutes, each: 60, "Hours run over, a year", .hours), sign: 1),
        RuleEffectTests.Effect(
            rule: "KP-11 diaries booked back to back put more clinicians over their hours",
            change: RuleEffectTests.Effect.teams { $0.practice.diary.overbooking = 0.2 },
            measure: .ofRoles(.postsOverTarget, "Weeks of clinicians over their target of hours, a year", .weeks),
            sign: 1),
        RuleEffectTests.Effect(
            rule: "KP-11 turnover shows as leavers",
            change: RuleEffectTests.Effect.teams { $0.practice.workforce.highLeaversPerYear = 0.5 },
            measure: .ofRoles(.leavers, "Clinicians who leave, a year", .people), sign: 1),
        RuleEffectTests.Effect(
            rule: "KP-11 slow recruitment shows as vacancies",
            change: RuleEffectTests.Effect.teams {
                $0.practice.workforce.lowLeaversPerYear = 0.5
                $0.practice.workforce.recruitmentWeeks = 50
            }, measure: .ofRoles(.vacantThousandths, each: 52_000, "Vacant posts, mean of the year", .wholeTime),
            sign: 1),
        RuleEffectTests.Effect(
            rule: "TX-13 advisers support people",
            change: RuleEffectTests.Effect.teams { $0.practice.employment.advisers = 1 },
            measure: RuleEffectTests.total(.employmentStarts), sign: 1),
    ]

    @Test(arguments: effects)
    func actsAsExpected(effect: RuleEffectTests.Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }

    /// ST-7: the duty worker takes it while there is one; without a rota, what is booked later that day gives way.
    @Test func withoutADutyWorkerOthersGiveWay() {
        func run(dutyRota: Bool) -> ReplicationRecord {
            var scenario = SampleService.scenario()
            for team in scenario.teams.indices {
                scenario.teams[team].practice.workforce.dutyRota = dutyRota
                scenario.teams[team].practice.risk.foundAtContacts = 0.03
            }
            var simulation = SampleRun.settled(scenario, seed: 3, weeks: 26, checks: true)
            simulation.run()
            return simulation.finish()
        }
        let (with, without) = (run(dutyRota: true), run(dutyRota: false))
        let (found, duty) = (RuleEffectTests.total(.riskFound), RuleEffectTests.total(.riskTakenByDuty))
        #expect(duty(with) > 0.6 * found(with) && duty(without) == 0, "\(duty(with)) of \(found(with))")
        let displaced = RuleEffectTests.total(.riskDisplaced)
        #expect(displaced(without) > 0.2 * found(without))
        #expect(displaced(with) < 0.5 * displaced(without), "\(displaced(with)), \(displaced(without))")
    }

    /// ST-7, KT-11: people who wait for treatment have nobody yet. Where they report risk and no duty worker is there,
    /// somebody acts at once and no diary says who.
    @Test func riskThatNobodyHasTimeForIsNobodysDuty() {
        var scenario = SampleService.scenario()
        for team in scenario.teams.indices {
            scenario.teams[team].practice.workforce.dutyRota = false
            scenario.teams[team].practice.risk.foundAtContacts = 0
            scenario.teams[team].practice.keepingInTouch.contactsPerMonth = 4
            scenario.teams[team].practice.keepingInTouch.contactsForOffice = 0
            scenario.teams[team].practice.keepingInTouch.riskRisen = 0.9
        }
        var simulation = SampleRun.settled(scenario, seed: 3, weeks: 26, checks: true)
        simulation.run()
        let record = simulation.finish()
        #expect(RuleEffectTests.total(.onwardReferrals)(record) > 100)
        #expect(RuleEffectTests.total(.riskTakenByDuty)(record) == 0)
        #expect(RuleEffectTests.total(.riskDisplaced)(record) == 0)
    }

    /// TX-13: support beside therapy changes nothing of the therapy, and few advisers mean a wait for one.
    @Test func employmentSupportStandsBeside() {
        func run(_ advisers: Double) -> ReplicationRecord {
            var scenario = SampleService.scenario()
            for team in scenario.teams.indices {
                scenario.teams[team].practice.employment.advisers = advisers
                scenario.teams[team].practice.employment.takenUp = 0.3
            }
            return SampleRun.records(scenario, from: RuleEffectTests.firstDay, seed: 9, replications: 1)[0]
        }
        let (few, many) = (run(0.3), run(20))
        let base = RuleEffectTests.baseline[0]
        let beside: [Counter] = [.employmentStarts, .employmentWaitDays, .employmentWaiting, .adviserThousandths]
        for counter in Counter.allCases where !beside.contains(counter) {
            #expect(RuleEffectTests.total(counter)(few) == RuleEffectTests.total(counter)(base), "\(counter)")
        }
        let wait = RuleEffectTests.share(.employmentWaitDays, .employmentStarts)
        #expect(wait(few) > 7 && wait(many) == 0)
        #expect(RuleEffectTests.total(.employmentStarts)(many) > RuleEffectTests.total(.employmentStarts)(few))
    }
}
