public import CareModel
import Replications
import ServiceSimulation
import Statistics

/// What is likely to become of one person who waits for a first appointment (KP-1).
public struct PersonForecast: Sendable, Equatable {
    /// The person's key in the snapshot.
    public let key: UInt64
    /// When the referral was received.
    public let received: CivilMinute
    /// Index of the team.
    public let team: Int
    /// The chance of waiting longer than each promise of the standards, in the order of ``promises``; of someone who
    /// has waited longer already, 1.
    public let chances: [Double]
    /// The days of the promises that ``chances`` are about: the service's own, and the national ones of other days.
    public let promises: [Int]
    /// Whether each promise was broken already on the day of the forecast, which no run was needed to see.
    public let isBroken: [Bool]
    /// Runs that the chances are shares of.
    public let runs: Int
    /// The chance of being seen at all within the weeks of the forecast.
    public let isSeen: Double
    /// The tenth, fiftieth and ninetieth centile of the day of the first appointment, of the runs in which it took
    /// place; nil if it took place in none.
    public let days: (early: CivilDay, middle: CivilDay, late: CivilDay)?

    /// The same forecast.
    public static func == (one: PersonForecast, other: PersonForecast) -> Bool {
        one.key == other.key && one.chances == other.chances && one.isSeen == other.isSeen
            && one.days?.early == other.days?.early && one.days?.middle == other.days?.middle
            && one.days?.late == other.days?.late
    }
}

extension Experiment {
    /// Follows everyone who waits for a first appointment on a first day, run by run.
    /// - Parameters:
    ///   - snapshot: who is there.
    ///   - weeks: how far each run goes: 19 see the longest national promise of somebody who was referred today.
    /// - Returns: one forecast for each person before a first appointment, in the order of the snapshot; nil if it was
    ///   cancelled.
    public func people(
        from snapshot: ServiceSnapshot, weeks: Int, isCancelled: @Sendable () -> Bool = { false }
    ) -> [PersonForecast]? {
        let runs = Replications.run(
            0..<replications, threads: threads, progress: { _ in }, isCancelled: isCancelled,
            body: { replication in
                var simulation = Simulation(
                    scenario.asItMayTurnOut(seed: seed, replication: UInt32(replication)), from: snapshot, seed: seed,
                    replication: UInt32(replication), weeks: weeks,
                    keepsEveryone: true)
                simulation.run()
                return simulation.firstWaits(of: snapshot.people.indices)
            })
        guard let runs else { return nil }
        let promises = scenario.standards.breachDays
        return snapshot.people.indices.compactMap { index in
            guard snapshot.people[index].episode.state.isBeforeFirstAppointment else { return nil }
            return forecast(
                snapshot.people[index], runs.map { $0[index] }, promises: promises, today: snapshot.taken.day)
        }
    }

    private func forecast(
        _ person: Person, _ waits: [FirstWait], promises: [Int], today: CivilDay
    ) -> PersonForecast {
        let seen = waits.compactMap(\.seenOn).map { Double($0.number) }.sorted()
        let chances = promises.map { promise in
            Double(waits.filter { $0.days > promise }.count) / Double(max(1, waits.count))
        }
        func day(_ share: Double) -> CivilDay {
            CivilDay(number: Int32(quantile(share, ofAscending: seen).rounded()))
        }
        return PersonForecast(
            key: person.key, received: person.referral.received, team: Int(person.referral.team), chances: chances,
            promises: promises, isBroken: promises.map { Int(today - person.referral.received.day) > $0 },
            runs: waits.count, isSeen: Double(seen.count) / Double(max(1, waits.count)),
            days: seen.isEmpty ? nil : (day(0.1), day(0.5), day(0.9)))
    }
}
