import CareModel
import ServiceSimulation
import Testing

/// What the booking service holds people to acts in the simulation too, where it decides who goes and who is seen.
@Suite struct SafeguardEffectTests {
    static let effects: [RuleEffectTests.Effect] = [
        RuleEffectTests.Effect(
            rule: "AT-4 hours to reply at the limit of misses, in which some courses go on",
            change: RuleEffectTests.Effect.teams { $0.practice.safeguards.rule.replyHours = 48 },
            measure: RuleEffectTests.total(.endedDroppedOut), sign: -1),
        RuleEffectTests.Effect(
            rule: "CL-17 late notes stop new allocations to a clinician",
            change: RuleEffectTests.Effect.teams {
                $0.practice.safeguards.rule.notesHours = 48
                $0.practice.safeguards.notesLate = 0.5
            }, measure: RuleEffectTests.meanFirstWait, sign: 1),
        RuleEffectTests.Effect(
            rule: "CL-6 no first appointments in the days before a long absence",
            change: RuleEffectTests.Effect.teams { $0.practice.workforce.assessesNobodyBeforeLeave = true },
            measure: RuleEffectTests.meanFirstWait, sign: 1,
            given: RuleEffectTests.Effect.teams {
                $0.practice.workforce.fortnightShare = 1
                $0.practice.workforce.noNewPeopleDays = 60
            }),
    ]

    @Test(arguments: effects)
    func actsAsExpected(effect: RuleEffectTests.Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }

    /// What only the booking service asks for changes nothing here, to the last number (ST-8, CL-17).
    @Test func whatOnlyTheDeskAsksForChangesNothing() {
        var changed = SampleService.scenario()
        for team in changed.teams.indices {
            changed.teams[team].practice.safeguards.rule.dischargeIsAgreed = true
            changed.teams[team].practice.safeguards.rule.notesHours = 48
        }
        #expect(SampleRun.records(changed, from: RuleEffectTests.firstDay, seed: 9) == RuleEffectTests.baseline)
    }
}
