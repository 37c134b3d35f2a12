import CareModel

@testable import ServiceSimulation

/// A scenario for what must hold whatever a service does.
enum EveryRule {
    /// The sample service with every rule switched on that can be, in one team or the other, often enough to matter.
    static func scenario() -> ServiceScenario {
        var scenario = SampleService.scenario(referralsPerWeek: 60)
        scenario.name = "every-rule"
        scenario.measuresGroups = true
        scenario.levers = levers(from: scenario.starts)
        for team in scenario.teams.indices {
            people(&scenario.teams[team].referrals)
            access(&scenario.teams[team].practice)
            treatment(&scenario.teams[team].practice)
            workforce(&scenario.teams[team])
        }
        scenario.teams[0].practice.diary.priorities.order = .optimised
        scenario.teams[1].practice.diary.priorities.order = .firstComeFirstServed
        scenario.teams[1].practice.screening.rule.frontDoor = .singlePointOfAccess
        scenario.teams[1].practice.contact.rule.isByMessage = true
        scenario.teams[1].practice.firstAppointments.stepsByScore = true
        scenario.teams[1].practice.firstAppointments.allocation = .atReferral
        scenario.teams[1].practice.attendance.policy.missedContact = .sevenSeven
        scenario.teams[1].practice.diary.followsDemand = true
        scenario.teams[1].practice.diary.aimDays = 8
        scenario.teams[1].practice.caseManagement.rule.isOn = true
        scenario.teams[1].practice.caseManagement.endsAfterMisses = 0.2
        scenario.teams[1].practice.caseManagement.endsOpenLong = 0.2
        staff(&scenario)
        return scenario
    }

    private static func people(_ referrals: inout ReferralInput) {
        referrals.trendPerYear = 0.1
        referrals.ethnicity = [0.7, 0.1, 0.1, 0.05, 0.05]
        referrals.movedIn = 0.05
        referrals.asks.languages = [0.05, 0.02]
        referrals.asks.femaleTherapist = 0.08
        referrals.asks.faceToFace = 0.25
        referrals.asks.venues = [0.06, 0.04]
        referrals.asks.accessible = 0.05
        referrals.matrix.complexity = [0.7, 0.2, 0.1]
        referrals.depressionBySource = [1, 1, -1, 0, 0, 0, 0, 0, 0, 0]
        referrals.anxietyBySource = [0.5, 0.5, -0.5, 0, 0, 0, 0, 0, 0, 0]
    }

    private static func access(_ practice: inout Practice) {
        practice.screening.rule.usesMatrix = true
        practice.screening.urgent = 0.05
        practice.contact.neverAnswers = 0.1
        practice.contact.declinesPerDayOfWait = 0.005
        practice.contact.clerks = 2
        practice.contact.clerkMinutesPerDay = 240
        practice.firstAppointments.selfHelpFirst = 0.2
        practice.attendance.policy.lateCancellationHours = 48
        practice.attendance.policy.countsPerEpisode = true
        practice.attendance.policy.confirmationHours = 48
        practice.attendance.aborted = 0.02
        practice.attendance.latenessMinutes = 10
        practice.attendance.oddsLowIntensity = 1.2
        practice.attendance.oddsPer15MinutesShort = 1.1
        practice.attendance.oddsFaceToFace = 0.8
        practice.assessmentWeek.isOn = true
        practice.assessmentWeek.above = 10
        practice.assessmentWeek.lengthWeeks = 2
        practice.assessmentWeek.minimumGapWeeks = 4
    }

    private static func treatment(_ practice: inout Practice) {
        practice.low.changesWithoutImprovement = 0.2
        practice.high.changesWithoutImprovement = 0.1
        practice.high.rule.extensionBeforeSession = 6
        practice.high.neededSessionsPlus = 14
        practice.stepUp.downAtReview = 0.3
        practice.stepUp.urgent = 0.2
        practice.keepingInTouch.contactsPerMonth = 0.4
        practice.attendance.endsAtSecondMiss = 0.3
        practice.groups.rule.isOn = true
        practice.groups.rule.everyWeeks = 2
        practice.groups.rule.sessions = 4
        practice.groups.rule.smallest = 4
        practice.groups.takenUpAtFirst = 0.3
        practice.groups.takenUpAtCalls = 0.3
        practice.computerised.rule.isOn = true
        practice.computerised.takenUpAtFirst = 0.5
        practice.computerised.takenUpAtCalls = 0.5
        practice.risk.foundAtContacts = 0.03
        practice.safeguards.rule.replyHours = 48
        practice.safeguards.rule.notesHours = 48
        practice.safeguards.notesLate = 0.05
        practice.workforce.assessesNobodyBeforeLeave = true
        practice.scores.changeWithLongTermCondition = 0.9
        practice.returns.afterRecovery = 0.3
        practice.returns.afterCourse = 0.5
        practice.returns.afterLeaving = 0.4
        practice.returns.earliestDays = 14
        practice.returns.looksLikeHighIntensity = 0.2
        practice.employment.advisers = 1
        practice.employment.caseload = 10
        practice.employment.takenUp = 0.3
    }

    private static func workforce(_ team: inout TeamScenario) {
        team.rooms.perVenue = [4, 3]
        team.rooms.accessiblePerVenue = [1, 1]
        team.practice.diary.overbooking = 0.1
        team.practice.workforce.sickness = 0.08
        team.practice.workforce.parentalLeavePerYear = 0.3
        team.practice.workforce.parentalLeaveWeeks = 12
        team.practice.workforce.lowLeaversPerYear = 0.5
        team.practice.workforce.recruitmentWeeks = 12
        team.practice.workforce.declaredVariation = 0.2
        team.practice.workforce.declaredWeeks = 4
        team.practice.workforce.reallocation.isOn = true
        team.practice.workforce.reallocation.fullShare = 0.6
        team.practice.workforce.reallocation.emptyShare = 1
    }

    private static func staff(_ scenario: inout ServiceScenario) {
        let day = scenario.starts
        scenario.teams[0].staff[0].languages = [1, 2]
        scenario.teams[0].staff[2].qualifies = day - 30
        scenario.teams[0].staff[3].eveningsPerWeek = 1
        scenario.teams[0].staff[3].saturdays = true
        scenario.teams[0].staff[3].topUpFrom = day - 60
        scenario.teams[0].staff[3].topUpDays = 20
        var short = SampleService.staff(.wellbeingPractitioner, count: 1)
        short.from = day - 100
        short.until = day - 10
        scenario.teams[1].staff.append(short)
    }

    /// Levers that come, go, and watch the lists.
    private static func levers(from day: CivilDay) -> [Lever] {
        [
            Lever(name: "fewer calls", teams: [0], from: day - 90, until: day - 20) {
                $0.keepingInTouch.rule.everyDays = 42
            },
            Lever(name: "more first appointments", teams: [0, 1], condition: (.firstAppointmentWaitP90, 14)) {
                $0.diary.lowFirstShare = 0.5
            },
        ]
    }
}
