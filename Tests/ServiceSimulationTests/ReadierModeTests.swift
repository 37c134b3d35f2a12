import Allocation
import CareModel
import Statistics
import Testing

@testable import ServiceSimulation

/// Psycho-educational courses and computerised CBT (TX-4, TX-5, KT-6, PO-4): paired differences over the same luck, and
/// what must never happen.
@Suite struct ReadierModeTests {
    private static func groups(
        _ more: @escaping @Sendable (inout Practice) -> Void = { _ in }
    ) -> @Sendable (inout ServiceScenario) -> Void {
        RuleEffectTests.Effect.teams {
            $0.practice.groups.rule.isOn = true
            $0.practice.groups.takenUpAtFirst = 0.3
            more(&$0.practice)
        }
    }

    private static func computerised(
        _ more: @escaping @Sendable (inout Practice) -> Void = { _ in }
    ) -> @Sendable (inout ServiceScenario) -> Void {
        RuleEffectTests.Effect.teams {
            $0.practice.computerised.rule.isOn = true
            $0.practice.computerised.takenUpAtFirst = 0.5
            $0.practice.computerised.takenUpAtCalls = 0.5
            more(&$0.practice)
        }
    }

    static let effects: [RuleEffectTests.Effect] = [
        RuleEffectTests.Effect(
            rule: "TX-4 a service that runs courses runs some",
            change: groups(), measure: RuleEffectTests.total(.groupsRun), sign: 1),
        RuleEffectTests.Effect(
            rule: "TX-4 a course that is too small is cancelled",
            change: groups { $0.groups.rule.smallest = 60 }, measure: RuleEffectTests.total(.groupsCancelled), sign: 1),
        RuleEffectTests.Effect(
            rule: "TX-5 support contacts are treatment: the second comes sooner", change: computerised(),
            measure: RuleEffectTests.share(.secondTreatmentWaitDays, .secondTreatments), sign: -1),
        RuleEffectTests.Effect(
            rule: "KT-6 who recovers with computerised therapy needs no more",
            change: RuleEffectTests.Effect.teams { $0.practice.computerised.endsWhenRecovered = 1 },
            measure: RuleEffectTests.ends(.noLongerNeeded), sign: 1,
            given: computerised {
                $0.computerised.change = 12
                $0.computerised.takenUpAtFirst = 0.9
                $0.computerised.endsWhenRecovered = 0
            }, replications: 40),
        RuleEffectTests.Effect(
            rule: "PO-4 guided self-help first brings more people a first session at step 2",
            change: RuleEffectTests.Effect.teams { $0.practice.firstAppointments.selfHelpFirst = 0.7 },
            measure: RuleEffectTests.total(.assessmentToLow), sign: 1),
    ]

    @Test(arguments: effects)
    func actsAsExpected(effect: RuleEffectTests.Effect) { #expect(effect.surprise == nil, "\(effect.rule)") }

    /// TX-4, PO-4: where step 2 has a list, courses take people off it.
    @Test func seatsShortenTheList() {
        func waiting(_ isOn: Bool) -> [Double] {
            var scenario = Self.longCourses
            if isOn { Self.groups { $0.groups.rule.everyWeeks = 2 }(&scenario) }
            return SampleRun.records(scenario, from: Self.busyDay, seed: 9, replications: 6)
                .map { record in
                    (26..<52).reduce(0) { sum, week in
                        sum + (0..<2).reduce(0) { $0 + Double(record.count(.waitingLow, week: week, team: $1)) }
                    }
                }
        }
        let difference = PairedDifference(first: waiting(true), second: waiting(false)).interval
        #expect(difference.upperBound < 0, "\(difference)")
    }

    /// The sample service with courses at step 2 so long that its list grows.
    private static let longCourses: ServiceScenario = {
        var scenario = SampleService.scenario()
        for team in scenario.teams.indices {
            scenario.teams[team].practice.low.neededSessions = 12
            scenario.teams[team].practice.low.endsWhenRecovered = 0
            scenario.teams[team].practice.low.stopsEarly = 0
            scenario.teams[team].practice.low.rule.usualContacts = 20
            scenario.teams[team].practice.low.rule.agreedContacts = 20
        }
        return scenario
    }()

    private static let busyDay = SampleRun.firstDay(longCourses, seed: 9)

    /// Nobody who takes nothing is touched, to the last number.
    @Test func whatNobodyTakesChangesNothing() {
        var before = SampleService.scenario()
        for team in before.teams.indices { before.teams[team].practice.keepingInTouch.readier = 0 }
        var changed = before
        for team in changed.teams.indices {
            changed.teams[team].practice.computerised.rule.isOn = true
            changed.teams[team].practice.computerised.takenUpAtFirst = 0
            changed.teams[team].practice.computerised.takenUpAtCalls = 0
        }
        #expect(
            SampleRun.records(changed, from: RuleEffectTests.firstDay, seed: 9, replications: 2)
                == SampleRun.records(before, from: RuleEffectTests.firstDay, seed: 9, replications: 2))
    }

