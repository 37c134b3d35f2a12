import CareModel
import Foundation
import RuleEvidence
import ServiceSimulation
import Statistics
import Testing

/// Rules that are off until a scenario switches them on act: paired differences over the same luck, as for other rules.
@Suite struct SwitchedRuleTests {
    /// Most people come to a room, and none is kept at a distance.
    private static let faceToFace: @Sendable (inout ServiceScenario) -> Void = RuleEffectTests.Effect.teams {
        $0.referrals.asks.faceToFace = 0.8
        $0.rooms.perVenue = [30]
        $0.practice.attendance.keptAtADistance = 0
    }

    static let effects: [RuleEffectTests.Effect] = [
        RuleEffectTests.Effect(
            rule: "AT-6 of those who would cancel face to face, some keep the time at a distance",
            change: RuleEffectTests.Effect.teams { $0.practice.attendance.keptAtADistance = 0.5 },
            measure: RuleEffectTests.total(.cancelledByPatient), sign: -1, given: faceToFace),
        RuleEffectTests.Effect(
            rule: "AT-6 more appointments are kept at a distance where that is offered first",
            change: RuleEffectTests.Effect.teams { $0.practice.attendance.keptAtADistance = 0.5 },
            measure: RuleEffectTests.total(.keptAtADistance), sign: 1, given: faceToFace),
        RuleEffectTests.Effect(
            rule: "RF-12 a wait puts people off",
            change: RuleEffectTests.Effect.teams {
                $0.practice.contact.declinesPerDayOfWait = 0.02
                $0.practice.contact.usualWaitDays = 0
            }, measure: RuleEffectTests.total(.declinedAppointment), sign: 1),
        RuleEffectTests.Effect(
            rule: "RF-14 who moves in keeps the clock",
            change: RuleEffectTests.Effect.teams {
                $0.referrals.movedIn = 0.3
                $0.referrals.movedInDays = 40
            }, measure: RuleEffectTests.total(.breaches28), sign: 1),
        RuleEffectTests.Effect(
            rule: "AT-11 at step 2 people miss more, and its clinicians complete fewer hours",
            change: RuleEffectTests.Effect.teams { $0.practice.attendance.oddsLowIntensity = 2 },
            measure: hoursAtWork(.low), sign: -1),
        RuleEffectTests.Effect(
            rule: "AT-11 short appointments are kept less well, most of all those of low intensity",
            change: RuleEffectTests.Effect.teams { $0.practice.attendance.oddsPer15MinutesShort = 1.5 },
            measure: RuleMeasure("Hours completed at step 2, of those at step 3", .share) {
                hoursAtWork(.low)($0) / hoursAtWork(.high)($0)
            }, sign: -1),
        RuleEffectTests.Effect(
            rule: "AT-11 AT-9 face to face in a room people miss less",
            change: RuleEffectTests.Effect.teams { $0.practice.attendance.oddsFaceToFace = 0.4 },
            measure: RuleEffectTests.share(.didNotAttend, .appointments), sign: -1, given: faceToFace),
        RuleEffectTests.Effect(
            rule: "AT-11 where nobody is seen in a room that changes nothing",
            change: RuleEffectTests.Effect.teams { $0.practice.attendance.oddsFaceToFace = 0.4 },
            measure: RuleEffectTests.total(.didNotAttend), sign: 0),
        RuleEffectTests.Effect(
            rule: "CL-14 one clerk for a few minutes a day delays everybody",
            change: RuleEffectTests.Effect.teams {
                $0.practice.contact.clerks = 1
                $0.practice.contact.clerkMinutesPerDay = 240
            }, measure: RuleEffectTests.meanFirstWait, sign: 1),
        RuleEffectTests.Effect(
            rule: "TX-6 who does not improve at step 2 is stepped up",
            change: RuleEffectTests.Effect.teams { $0.practice.low.changesWithoutImprovement = 1 },
            measure: RuleEffectTests.total(.stepUps), sign: 1),
        RuleEffectTests.Effect(
            rule: "TX-6 who does not improve at step 3 goes elsewhere, after fewer sessions",
            change: RuleEffectTests.Effect.teams { $0.practice.high.changesWithoutImprovement = 1 },
            measure: RuleEffectTests.share(.finishedHighSessions, .finishedWithHigh), sign: -1),
        RuleEffectTests.Effect(
            rule: "PO-2 a split that follows demand gives the list the time it needs",
            change: RuleEffectTests.Effect.teams {
                $0.practice.diary.followsDemand = true
                $0.practice.diary.aimDays = 5
            }, measure: RuleEffectTests.meanFirstWait, sign: -1),
        RuleEffectTests.Effect(
            rule: "CL-2 bookable time that is not there sees nobody",
            change: RuleEffectTests.Effect.teams { $0.practice.workforce.bookableShare = 0.7 },
            measure: RuleEffectTests.total(.attended), sign: -1),
    ]

