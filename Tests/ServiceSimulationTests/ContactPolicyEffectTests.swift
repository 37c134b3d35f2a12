import CareModel
import ServiceSimulation
import Testing

/// Contacts outside the calls, policy and practice of missed appointments, and questions to supervision, each switched
/// over the same luck.
@Suite struct ContactPolicyEffectTests {
    private typealias Effect = RuleEffectTests.Effect

    private static func practice(
        _ change: @escaping @Sendable (inout Practice) -> Void
    ) -> @Sendable (inout ServiceScenario) -> Void { RuleEffectTests.practice(change) }

    private static let droppedOut = RuleEffectTests.total(.endedDroppedOut)
    private static let stepUpWait = RuleEffectTests.share(.stepUpWaitDays, .stepUpWaits)

    static let contacts: [RuleEffectTests.Effect] = [
        Effect(
            rule: "KT-11 KT-4 people who make contact while they wait may need no more",
            change: practice { $0.keepingInTouch.contactsPerMonth = 1 },
            measure: RuleEffectTests.ends(.noLongerNeeded), sign: 1),
        Effect(
            rule: "KT-11 what the office sees to amends no plan",
            change: practice { $0.keepingInTouch.contactsForOffice = 1 },
            measure: RuleEffectTests.ends(.noLongerNeeded), sign: -1,
            given: practice { $0.keepingInTouch.contactsPerMonth = 1 }),
        Effect(
            rule: "KT-11 a longer talk with whoever assessed takes their time from others",
            change: practice { $0.keepingInTouch.contactMinutes = 60 },
            measure: RuleEffectTests.total(.attended), sign: -1,
            given: practice {
                $0.keepingInTouch.contactsPerMonth = 4
                $0.keepingInTouch.contactsForOffice = 0
                $0.keepingInTouch.noLongerNeeded = 0
                $0.keepingInTouch.quicker = 0
                $0.keepingInTouch.readier = 0
                $0.keepingInTouch.riskRisen = 0
            }),
        Effect(
            rule: "KT-2 one call after the first appointment is fewer than one every four weeks",
            change: practice { $0.keepingInTouch.rule.repeats = false },
            measure: RuleEffectTests.total(.keepingInTouchCalls), sign: -1,
            given: RuleEffectTests.Effect.teams {
                $0.referrals.perWeek *= 2.5
                $0.practice.keepingInTouch.rule.everyDays = 14
            }),
    ]

    static let misses: [RuleEffectTests.Effect] = [
        Effect(
            rule: "AT-3 PO-5 a policy that is enforced ends more courses than a softer practice",
            change: practice { $0.attendance.enforcesPolicy = true }, measure: droppedOut, sign: 1,
            given: practice { $0.attendance.exceptions = 0.9 }),
        Effect(
            rule: "AT-3 PO-5 a policy that has more exceptions in mind ends fewer",
            change: practice { $0.attendance.exceptionsByPolicy = 0.9 }, measure: droppedOut, sign: -1,
            given: practice { $0.attendance.enforcesPolicy = true }),
        Effect(
            rule: "AT-3 PO-5 what the policy has in mind changes nothing where practice is softer",
            change: practice { $0.attendance.exceptionsByPolicy = 0.6 }, measure: droppedOut, sign: 0),
        Effect(
            rule: "AT-4 whoever was in touch after a miss and misses the next one may be discharged",
            change: practice { $0.attendance.endsAtSecondMiss = 1 }, measure: droppedOut, sign: 1,
            given: practice {
                $0.attendance.makesContact = 0.9
                $0.attendance.policy.missesThatEnd = 0
            }),
    ]

    static let supervision: [RuleEffectTests.Effect] = [
        Effect(
            rule: "ST-9 ST-1 urgent questions are answered at once, and step-ups wait less",
            change: practice { $0.stepUp.urgent = 1 }, measure: stepUpWait, sign: -1,
            given: practice { $0.stepUp.supervisionWorkingDays = 30 }),
        Effect(
            rule: "ST-9 an answer that takes a day makes urgent step-ups wait longer",
            change: practice { $0.stepUp.urgentMinutes = 1440 }, measure: stepUpWait, sign: 1,
            given: practice { $0.stepUp.urgent = 1 }),
        Effect(
            rule: "ST-9 answers within a month make step-ups wait longer than answers within four days",
            change: practice { $0.stepUp.supervisionWorkingDays = 30 }, measure: stepUpWait, sign: 1),
    ]

    @Test(arguments: contacts + misses + supervision)
    func actsAsExpected(effect: RuleEffectTests.Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }
}
