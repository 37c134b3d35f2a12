import CareModel
import ServiceSimulation
import Testing

/// The variants of the front door act (RF-5, RF-6), and the referral matrix (RF-8).
@Suite struct FrontDoorTests {
    /// A duty manager who screens everybody in an hour a day.
    private static let dutyManager: @Sendable (inout ServiceScenario) -> Void = RuleEffectTests.practice {
        $0.screening.rule.frontDoor = .dutyManager
        $0.screening.seniorMinutesPerDay = 260
    }
    private static let screenedInTime = RuleEffectTests.share(.screenedInTime, .screened)

    static let effects: [RuleEffectTests.Effect] = [
        RuleEffectTests.Effect(
            rule: "RF-6 a duty manager who screens all is slower than a brief telephone assessment of all",
            change: RuleEffectTests.practice { $0.screening.rule.frontDoor = .allAccepted },
            measure: RuleEffectTests.meanFirstWait, sign: -1, given: dutyManager),
        RuleEffectTests.Effect(
            rule: "RF-6 everybody is telephoned within three days, where a duty manager screens fewer in time",
            change: RuleEffectTests.practice { $0.screening.rule.frontDoor = .allAccepted }, measure: screenedInTime,
            sign: 1, given: dutyManager),
        RuleEffectTests.Effect(
            rule: "RF-6 with too little time a brief assessment of all misses its three days",
            change: RuleEffectTests.practice { $0.screening.briefMinutes = 28 }, measure: screenedInTime, sign: -1,
            given: RuleEffectTests.practice { $0.screening.rule.frontDoor = .allAccepted }),
        RuleEffectTests.Effect(
            rule: "RF-8 high risk, complexity and substance use are sent elsewhere",
            change: RuleEffectTests.Effect.teams {
                $0.practice.screening.rule.usesMatrix = true
                $0.referrals.matrix.risk = [0.9, 0.05, 0.05]
                $0.referrals.matrix.complexity = [0.6, 0.3, 0.1]
                $0.referrals.matrix.substanceUse = [0.8, 0.1, 0.1]
            }, measure: RuleEffectTests.total(.notAccepted), sign: 1),
        RuleEffectTests.Effect(
            rule: "RF-8 high chronicity stays in this service",
            change: RuleEffectTests.Effect.teams {
                $0.practice.screening.rule.usesMatrix = true
                $0.referrals.matrix.chronicity = [0, 0, 1]
            }, measure: RuleEffectTests.total(.notAccepted), sign: 0),
    ]

    @Test(arguments: effects)
    func actsAsExpected(effect: RuleEffectTests.Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }

    /// RF-8: a matrix in which nothing is high changes nothing, to the last number.
    @Test func aMildMatrixChangesNothing() {
        var changed = SampleService.scenario()
        for team in changed.teams.indices {
            changed.teams[team].practice.screening.rule.usesMatrix = true
            changed.teams[team].referrals.matrix.complexity = [0.5, 0.5, 0]
        }
        #expect(SampleRun.records(changed, from: RuleEffectTests.firstDay, seed: 9) == RuleEffectTests.baseline)
    }
}