    /// A course that never finds its people runs never.
    @Test func tooSmallACourseNeverRuns() {
        var scenario = SampleService.scenario()
        Self.groups { $0.groups.rule.smallest = 60 }(&scenario)
        for record in SampleRun.records(scenario, from: RuleEffectTests.firstDay, seed: 9, replications: 2) {
            #expect(RuleEffectTests.total(.groupsRun)(record) == 0)
            #expect(RuleEffectTests.total(.groupsPutOff)(record) > 0)
        }
    }

    /// BK-1, KP-10: with courses and computerised CBT everybody is in one place, no seat is given twice, and no course
    /// has more people than seats, while staff fall ill and leave; the engine traps otherwise.
    @Test(arguments: [UInt64(5), 6, 7])
    func nobodyVanishesAndNoSeatIsGivenTwice(seed: UInt64) {
        var scenario = Self.longCourses
        Self.groups {
            $0.groups.takenUpAtFirst = 0.8
            $0.groups.takenUpAtCalls = 0.5
            $0.groups.rule.largest = 7
            $0.groups.rule.everyWeeks = 2
            $0.workforce.sickness = 0.15
            $0.workforce.lowLeaversPerYear = 0.6
        }(&scenario)
        Self.computerised()(&scenario)
        var simulation = SampleRun.settled(scenario, seed: seed, weeks: 52, checks: true)
        simulation.run()
        let record = simulation.finish()
        let run = RuleEffectTests.total(.groupsRun)(record)
        let filled = RuleEffectTests.total(.groupSeatsFilled)(record)
        #expect(run > 5 && filled > run && filled <= run * 7)
        #expect(RuleEffectTests.total(.supportContacts)(record) > 50)
    }

    /// Courses, seats and computerised CBT go through the door between the two clocks.
    @Test func snapshotsHoldCoursesAndSupport() throws {
        var scenario = Self.longCourses
        Self.groups()(&scenario)
        Self.computerised()(&scenario)
        // Few work with it on any one day: the first of some first days with somebody who does.
        let known = try #require(
            (UInt64(4)..<40).lazy.map { (seed: $0, day: SampleRun.firstDay(scenario, seed: $0)) }
                .first { $0.day.people.contains { $0.facts.supportContactsLeft != nil } })
        let snapshot = known.day
        #expect(snapshot.groups.count > 1 && snapshot.groups.contains { !$0.members.isEmpty })
        let restored = Simulation(scenario, from: snapshot, seed: known.seed, replication: 7, weeks: 4).snapshot()
        #expect(Array(restored.groups.prefix(snapshot.groups.count)) == snapshot.groups)
        #expect(restored.appointments == snapshot.appointments)
        #expect(restored.people.map(\.episode) == snapshot.people.map(\.episode))
        #expect(restored.people.map(\.facts.supportContactsLeft) == snapshot.people.map(\.facts.supportContactsLeft))
    }
}
