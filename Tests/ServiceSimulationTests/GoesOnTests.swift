import Allocation
import CareModel
import Foundation
import Testing

@testable import ServiceSimulation

/// A first day is the day before it, gone on: a snapshot that is taken and restored changes nothing.
@Suite struct GoesOnTests {
    /// With the same scenario and luck a run goes on to the last bit as if it had never stopped: everything that
    /// is known, unseen and to come is the same weeks later, and every count in between.
    @Test(arguments: ShippedService.names)
    func aShippedServiceGoesOn(name: String) throws {
        try goesOn(ShippedService.small(name), weeks: 26, from: [1, 9 * 7, 17 * 7 + 3])
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func everyRuleGoesOn(seed: UInt64) throws {
        try goesOn(EveryRule.scenario(), seed: seed, weeks: 40, from: [6 * 7, 13 * 7 + 2, 20 * 7, 27 * 7 + 5, 34 * 7])
    }

    /// The same in the middle of a day, between any two minutes.
    @Test func everyRuleGoesOnInTheMiddleOfADay() throws {
        try goesOn(EveryRule.scenario(), weeks: 26, from: [15 * 7 + 1, 18 * 7 + 2], minute: 10 * 60 + 37)
    }

    /// With other luck all that has happened, and all that nobody sees, is the same on the first day.
    @Test func otherLuckChangesNothingThatHasHappened() throws {
        let scenario = EveryRule.scenario()
        var whole = Simulation(
            scenario, from: ServiceSnapshot(taken: (scenario.starts - 280).start), seed: 4, replication: 3, weeks: 40)
        whole.run()
        let snapshot = whole.snapshot()
        let restored = Simulation(scenario, from: snapshot, seed: 4, replication: 8, weeks: 4).snapshot()
        #expect(snapshot.people.count > 300)
        for (before, after) in zip(snapshot.people, restored.people) {
            var (before, after) = (before, after)
            // When somebody out of touch calls is still to come.
            before.facts.nextActionDue = after.facts.nextActionDue
            before.unseen?.willCall = false
            after.unseen?.willCall = false
            #expect(before == after)
        }
        #expect(restored.people.count == snapshot.people.count)
        #expect(restored.appointments == snapshot.appointments)
        #expect(restored.groups == snapshot.groups)
        #expect(restored.firstShares == snapshot.firstShares)
        #expect(restored.running == snapshot.running)
        for (before, after) in zip(snapshot.posts, restored.posts) {
            #expect(before.running == after.running)
            #expect(before.holder == after.holder && before.vacantUntil == after.vacantUntil)
        }
    }

    private func goesOn(
        _ scenario: ServiceScenario, seed: UInt64 = 1, weeks: Int, from days: [Int], minute: Int = 0
    ) throws {
        let first = scenario.starts - Int32(weeks * 7)
        var past = scenario
        past.starts = first
        let start =
            scenario.teams.contains { $0.initial.isAnybodyWaiting }
            ? InitialList.snapshot(of: past, seed: seed) : ServiceSnapshot(taken: first.start)
        var whole = Simulation(scenario, from: start, seed: seed, replication: 3, weeks: weeks)
        let end = scenario.starts - 7
        var stops: [(snapshot: ServiceSnapshot, record: ReplicationRecord, events: UInt64)] = []
        for day in days {
            whole.run(before: CivilMinute(day: first + Int32(day), minuteOfDay: minute))
            stops.append((whole.snapshot(), whole.recording.record, whole.processedEvents))
        }
        whole.run(until: end)
        let last = Self.comparable(whole.snapshot(), before: scenario.starts)
        for (day, stop) in zip(days, stops) {
            var rest = Simulation(
                scenario, from: stop.snapshot, seed: seed, replication: 3, weeks: weeks - day / 7)
            rest.checksInvariants = true
            rest.run(until: end)
            let again = Self.comparable(rest.snapshot(), before: scenario.starts)
            let what = "\(scenario.name), seed \(seed), day \(day)"
            Self.expectEqual(again, last, what)
            let flows = Counter.allCases.filter { !Self.stocks.contains($0) && !Self.isBookedBack($0) }
            for team in scenario.teams.indices {
                for counter in flows {
                    let before = stop.record.total(counter, team: team)
                    #expect(
                        rest.recording.record.total(counter, team: team) + before
                            == whole.recording.record.total(counter, team: team),
                        "\(what), \(counter)")
                }
            }
            #expect(
                rest.recording.record.waits.indices.allSatisfy {
                    rest.recording.record.waits[$0] + stop.record.waits[$0] == whole.recording.record.waits[$0]
                })
            guard day % 7 == 0, minute == 0 else { continue }
            // Week by week to the last number, where the weeks are the same.
            let counts = whole.recording.record.counts.count / weeks * (day / 7)
            let done =
                rest.recording.record.counts.count - 2 * rest.recording.record.counts.count
                / rest.recording.record.weeks
            #expect(
                rest.recording.record.counts.prefix(done)
                    == whole.recording.record.counts.dropFirst(counts).prefix(done), "\(what)")
            let roles = whole.recording.record.roleCounts.count / weeks * (day / 7)
            let closed =
                rest.recording.record.roleCounts.count - 2 * rest.recording.record.roleCounts.count
                / rest.recording.record.weeks
            #expect(
                rest.recording.record.roleCounts.prefix(closed)
                    == whole.recording.record.roleCounts.dropFirst(roles).prefix(closed),
                "\(what)")
        }
    }

    /// What both runs can have: a run that ends later has more that is to come behind the end of the other.
    private static func comparable(_ snapshot: ServiceSnapshot, before end: CivilDay) -> ServiceSnapshot {
        var snapshot = snapshot
        snapshot.coming?.events.removeAll { $0.minute >= end.start }
        for post in snapshot.posts.indices {
            snapshot.posts[post].running?.decided.removeAll { $0.minute >= end.start }
        }
        return snapshot
    }

    /// Says where two snapshots differ, rather than that they do.
    private static func expectEqual(_ one: ServiceSnapshot, _ other: ServiceSnapshot, _ what: String) {
        #expect(one.people.count == other.people.count, "\(what)")
        if let (here, there) = zip(one.people, other.people).first(where: { $0 != $1 }) {
            Issue.record("\(what): \(here) is \(there)")
        }
        if let (here, there) = zip(one.posts, other.posts).first(where: { $0 != $1 }) {
            Issue.record("\(what): \(here) is \(there)")
        }
        #expect(one.appointments == other.appointments, "\(what)")
        #expect(one.running == other.running, "\(what)")
        #expect(one.groups == other.groups && one.employment == other.employment, "\(what)")
        #expect(one.coming?.numbers == other.coming?.numbers, "\(what)")
        #expect(one.coming?.freeNumbers == other.coming?.freeNumbers, "\(what)")
        let events = zip(one.coming?.events ?? [], other.coming?.events ?? [])
        if let (here, there) = events.first(where: { $0 != $1 }) { Issue.record("\(what): \(here) is \(there)") }
        #expect(one == other, "\(what)")
    }

    /// Counted in the week in which a promise was broken, once the wait is over: what was broken before a first day is
    /// no part of the record that begins with it.
    private static func isBookedBack(_ counter: Counter) -> Bool {
        "\(counter)".hasPrefix("breaches") || "\(counter)".contains("Passed")
    }

    /// Counted at the end of a week, and not when something happens.
    private static let stocks: Set<Counter> = [
        .waitingFirstAppointment, .firstAppointmentBooked, .beforeFirstAppointment, .waitingLow, .waitingHigh,
        .waitingStepUp, .inTreatmentLow, .inTreatmentHigh, .onHold, .inService, .firstWaitP90, .expectedFirstWait,
        .employmentWaiting, .adviserThousandths, .clinicianThousandths,
    ]
}