    /// Hours of attended contact for each whole-time equivalent at work, of the clinicians of a step.
    private static func hoursAtWork(_ step: Step) -> RuleMeasure {
        let roles = Role.allCases.filter { $0.step == step }
        let hours = RuleMeasure.ofRoles(.completedMinutes, of: roles, each: 60, "Hours", .hours)
        let present = RuleMeasure.ofRoles(.presentThousandths, of: roles, each: 1000, "WTE", .wholeTime)
        return RuleMeasure("Hours completed a week for a WTE at work, \(step.name)", .hours) {
            hours($0) / present($0)
        }
    }

    @Test(arguments: effects)
    func actsAsExpected(effect: RuleEffectTests.Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }

    /// What nobody knows is drawn anew in each run: runs differ more, on average they do not, and two scenarios meet
    /// the same values.
    @Test func whatNobodyKnowsIsDrawnForEachRun() {
        var unsure = SampleService.scenario()
        unsure.uncertainty.referrals = 0.2
        let drawn = (0..<400).map {
            unsure.asItMayTurnOut(seed: 5, replication: UInt32($0)).teams[0].referrals.perWeek / 100
        }
        let summary = Summary(drawn)
        // A pair lies on both sides of the middle, which is a little below the mean of a lognormal factor.
        #expect(abs(drawn[6] * drawn[7] - exp(-0.04)) < 1e-9)
        #expect(abs(summary.mean - 1) < 0.01 && abs(summary.variance.squareRoot() - 0.2) < 0.03)
        #expect(drawn[7] == unsure.asItMayTurnOut(seed: 5, replication: 7).teams[0].referrals.perWeek / 100)
        #expect(unsure.asItMayTurnOut(seed: 5, replication: 7).teams[0].practice == unsure.teams[0].practice)
        let sure = SampleService.scenario()
        #expect(sure.asItMayTurnOut(seed: 5, replication: 7).teams[0].referrals == sure.teams[0].referrals)
    }

    /// What is drawn stays what a share can be, however far a draw goes.
    @Test func drawnSharesStayShares() {
        var unsure = SampleService.scenario()
        unsure.uncertainty.lost = 1
        unsure.uncertainty.highShare = 1
        unsure.uncertainty.leavers = 1
        for team in unsure.teams.indices {
            unsure.teams[team].practice.contact.neverAnswers = 0.4
            unsure.teams[team].practice.contact.declines = 0.4
        }
        for replication in 0..<200 as Range<UInt32> {
            let practice = unsure.asItMayTurnOut(seed: 5, replication: replication).teams[0].practice
            let contact = practice.contact
            #expect(contact.neverAnswers > 0 && contact.neverAnswers <= 0.95)
            #expect(contact.declines > 0 && contact.declines + contact.notReady <= 0.951)
            #expect(practice.firstAppointments.lowToHigh >= 0 && practice.firstAppointments.lowToHigh <= 1)
        }
        #expect(unsure.asItMayTurnOut(seed: 5, replication: 0).teams[0].practice != unsure.teams[0].practice)
    }

    /// RF-12: a wait that people are used to puts nobody off, to the last number.
    @Test func aUsualWaitPutsNobodyOff() {
        var changed = SampleService.scenario()
        for team in changed.teams.indices {
            changed.teams[team].practice.contact.declinesPerDayOfWait = 0.02
            changed.teams[team].practice.contact.usualWaitDays = 365
        }
        #expect(SampleRun.records(changed, from: RuleEffectTests.firstDay, seed: 9) == RuleEffectTests.baseline)
    }
}
