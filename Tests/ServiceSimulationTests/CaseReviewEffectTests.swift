import CareModel
import ServiceSimulation
import Testing

/// Courses that follow the monthly case-management list (CL-16): paired differences over the same luck.
@Suite struct CaseReviewEffectTests {
    private typealias Effect = RuleEffectTests.Effect

    private static let reviewed = RuleEffectTests.practice { $0.caseManagement.rule.isOn = true }

    static let effects: [RuleEffectTests.Effect] = [
        Effect(
            rule: "CL-16 reviews every four weeks find people in recovery sooner than blocks of sessions do",
            change: reviewed, measure: RuleEffectTests.share(.finishedHighSessions, .finishedWithHigh), sign: -1,
            given: RuleEffectTests.practice {
                $0.high.endsWhenRecovered = 1
                $0.high.rule.blockSessions = 12
            }),
        Effect(
            rule: "CL-16 ST-2 the list names people at step 3 for whom step 2 is enough", change: reviewed,
            measure: RuleEffectTests.total(.stepDowns), sign: 1,
            given: RuleEffectTests.practice {
                $0.stepUp.downAtReview = 0.6
                $0.high.rule.blockSessions = 12
            }),
        Effect(
            rule: "CL-16 AT-3 cases with misses are ended at the review",
            change: RuleEffectTests.practice { $0.caseManagement.endsAfterMisses = 0.8 },
            measure: RuleEffectTests.ends(.stoppedEarly), sign: 1,
            given: RuleEffectTests.practice {
                $0.caseManagement.rule.isOn = true
                $0.attendance.exceptions = 0.9
            }),
        Effect(
            rule: "CL-16 cases that have been open for long are ended at the review",
            change: RuleEffectTests.practice { $0.caseManagement.endsOpenLong = 1 },
            measure: RuleEffectTests.ends(.stoppedEarly), sign: 1,
            given: RuleEffectTests.practice {
                $0.caseManagement.rule.isOn = true
                $0.caseManagement.rule.openDays = 60
                $0.caseManagement.rule.gapDays = 12
                $0.high.rule.intervalDays = 14
            }),
        Effect(
            rule: "CL-16 CL-4 a review that comes a quarter as often finds people in recovery later",
            change: RuleEffectTests.practice { $0.caseManagement.rule.everyDays = 112 },
            measure: RuleEffectTests.share(.finishedHighSessions, .finishedWithHigh), sign: 1,
            given: RuleEffectTests.practice {
                $0.caseManagement.rule.isOn = true
                $0.high.endsWhenRecovered = 1
            }),
    ]

    @Test(arguments: effects)
    func actsAsExpected(effect: RuleEffectTests.Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }

    /// The list alone changes nothing: whatever it asks, courses do not follow it.
    @Test func aListThatNobodyFollowsChangesNothing() {
        var scenario = SampleService.scenario()
        for team in scenario.teams.indices {
            scenario.teams[team].practice.caseManagement.rule.openDays = 30
            scenario.teams[team].practice.caseManagement.rule.missedAppointments = 3
            scenario.teams[team].practice.caseManagement.endsAfterMisses = 1
            scenario.teams[team].practice.caseManagement.endsOpenLong = 1
        }
        #expect(
            SampleRun.records(scenario, from: RuleEffectTests.firstDay, seed: 9) == RuleEffectTests.baseline)
    }
}
