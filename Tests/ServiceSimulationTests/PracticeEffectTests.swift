import CareModel
import ServiceSimulation
import Testing

/// Rules of referral, waiting, treatment and time act, each switched over the same luck.
@Suite struct PracticeEffectTests {
    private typealias Effect = RuleEffectTests.Effect

    private static func teams(
        _ change: @escaping @Sendable (inout TeamScenario) -> Void
    ) -> @Sendable (inout ServiceScenario) -> Void { Effect.teams(change) }

    private static func practice(
        _ change: @escaping @Sendable (inout Practice) -> Void
    ) -> @Sendable (inout ServiceScenario) -> Void { RuleEffectTests.practice(change) }

    private static func standards(
        _ change: @escaping @Sendable (inout Standards) -> Void
    ) -> @Sendable (inout ServiceScenario) -> Void { { change(&$0.standards) } }

    /// A service with more people than it can see at once, many of them perinatal.
    private static let crowded: @Sendable (inout ServiceScenario) -> Void = teams {
        $0.referrals.perWeek *= 1.6
        $0.referrals.perinatal = 0.15
    }

    private static let starts = SampleService.scenario().starts

    private static let perinatalInTime = RuleEffectTests.share(.perinatalAssessedWithin14, .perinatalAssessed)

    static let referral: [RuleEffectTests.Effect] = [
        Effect(
            rule: "RF-1 people whom their doctor refers miss more than those who refer themselves",
            change: teams { $0.referrals.sources = [0, 0, 1, 0, 0, 0, 0, 0, 0, 0] },
            measure: RuleEffectTests.share(.didNotAttend, .appointments), sign: 1),
        Effect(
            rule: "RF-2 referrals that grow by a quarter a year are more at its end",
            change: teams { $0.referrals.trendPerYear = 0.25 },
            measure: RuleEffectTests.lastWeeks(.referrals), sign: 1),
        Effect(
            rule: "RF-2 a campaign brings more referrals once it has begun",
            change: teams {
                $0.referrals.growth = 0.4
                $0.referrals.growthFrom = starts + 84
                $0.referrals.growthWeeks = 12
            }, measure: RuleEffectTests.lastWeeks(.referrals), sign: 1),
        Effect(
            rule: "RF-3 urgent calls go before what else is to be screened",
            change: practice { $0.screening.urgent = 0.8 },
            measure: RuleEffectTests.share(.screenedInTime, .screened), sign: -1,
            given: teams {
                $0.practice.screening.deskMinutesPerDay = 130
                $0.referrals.sources = [0.5, 0.3, 0.2, 0, 0, 0, 0, 0, 0, 0]
            }),
        Effect(
            rule: "RF-4 more who look like step 3 wait for a first appointment there",
            change: practice { $0.screening.looksLikeHighIntensity = 0.7 },
            measure: RuleEffectTests.lastWeeks(.waitingFirstAppointment), sign: 1),
        Effect(
            rule: "RF-13 PR-1 a referral says that somebody is perinatal",
            change: teams { $0.referrals.perinatal = 0.3 }, measure: RuleEffectTests.total(.perinatalAssessed),
            sign: 1),
    ]

    static let first: [RuleEffectTests.Effect] = [
        Effect(
            rule: "FA-1 KP-1 a sooner promise is broken more often",
            change: standards { $0.firstAppointmentDays = 14 }, measure: RuleEffectTests.total(.breaches28), sign: 1),
        Effect(
            rule: "FA-2 longer first appointments are fewer",
            change: practice { $0.low.rule.firstAppointmentMinutes = 90 },
            measure: RuleEffectTests.total(.firstAppointments), sign: -1),
        Effect(
            rule: "FA-3 KP-5 treatment that begins later than the first appointment is entered by fewer",
            change: practice { $0.firstAppointments.treatmentBegins = 0.2 },
            measure: RuleEffectTests.total(.enteredTreatment), sign: -1),
        Effect(
            rule: "FA-4 people who miss the first appointment and do not call are lost",
            change: practice { $0.attendance.makesContact = 0 },
            measure: RuleEffectTests.ends(.missedFirstAppointment), sign: 1),
        Effect(
            rule: "FA-5 where nobody can come at short notice, freed time is lost and people wait longer",
            change: practice { $0.firstAppointments.shortNotice = 0 }, measure: RuleEffectTests.meanFirstWait, sign: 1,
            given: practice { $0.attendance.cancelledFirst = 0.25 }),
        Effect(
            rule: "FA-6 with more referrals, waits are longer and more people are told of them",
            change: teams { $0.referrals.perWeek *= 1.5 },
            measure: RuleEffectTests.total(.waitLetters), sign: 1),
        Effect(
            rule: "PO-3 FA-8 PR-2 first come first served makes perinatal people wait",
            change: practice { $0.diary.priorities = PriorityOrder(order: .firstComeFirstServed, classes: []) },
            measure: perinatalInTime, sign: -1, given: crowded),
        Effect(
            rule: "PR-1 perinatal people whom the clerk calls as seldom as others are seen later",
            change: practice { $0.contact.rule.priorityDays = 10 }, measure: perinatalInTime, sign: -1,
            given: teams { $0.referrals.perinatal = 0.15 }),
    ]

