import Allocation
import CareModel
import ServiceSimulation
import Testing

/// Rules of the workforce act, each switched over the same luck.
@Suite struct WorkforceEffectTests {
    private static let starts = SampleService.scenario().starts

    private static func extra(
        _ role: Role, count: Int, _ change: @escaping @Sendable (inout StaffInput) -> Void = { _ in }
    ) -> @Sendable (inout ServiceScenario) -> Void {
        RuleEffectTests.Effect.teams {
            var group = SampleService.staff(role, count: count)
            change(&group)
            $0.staff.append(group)
        }
    }

    private static func completedHours(_ roles: [Role]) -> RuleMeasure {
        let who = roles.count == Role.allCases.count ? "" : " of " + roles.map(\.name).joined(separator: ", ")
        return .ofRoles(.completedMinutes, of: roles, each: 60, "Completed clinical hours\(who), a year", .hours)
    }

    /// Hours of the diaries of PWPs that nobody was booked into.
    private static let freeOfPractitioners = RuleMeasure.ofRoles(
        .unusedMinutes, of: Role.allCases.filter { $0.step == .low && $0.isPractitioner }, each: 60,
        "Hours of PWPs' diaries that nobody was booked into, a year", .hours)

    /// A service whose PWPs have time left, with a long list at step 3 and a readier mode.
    private static func quiet(
        _ change: @escaping @Sendable (inout Practice) -> Void
    ) -> @Sendable (inout ServiceScenario) -> Void {
        RuleEffectTests.Effect.teams {
            $0.referrals.perWeek /= 2
            for group in $0.staff.indices where $0.staff[group].role == .highIntensityTherapist {
                $0.staff[group].count = 1
            }
            change(&$0.practice)
        }
    }

    static let assistants: [RuleEffectTests.Effect] = [
        RuleEffectTests.Effect(
            rule: "CL-15 assistant psychologists who lead the groups leave PWPs time for others",
            change: extra(.assistantPsychologist, count: 1) { $0.caseloadPerWTE = 1 }, measure: freeOfPractitioners,
            sign: 1,
            given: quiet {
                $0.groups.rule.isOn = true
                $0.groups.takenUpAtFirst = 0.4
            }, warmsUp: true),
        RuleEffectTests.Effect(
            rule: "CL-15 support workers who support computerised CBT leave PWPs time for others",
            change: extra(.supportWorker, count: 1), measure: freeOfPractitioners, sign: 1,
            given: quiet {
                $0.computerised.rule.isOn = true
                $0.computerised.takenUpAtFirst = 0.5
                $0.computerised.takenUpAtCalls = 0.5
            }, warmsUp: true),
    ]

    @Test(arguments: assistants)
    func assistantsFreeTime(effect: RuleEffectTests.Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }

