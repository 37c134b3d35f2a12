import CareModel
import RuleEvidence
import ServiceSimulation
import Testing

/// The rules of an online provider act, each switched over the same luck.
@Suite struct OnlineProviderTests {
    private static func both(_ change: @escaping @Sendable (inout CourseInput) -> Void)
        -> @Sendable (inout ServiceScenario) -> Void
    {
        RuleEffectTests.practice {
            change(&$0.low)
            change(&$0.high)
        }
    }

    /// Everybody who cancels has short notice.
    private static let shortNotice: @Sendable (inout ServiceScenario) -> Void = RuleEffectTests.practice {
        $0.attendance.policy.lateCancellationHours = 48
        $0.attendance.exceptions = 0
    }

    static let messages: [RuleEffectTests.Effect] = [
        RuleEffectTests.Effect(
            rule: "FA-7 two messages and a week lose more people than three attempts in two weeks",
            change: RuleEffectTests.practice {
                $0.contact.rule.isByMessage = true
                $0.contact.reached = 0.4
            }, measure: RuleEffectTests.total(.uncontactable), sign: 1),
        RuleEffectTests.Effect(
            rule: "FA-7 a welcome message within a day, not four, brings people in sooner",
            change: RuleEffectTests.practice { $0.contact.rule.welcomeHours = 24 },
            measure: RuleEffectTests.meanFirstWait, sign: -1,
            given: RuleEffectTests.practice {
                $0.contact.rule.isByMessage = true
                $0.contact.rule.welcomeHours = 96
            }),
        RuleEffectTests.Effect(
            rule: "FA-7 who need not confirm is never cancelled for it",
            change: RuleEffectTests.practice { $0.attendance.unconfirmed = 1 },
            measure: RuleEffectTests.total(.cancelledByPatient), sign: 0),
        RuleEffectTests.Effect(
            rule: "FA-7 appointments that are not confirmed in time are cancelled",
            change: RuleEffectTests.practice {
                $0.attendance.policy.confirmationHours = 48
                $0.attendance.unconfirmed = 0.1
            }, measure: RuleEffectTests.total(.cancelledByPatient), sign: 1),
    ]

    static let attendance: [RuleEffectTests.Effect] = [
        RuleEffectTests.Effect(
            rule: "AT-2 only late cancellations count, so that fewer drop out",
            change: RuleEffectTests.practice { $0.attendance.policy.lateCancellationHours = 48 },
            measure: RuleEffectTests.total(.endedDroppedOut), sign: -1),
        RuleEffectTests.Effect(
            rule: "AT-2 with longer notice asked for, more cancellations are late",
            change: RuleEffectTests.practice { $0.attendance.policy.lateCancellationHours = 120 },
            measure: RuleEffectTests.total(.cancelledLate), sign: 1, given: shortNotice),
        RuleEffectTests.Effect(
            rule: "AT-3 misses that count over the episode end more of them",
            change: RuleEffectTests.practice { $0.attendance.policy.countsPerEpisode = true },
            measure: RuleEffectTests.total(.endedDroppedOut), sign: 1,
            given: RuleEffectTests.practice { $0.stepUp.proposedOfCases = 1 }),
        RuleEffectTests.Effect(
            rule: "AT-4 the 7-7 rule keeps people who missed waiting longer",
            change: RuleEffectTests.practice { $0.attendance.policy.missedContact = .sevenSeven },
            measure: RuleEffectTests.lastWeeks(.inService), sign: 1,
            given: RuleEffectTests.practice {
                $0.attendance.didNotAttendTreatment = 0.25
                $0.attendance.makesContact = 0
                $0.attendance.policy.missesThatEnd = 0
            }),
        RuleEffectTests.Effect(
            rule: "AT-7 who waits less sees fewer of those who come late", change: both { $0.rule.waitingMinutes = 5 },
            measure: RuleEffectTests.total(.arrivedTooLate), sign: 1,
            given: RuleEffectTests.practice {
                $0.attendance.late = 0.3
                $0.attendance.latenessMinutes = 8
            }),
        RuleEffectTests.Effect(
            rule: "AT-7 an aborted session is rearranged and is nobody's miss",
            change: RuleEffectTests.practice { $0.attendance.aborted = 0.05 },
            measure: RuleEffectTests.total(.cancelledByProvider), sign: 1),
    ]