    static let waiting: [RuleEffectTests.Effect] = [
        Effect(
            rule: "KT-1 KP-3 a sooner second session is kept less often",
            change: standards { $0.secondTreatmentDays = 10 }, measure: RuleEffectTests.total(.secondWithin28), sign: -1
        ),
        Effect(
            rule: "KP-3 a lower limit is passed more often", change: standards { $0.secondTreatmentLimitDays = 20 },
            measure: RuleEffectTests.total(.secondOver90), sign: 1),
        Effect(
            rule: "KP-2 a stricter national standard is met by fewer", change: standards { $0.nationalFirstDays = 10 },
            measure: RuleEffectTests.total(.finishedWithin42), sign: -1),
        Effect(
            rule: "KT-4 people who no longer need treatment leave at a call",
            change: practice { $0.keepingInTouch.noLongerNeeded = 0.5 },
            measure: RuleEffectTests.ends(.noLongerNeeded), sign: 1),
        Effect(
            rule: "KT-9 KP-4 fewer therapists, and step-ups wait longer",
            change: teams { team in
                for group in team.staff.indices where team.staff[group].role == .highIntensityTherapist {
                    team.staff[group].count -= 2
                }
            }, measure: RuleEffectTests.share(.stepUpWaitDays, .stepUpWaits), sign: 1, warmsUp: true),
    ]

    static let treatment: [RuleEffectTests.Effect] = [
        Effect(
            rule: "TX-2 courses at step 3 need more sessions", change: practice { $0.high.neededSessions = 16 },
            measure: RuleEffectTests.share(.finishedHighSessions, .finishedWithHigh), sign: 1),
        Effect(
            rule: "TX-3 nobody is trained in what half of the people need",
            change: practice { $0.high.modalities = [0, 0.5, 0.5, 0, 0, 0, 0] },
            measure: RuleEffectTests.lastWeeks(.waitingHigh), sign: 1),
        Effect(
            rule: "TX-8 last sessions a month apart keep people longer, with the same sessions",
            change: practice {
                $0.high.rule.spacedSessions = 5
                $0.high.rule.spacedIntervalDays = 28
            }, measure: RuleEffectTests.total(.finishedCourses), sign: -1),
        Effect(
            rule: "TX-9 people who are in recovery at a review are discharged",
            change: practice { $0.low.endsWhenRecovered = 1 },
            measure: RuleEffectTests.share(.finishedLowSessions, .finishedWithLow), sign: -1,
            given: practice { $0.low.rule.blockSessions = 2 }),
        Effect(
            rule: "TX-12 longer illness before a caseload is handed over, fewer changes of clinician",
            change: practice { $0.workforce.handoverAfterWeeks = 20 },
            measure: RuleEffectTests.total(.handovers), sign: -1,
            given: practice {
                $0.workforce.sicknessSpellDays = 25
                $0.workforce.sickness = 0.1
                $0.workforce.handoverAfterWeeks = 2
            }),
        Effect(
            rule: "AT-1 who comes too late is not seen", change: practice { $0.attendance.tooLate = 0.08 },
            measure: RuleEffectTests.total(.arrivedTooLate), sign: 1),
        Effect(
            rule: "ST-3 more are referred on at the first appointment",
            change: practice { $0.firstAppointments.referredOn = 0.3 },
            measure: RuleEffectTests.total(.onwardReferrals), sign: 1),
        Effect(
            rule: "ST-5 a first appointment at step 2 sends more straight to step 3",
            change: practice { $0.firstAppointments.lowToHigh = 0.7 },
            measure: RuleEffectTests.lastWeeks(.waitingHigh), sign: 1),
        Effect(
            rule: "ST-6 people who stop early end for that reason", change: practice { $0.low.stopsEarly = 0.3 },
            measure: RuleEffectTests.ends(.stoppedEarly), sign: 1),
        Effect(
            rule: "KP-6 people who are no case when they start are in no recovery rate",
            change: practice {
                $0.scores.depressionMean = 8
                $0.scores.anxietyMean = 6
            }, measure: RuleEffectTests.share(.finishedCases, .finishedCourses), sign: -1),
        Effect(
            rule: "KP-7 without change from session to session there is little reliable improvement",
            change: practice {
                $0.scores.lowChange = 0
                $0.scores.highChange = 0
            }, measure: RuleEffectTests.share(.reliablyImproved, .finishedCourses), sign: -1),
    ]

    static let staff: [RuleEffectTests.Effect] = [
        Effect(
            rule: "CL-2 KP-8 fewer hours of contact, fewer people seen",
            change: teams { for group in $0.staff.indices { $0.staff[group].completedHoursPerWTE = 9 } },
            measure: RuleEffectTests.total(.attended), sign: -1),
        Effect(
            rule: "CL-4 supervision takes time that could be booked",
            change: practice { $0.workforce.supervisionMinutesPerWeek = 600 }, measure: RuleEffectTests.bookable,
            sign: -1),
        Effect(
            rule: "CL-11 supervisors who look less far ahead allocate fewer",
            change: practice { $0.high.bookingHorizonDays = 7 },
            measure: RuleEffectTests.lastWeeks(.inTreatmentHigh), sign: -1),
        Effect(
            rule: "CL-12 caseloads that are watched fall with their cap",
            change: teams { for group in $0.staff.indices { $0.staff[group].caseloadPerWTE = 10 } },
            measure: .ofRoles(
                .caseload, of: [.highIntensityTherapist], each: 52,
                "Caseload of therapists, mean of the year", .people),
            sign: -1),
        Effect(
            rule: "PO-7 evenings for people who can come only then",
            change: teams { for group in $0.staff.indices { $0.staff[group].eveningsPerWeek = 3 } },
            measure: RuleEffectTests.meanFirstWait, sign: -1, given: teams { $0.referrals.eveningOnly = 0.12 }),
    ]

    @Test(arguments: referral + first + waiting)
    func accessActsAsExpected(effect: RuleEffectTests.Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }

    @Test(arguments: treatment + staff)
    func careActsAsExpected(effect: RuleEffectTests.Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }
}
