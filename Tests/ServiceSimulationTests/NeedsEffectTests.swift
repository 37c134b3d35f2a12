import CareModel
import ServiceSimulation
import Statistics
import Testing

/// What people ask for beside time acts (KT-10, EQ-2, CL-9): paired differences over the same luck, as for other rules.
@Suite struct NeedsEffectTests {
    static let effects: [RuleEffectTests.Effect] = [
        RuleEffectTests.Effect(
            rule: "KT-10 who asks for a man waits for one of few",
            change: RuleEffectTests.Effect.teams {
                $0.referrals.asks.maleTherapist = 0.6
                for group in $0.staff.indices { $0.staff[group].women = 0.8 }
            }, measure: RuleEffectTests.meanFirstWait, sign: 1),
        RuleEffectTests.Effect(
            rule: "EQ-2 nobody speaks the language, and no interpreter will do",
            change: RuleEffectTests.Effect.teams {
                $0.referrals.asks.languages = [0.3]
                $0.referrals.asks.interpreter = 0
            }, measure: RuleEffectTests.total(.firstAppointments), sign: -1),
        RuleEffectTests.Effect(
            rule: "EQ-2 with an interpreter people are seen whose language nobody speaks",
            change: RuleEffectTests.Effect.teams { $0.referrals.asks.interpreter = 1 },
            measure: RuleEffectTests.total(.firstAppointments), sign: 1,
            given: RuleEffectTests.Effect.teams {
                $0.referrals.asks.languages = [0.3]
                $0.referrals.asks.interpreter = 0
            }),
        RuleEffectTests.Effect(
            rule: "EQ-2 interpreters take time, so that fewer are seen",
            change: RuleEffectTests.Effect.teams {
                $0.referrals.asks.languages = [1]
                $0.referrals.asks.interpreter = 1
                $0.practice.diary.interpreterMinutes = 40
            }, measure: RuleEffectTests.total(.firstAppointments), sign: -1),
        RuleEffectTests.Effect(
            rule: "CL-9 one room for everybody",
            change: RuleEffectTests.Effect.teams {
                $0.referrals.asks.faceToFace = 1
                $0.rooms.perVenue = [1]
            }, measure: RuleEffectTests.total(.firstAppointments), sign: -1),
        RuleEffectTests.Effect(
            rule: "BK-9 venues that close early hold fewer",
            change: RuleEffectTests.Effect.teams {
                $0.referrals.asks.faceToFace = 1
                $0.rooms.perVenue = [40]
                $0.rooms.hours = MinutesOfDay(start: 9 * 60, end: 11 * 60)
            }, measure: RuleEffectTests.total(.firstAppointments), sign: -1),
        RuleEffectTests.Effect(
            rule: "EQ-5 one accessible room for those who need it",
            change: RuleEffectTests.Effect.teams {
                $0.referrals.asks.faceToFace = 1
                $0.referrals.asks.accessible = 0.6
                $0.rooms.perVenue = [40]
                $0.rooms.accessiblePerVenue = [1]
            }, measure: RuleEffectTests.total(.firstAppointments), sign: -1),
    ]

    @Test(arguments: effects)
    func actsAsExpected(effect: RuleEffectTests.Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }

    /// Rooms that nobody asks for, and languages that nobody needs, change nothing at all.
    @Test func whatNobodyAsksForChangesNothing() {
        var changed = SampleService.scenario()
        for team in changed.teams.indices {
            changed.teams[team].rooms.perVenue = [1]
            for group in changed.teams[team].staff.indices {
                changed.teams[team].staff[group].women = 0.1
                changed.teams[team].staff[group].languages = [3]
            }
        }
        #expect(SampleRun.records(changed, from: RuleEffectTests.firstDay, seed: 9) == RuleEffectTests.baseline)
    }

    /// With a room and a speaker for everybody, asking costs nothing.
    @Test func whatIsPlentyCostsNothing() {
        var changed = SampleService.scenario()
        for team in changed.teams.indices {
            changed.teams[team].referrals.asks.faceToFace = 1
            changed.teams[team].referrals.asks.languages = [1]
            changed.teams[team].rooms.perVenue = [60]
            for group in changed.teams[team].staff.indices { changed.teams[team].staff[group].languages = [1] }
        }
        let after = SampleRun.records(changed, from: RuleEffectTests.firstDay, seed: 9)
        let seen = RuleEffectTests.total(.firstAppointments)
        let difference = PairedDifference(
            first: after.map(seen.value), second: RuleEffectTests.baseline.map(seen.value))
        #expect(difference.interval.lowerBound <= 0 && difference.interval.upperBound >= -40, "\(difference.interval)")
    }
}