    static let treatment: [RuleEffectTests.Effect] = [
        RuleEffectTests.Effect(
            rule: "TX-11 extensions that are refused shorten courses",
            change: both {
                $0.rule.extensionBeforeSession = 6
                $0.extensionAgreed = 0.2
            }, measure: RuleEffectTests.share(.finishedHighSessions, .finishedWithHigh), sign: -1),
        RuleEffectTests.Effect(
            rule: "TX-11 extensions that are always agreed change no course",
            change: both {
                $0.rule.extensionBeforeSession = 6
                $0.extensionAgreed = 1
            }, measure: RuleEffectTests.total(.finishedSessions), sign: 0),
        RuleEffectTests.Effect(
            rule: "TX-11 shorter sessions fit more people in",
            change: RuleEffectTests.practice { $0.high.rule.sessionMinutes = 30 },
            measure: RuleEffectTests.share(.assessmentToHighDays, .assessmentToHigh), sign: -1),
        RuleEffectTests.Effect(
            rule: "ST-4 scores that decide the step send more people to step 3",
            change: RuleEffectTests.practice { $0.firstAppointments.stepsByScore = true },
            measure: RuleEffectTests.lastWeeks(.waitingHigh), sign: 1),
        RuleEffectTests.Effect(
            rule: "ST-4 people at step 3+ need more hours",
            change: RuleEffectTests.practice { $0.high.neededSessionsPlus = 18 },
            measure: RuleEffectTests.share(.finishedHighSessions, .finishedWithHigh), sign: 1,
            given: RuleEffectTests.practice { $0.firstAppointments.stepsByScore = true }),
        RuleEffectTests.Effect(
            rule: "CL-10 clinicians who declare what they can hold hold less of it, for what one declares less another "
                + "cannot always do more",
            change: RuleEffectTests.practice { $0.workforce.declaredVariation = 0.8 },
            measure: RuleEffectTests.total(.finishedCourses), sign: -1),
    ]

    private static let atReferral = RuleEffectTests.practice { $0.firstAppointments.allocation = .atReferral }

    /// Nobody changes step at the assessment.
    private static let keepsStep: @Sendable (inout ServiceScenario) -> Void = RuleEffectTests.practice {
        $0.firstAppointments.lowToHigh = 0
        $0.firstAppointments.highToLow = 0
    }

    static let allocation: [RuleEffectTests.Effect] = [
        RuleEffectTests.Effect(
            rule: "CL-18 with one clinician from the referral on, more people are treated by who assessed them",
            change: atReferral, measure: RuleEffectTests.share(.coursesWithAssessor, .coursesAfterAssessment), sign: 1),
        RuleEffectTests.Effect(
            rule: "CL-18 who waits for one clinician's diary waits longer for a first appointment", change: atReferral,
            measure: RuleEffectTests.meanFirstWait, sign: 1),
    ]

    /// CL-18: where nobody changes step, whoever assesses treats, without exception.
    @Test func oneClinicianAssessesAndTreats() {
        var scenario = SampleService.scenario()
        Self.keepsStep(&scenario)
        let shares = [CaseAllocation.sharedList, .atReferral].map { allocation in
            for team in scenario.teams.indices {
                scenario.teams[team].practice.firstAppointments.allocation = allocation
            }
            let day = SampleRun.firstDay(scenario, seed: 9)
            return SampleRun.records(scenario, from: day, seed: 9, replications: 2).map { record in
                (
                    RuleEffectTests.total(.coursesAfterAssessment)(record),
                    RuleEffectTests.total(.coursesWithAssessor)(record)
                )
            }
        }
        #expect(shares[0].allSatisfy { $0.1 < $0.0 })
        #expect(shares[1].allSatisfy { $0.0 > 1000 && $0.1 == $0.0 })
        guard shares[1].allSatisfy({ $0.1 == $0.0 }) else { return }
        RuleEvidence.record(
            ["CL-18"], test: "OnlineProviderTests.oneClinicianAssessesAndTreats",
            effect: "where nobody changes step, every course is with the clinician who assessed")
    }

    @Test(arguments: messages + attendance + treatment + allocation)
    func actsAsExpected(effect: RuleEffectTests.Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }
}
