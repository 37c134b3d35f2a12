import CareModel
import Replications
public import ServiceSimulation
public import Statistics

/// Forecasts of many invented todays, and what became of everybody: whether of those who are given a chance of 30%,
/// about 30% wait too long.
///
/// Each today is a day in a run of its own of the service. The run's list of that day is forecast as a real list
/// would be, from what a service knows, and the run then goes on to show what happens.
public struct ReliabilityStudy: Sendable {
    /// How each today is forecast: the runs, and the seed; the truth has the seed, each forecast one of its own.
    public var experiment: Experiment
    /// Todays.
    public var todays: Int
    /// Weeks that people are followed.
    public var weeks = 19
    /// How the service moves after each today, in ways that the forecast does not know; nil if it goes on as it was.
    public var drift: ServiceDrift?

    /// A study.
    public init(_ experiment: Experiment, todays: Int) {
        self.experiment = experiment
        self.todays = todays
    }

    /// One promise to people who waited, forecast and seen.
    public struct Promise: Sendable {
        /// Its days.
        public let days: Int
        /// The people who had not waited so long on the day of the forecast.
        public let reliability: Reliability
        /// Of each outcome, the days that were left until the promise would be broken.
        public let daysLeft: [Int]
    }

    /// What a study found.
    public struct Findings: Sendable {
        /// The promises, shortest first.
        public let promises: [Promise]
        /// The days of the first appointments, of those who had one: whether they lay between the day by which one in
        /// ten runs had it and that by which nine in ten had.
        public let days: [RangeOutcome]
    }

    /// Runs the study on the experiment's threads.
    /// - Parameters:
    ///   - believed: what the forecasts take the service to be; nil if they know it as it is.
    ///   - progress: called after each today with how many are done.
    /// - Returns: the promises, shortest first; nil if it was cancelled.
    public func run(
        believing believed: ServiceScenario? = nil, progress: @Sendable (Int) -> Void = { _ in },
        isCancelled: @Sendable () -> Bool = { false }
    ) -> [Promise]? {
        findings(believing: believed, progress: progress, isCancelled: isCancelled)?.promises
    }

    /// Runs the study, as ``run(believing:progress:isCancelled:)`` does, and tells of the days of appointments too.
    public func findings(
        believing believed: ServiceScenario? = nil, progress: @Sendable (Int) -> Void = { _ in },
        isCancelled: @Sendable () -> Bool = { false }
    ) -> Findings? {
        var first = experiment
        first.replications = todays
        // A today is a whole service that goes on.
        first.runsPartsApart = false
        guard let start = StartingPoint.make(for: first, isCancelled: isCancelled) else { return nil }
        let days = Replications.run(
            0..<todays, threads: experiment.threads, progress: progress, isCancelled: isCancelled
        ) { today in
            outcomes(of: today, from: start.day(of: today).whole, believed ?? experiment.scenario)
        }
        guard let days, let promises = days.first?.promises else { return nil }
        return Findings(
            promises: promises.indices.map { index in
                Promise(
                    days: promises[index], reliability: Reliability(days.flatMap { $0.outcomes[index] }),
                    daysLeft: days.flatMap { $0.daysLeft[index] })
            }, days: days.flatMap(\.seen))
    }

    private struct Day: Sendable {
        var promises: [Int] = []
        var outcomes: [[Reliability.Outcome]] = []
        var daysLeft: [[Int]] = []
        var seen: [RangeOutcome] = []
    }

    /// Weeks after the first day at which a today lies: spread over the year, so that every season has some.
    private func lead(_ today: Int) -> Int { 4 + today * 7 % 52 }

    private func outcomes(of today: Int, from first: ServiceSnapshot, _ believed: ServiceScenario) -> Day {
        let lead = lead(today)
        var truth = Simulation(
            experiment.scenario, from: first, seed: experiment.seed, replication: UInt32(today), weeks: lead + weeks,
            keepsEveryone: true)
        let day = first.taken.day + Int32(lead * 7)
        truth.run(until: day)
        let snapshot = truth.snapshot()
        let waits = waits(after: snapshot, of: today, on: day, &truth)

        var forecast = experiment
        forecast.scenario = believed
        forecast.scenario.begin(on: day)
        forecast.seed = experiment.seed &+ UInt64(today) &+ 1
        forecast.threads = 1
        let people = forecast.people(from: snapshot, weeks: weeks) ?? []
        var result = Day(promises: people.first?.promises ?? [])
        result.outcomes = result.promises.map { _ in [] }
        result.daysLeft = result.promises.map { _ in [] }
        let byKey = Dictionary(uniqueKeysWithValues: zip(snapshot.people.map(\.key), waits))
        for person in people {
            guard let wait = byKey[person.key] else { preconditionFailure("a forecast of a stranger") }
            if let seen = wait.seenOn, let days = person.days {
                result.seen.append(
                    RangeOutcome(
                        occasion: today, level: Double(days.middle.number),
                        range: Double(days.early.number)...Double(days.late.number), chance: 0.8,
                        actual: Double(seen.number)))
            }
            for (index, promise) in person.promises.enumerated() where Int(day - person.received.day) <= promise {
                result.outcomes[index].append(
                    Reliability.Outcome(
                        occasion: today, chance: person.chances[index], happened: wait.days > promise))
                result.daysLeft[index].append(promise - Int(day - person.received.day))
            }
        }
        return result
    }

    /// What became of everybody. Without a drift the run goes on, with all that it knows of people; with one the
    /// service goes on from its list with people as a forecast takes them to be, so that only the drift is new.
    private func waits(
        after snapshot: ServiceSnapshot, of today: Int, on day: CivilDay, _ truth: inout Simulation
    ) -> [FirstWait] {
        guard let drift else {
            let numbers = truth.numbersInService()
            truth.run()
            return truth.firstWaits(of: numbers)
        }
        var scenario = drift.drifted(experiment.scenario, seed: experiment.seed, occasion: today)
        scenario.begin(on: day)
        var after = Simulation(
            scenario, from: snapshot, seed: experiment.seed, replication: UInt32(today), weeks: weeks,
            keepsEveryone: true)
        after.run()
        return after.firstWaits(of: snapshot.people.indices)
    }
}