    static let people: [RuleEffectTests.Effect] = [
        // Three days hold the twelve hours that a trainee is asked for: only who is asked for more does more in a
        // fourth.
        RuleEffectTests.Effect(
            rule: "CL-3 trainees with a day more of practice do more, where they are asked for more hours",
            change: RuleEffectTests.practice { $0.workforce.traineePracticeDays = 4 },
            measure: completedHours([.traineeWellbeingPractitioner, .traineeHighIntensityTherapist]), sign: 1,
            given: RuleEffectTests.Effect.teams {
                for group in $0.staff.indices where $0.staff[group].role.isTrainee {
                    $0.staff[group].completedHoursPerWTE = 18
                }
            }),
        RuleEffectTests.Effect(
            rule: "CL-3 trainees with two days less of practice do less",
            change: RuleEffectTests.practice { $0.workforce.traineePracticeDays = 1 },
            measure: completedHours([.traineeWellbeingPractitioner, .traineeHighIntensityTherapist]), sign: -1),
        RuleEffectTests.Effect(
            rule: "CL-3 trainees who qualify and leave take their hours with them",
            change: RuleEffectTests.practice { $0.workforce.traineesStay = 0 },
            measure: completedHours(Role.allCases), sign: -1,
            given: RuleEffectTests.Effect.teams {
                for group in $0.staff.indices where $0.staff[group].role.isTrainee {
                    $0.staff[group].qualifies = starts + 56
                }
            }),
        RuleEffectTests.Effect(
            rule: "CL-7 posts that take longer to fill do less",
            change: RuleEffectTests.practice { $0.workforce.recruitmentWeeks = 60 },
            measure: completedHours(Role.allCases), sign: -1,
            given: RuleEffectTests.practice {
                $0.workforce.lowLeaversPerYear = 0.6
                $0.workforce.highLeaversPerYear = 0.6
            }),
        RuleEffectTests.Effect(
            rule: "CL-8 new starters whose allocations are metered take on fewer at first",
            change: RuleEffectTests.practice {
                $0.workforce.rampWeeks = 40
                $0.workforce.rampSharePerWeek = 0.01
            }, measure: completedHours([.highIntensityTherapist]), sign: -1,
            given: extra(.highIntensityTherapist, count: 4) { $0.from = starts + 14 }, warmsUp: true),
        RuleEffectTests.Effect(
            rule: "CL-13 top-up training takes days",
            change: RuleEffectTests.Effect.teams {
                for group in $0.staff.indices {
                    $0.staff[group].topUpFrom = starts + 28
                    $0.staff[group].topUpDays = 30
                }
            }, measure: completedHours(Role.allCases), sign: -1),
        RuleEffectTests.Effect(
            rule: "CL-13 full attendance takes more days than four in five",
            change: RuleEffectTests.practice { $0.workforce.topUpAttendance = 1 },
            measure: completedHours(Role.allCases), sign: -1,
            given: RuleEffectTests.Effect.teams {
                for group in $0.staff.indices {
                    $0.staff[group].topUpFrom = starts + 28
                    $0.staff[group].topUpDays = 30
                }
            }),
        RuleEffectTests.Effect(
            rule: "CL-13 training that nobody attends takes no days",
            change: RuleEffectTests.practice { $0.workforce.topUpAttendance = 0 },
            measure: completedHours(Role.allCases), sign: 1,
            given: RuleEffectTests.Effect.teams {
                for group in $0.staff.indices {
                    $0.staff[group].topUpFrom = starts + 28
                    $0.staff[group].topUpDays = 30
                }
            }),
        RuleEffectTests.Effect(
            rule: "CL-13 a team that opens later has fewer referrals in its first year",
            change: RuleEffectTests.Effect.teams {
                $0.referrals.from = starts + 84
                $0.referrals.rampWeeks = 30
            }, measure: RuleEffectTests.total(.referrals), sign: -1),
        RuleEffectTests.Effect(
            rule: "PO-6 staff from elsewhere for half a year see more people",
            change: extra(.highIntensityTherapist, count: 4) {
                $0.from = starts + 28
                $0.until = starts + 210
            }, measure: RuleEffectTests.total(.assessmentToHigh), sign: 1, warmsUp: true),
        RuleEffectTests.Effect(
            rule: "PO-8 CL-11 cases move from full clinicians to emptier ones",
            change: RuleEffectTests.practice {
                $0.workforce.reallocation.isOn = true
                $0.workforce.reallocation.fullShare = 0.4
                $0.workforce.reallocation.emptyShare = 0.99
            }, measure: RuleEffectTests.total(.casesMoved), sign: 1),
        RuleEffectTests.Effect(
            rule: "PO-9 the pay of eight therapists buys more practitioners, who treat more people",
            change: RuleEffectTests.Effect.teams { team in
                for group in team.staff.indices where team.staff[group].role == .highIntensityTherapist {
                    team.staff[group].count -= 3
                }
                team.staff[0].count += 4
            }, measure: RuleEffectTests.total(.enteredTreatment), sign: 1,
            given: RuleEffectTests.Effect.teams { $0.referrals.perWeek *= 1.8 }, warmsUp: true),
        RuleEffectTests.Effect(
            rule: "PR-4 nobody is trained to see people under 18, who are seen no more",
            change: RuleEffectTests.Effect.teams {
                for group in $0.staff.indices { $0.staff[group].seesUnder18 = false }
            }, measure: RuleEffectTests.total(.firstAppointments), sign: -1,
            given: RuleEffectTests.Effect.teams {
                $0.youngestAge = 16
                $0.referrals.ageBands = [0.2, 0.2, 0.5, 0.1]
            }),
        RuleEffectTests.Effect(
            rule: "ST-2 some of those who have improved at step 3 go on at step 2",
            change: RuleEffectTests.practice { $0.stepUp.downAtReview = 0.8 },
            measure: RuleEffectTests.total(.stepDowns), sign: 1),
        RuleEffectTests.Effect(
            rule: "ST-2 who goes on at step 2 has fewer sessions at step 3",
            change: RuleEffectTests.practice { $0.stepUp.downAtReview = 0.8 },
            measure: RuleEffectTests.share(.finishedHighSessions, .finishedWithHigh), sign: -1),
    ]

    @Test(arguments: people)
    func actsAsExpected(effect: RuleEffectTests.Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }

    /// CL-6: who takes a fortnight together closes the days before it to new people: nobody where nobody does, and the
    /// more clinicians the more of them do.
    @Test func aFortnightClosesTheDaysBefore() {
        let (nobody, some, everybody) = (closing(share: 0), closing(share: 0.3), closing(share: 1))
        #expect(nobody == 0)
        #expect(some > 0)
        #expect(everybody > 2 * some, "\(everybody) of all, \(some) of three in ten")
    }

    /// Clinicians who close days to new people when so many take a fortnight together.
    private func closing(share: Double) -> Int {
        var scenario = SampleService.scenario()
        for team in scenario.teams.indices {
            scenario.teams[team].practice.workforce.fortnightShare = share
            scenario.teams[team].practice.workforce.parentalLeavePerYear = 0
        }
        let day = CivilDay(year: 2026, month: 1, day: 1) ?? scenario.starts
        scenario.starts = day
        let simulation = Simulation(
            scenario, from: ServiceSnapshot(taken: day.start), seed: 4, replication: 0, weeks: 1)
        return Set(
            simulation.knownChanges().compactMap { change -> Int? in
                guard case .absent(let clinician, _, _, .beforeLongAbsence) = change else { return nil }
                return clinician
            }
        ).count
    }

    /// CL-13, PO-6, PO-8: training that is not held, staff who never come and cases that nobody moves change nothing.
    @Test func whatDoesNotHappenChangesNothing() {
        var changed = SampleService.scenario()
        for team in changed.teams.indices {
            changed.teams[team].practice.workforce.topUpAttendance = 0.3
            changed.teams[team].practice.workforce.reallocation.mostPerWeek = 500
            changed.teams[team].practice.workforce.declaredWeeks = 2
            for group in changed.teams[team].staff.indices {
                changed.teams[team].staff[group].topUpFrom = changed.starts
            }
        }
        #expect(SampleRun.records(changed, from: RuleEffectTests.firstDay, seed: 9) == RuleEffectTests.baseline)
    }
}
