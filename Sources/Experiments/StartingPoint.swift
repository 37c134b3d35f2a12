public import CareModel
public import ServiceSimulation
import Statistics

/// The first days of a forecast, and how they were made.
///
/// Nobody knows the waiting list of a service that is only described by numbers. Several independent warm-ups give
/// several first days that are all plausible; replications start from each in turn, so that this ignorance shows in the
/// forecast's intervals. A list, or a database, gives one.
public struct StartingPoint: Sendable {
    /// Who is there, on each of the first days.
    public let days: [FirstDay]
    /// Everyone who waits, on all of the first days together (KT-8).
    public let waiting: [WaitingPerson]
    /// How the first days were made.
    public let origin: Origin
    /// Events that fired while they were made.
    public let events: UInt64

    /// How a first day is made.
    public enum Origin: Sendable, Equatable {
        /// From the scenario's own counts.
        case list
        /// From a booking database, as it was at one minute.
        case database(CivilMinute)
        /// From warm-ups of so many weeks, which began with nobody or with the lists that the scenario says. They
        /// settled after some of them, or not; in the last year the number of people in the service still grew by
        /// this share; nil where there are not two years to compare.
        case warmUp(weeks: Int, fromLists: Bool, settledAfter: Int?, growthInLastYear: Double?)
    }

    /// First days that came from elsewhere.
    init(days: [FirstDay], waiting: [WaitingPerson], origin: Origin, events: UInt64) {
        precondition(!days.isEmpty, "a forecast starts from somewhere")
        self.days = days
        self.waiting = waiting
        self.origin = origin
        self.events = events
        warmUps = []
    }

    /// What the first days were made of; empty for those that came from elsewhere.
    private let warmUps: [WarmUpRun]

    /// First days from warm-ups of so many weeks.
    init(_ warmUps: [WarmUpRun], weeks: Int) {
        precondition(!warmUps.isEmpty, "a forecast starts from somewhere")
        self.warmUps = warmUps
        let load = StartingPoint.yearlyLoad(warmUps, weeks: weeks)
        days = warmUps.map(\.day)
        waiting = warmUps.flatMap(\.waiting)
        origin = .warmUp(
            weeks: weeks, fromLists: warmUps[0].beganWithLists, settledAfter: StartingPoint.settled(load),
            growthInLastYear: StartingPoint.growth(load))
        events = warmUps.reduce(0) { $0 + $1.events }
    }

    /// The same first days and more of their kind, so many in all; a list or a database has one, which is known.
    /// - Returns: nil if it was cancelled.
    func grown(to days: Int, for experiment: Experiment, isCancelled: @Sendable () -> Bool) -> StartingPoint? {
        guard !warmUps.isEmpty, warmUps.count < days else { return self }
        let more = StartingPoint.warmUps(Array(warmUps.count..<days), experiment, isCancelled: isCancelled)
        return more.map { StartingPoint(warmUps + $0, weeks: experiment.scenario.start.warmUpWeeks) }
    }

    /// The first day of a service that books: who is there is known.
    public static func database(_ snapshot: ServiceSnapshot, for experiment: Experiment) -> StartingPoint {
        let simulation = Simulation(
            experiment.scenario, from: snapshot, seed: experiment.seed, replication: InitialList.replication, weeks: 1)
        return StartingPoint(
            days: [FirstDay(snapshot, of: experiment.scenario)], waiting: simulation.waiting(),
            origin: .database(snapshot.taken), events: 0)
    }

    /// The first day of a replication.
    func day(of replication: Int) -> FirstDay { days[replication % days.count] }

    /// Makes the first days as the scenario says.
    /// - Returns: nil if it was cancelled.
    public static func make(for experiment: Experiment, isCancelled: @Sendable () -> Bool = { false }) -> StartingPoint?
    {
        switch experiment.scenario.start.origin {
        case .list: fromList(experiment)
        case .warmUp: fromWarmUp(experiment, isCancelled: isCancelled)
        }
    }

    private static func fromList(_ experiment: Experiment) -> StartingPoint {
        let snapshot = InitialList.snapshot(of: experiment.scenario, seed: experiment.seed)
        let simulation = Simulation(
            experiment.scenario, from: snapshot, seed: experiment.seed, replication: InitialList.replication, weeks: 1)
        return StartingPoint(
            days: [FirstDay(snapshot, of: experiment.scenario)], waiting: simulation.waiting(), origin: .list, events: 0
        )
    }

    private static func fromWarmUp(_ experiment: Experiment, isCancelled: @Sendable () -> Bool) -> StartingPoint? {
        warmUps(Array(0..<experiment.dayCount), experiment, isCancelled: isCancelled)
            .map { StartingPoint($0, weeks: experiment.scenario.start.warmUpWeeks) }
    }

    /// A first day by its number, as a run of that number begins with it where each run has a first day of its own. A
    /// list is one, which is known.
    /// - Returns: nil if it was cancelled.
    public static func day(
        _ number: Int, for experiment: Experiment, isCancelled: @Sendable () -> Bool = { false }
    ) -> FirstDay? {
        switch experiment.scenario.start.origin {
        case .list: fromList(experiment).days[0]
        case .warmUp: warmUps([number], experiment, isCancelled: isCancelled)?[0].day
        }
    }

    /// Warm-ups by their numbers: made elsewhere, kept, or made now.
    static func warmUps(
        _ numbers: [Int], _ experiment: Experiment, isCancelled: @Sendable () -> Bool
    ) -> [WarmUpRun]? {
        let keeper = experiment.runsPartsApart ? experiment.keeper : nil
        var runs = numbers.map { number in
            experiment.dayMadeElsewhere(number) ?? keeper?.kept(number).flatMap(WarmUpRun.init(bytes:))
        }
        let unknown = numbers.indices.filter { runs[$0] == nil }
        if !unknown.isEmpty, experiment.isToStop { return nil }
        let missing = unknown.map { numbers[$0] }
        let parts = ExperimentParts(of: experiment)
        let remembers = experiment.memory != nil && !experiment.checksInvariants && !missing.isEmpty
        let words = parts.scenarios.map { remembers ? WarmUpMemory.words($0) : nil }
        let made = parts.run(
            0..<missing.count, threads: experiment.threads, progress: { _ in }, isCancelled: isCancelled,
            body: { part, place in known(experiment, parts.scenarios[part], words[part], number: missing[place]) })
        guard let made else { return nil }
        for (place, found) in zip(unknown, made) {
            let run = joined(found, parts, experiment.scenario)
            keeper?.keep(numbers[place], FirstDayBytes(of: run))
            runs[place] = run
        }
        return runs.compactMap { $0 }
    }

    /// A part that was warmed up before in this process, or is now.
    /// - Parameter words: all that it is; nil if that cannot be said.
    private static func known(
        _ experiment: Experiment, _ scenario: ServiceScenario, _ words: String?, number: Int
    ) -> WarmUpPart {
        guard let memory = experiment.memory, let words else { return warmUp(experiment, scenario, number: number) }
        return memory.part(WarmUpMemory.Key(part: words, seed: experiment.seed, number: number)) {
            warmUp(experiment, scenario, number: number)
        }
    }

    private static func warmUp(_ experiment: Experiment, _ scenario: ServiceScenario, number: Int) -> WarmUpPart {
        var simulation = Simulation(
            scenario, from: firstDayOfWarmUp(of: scenario, seed: experiment.seed), seed: experiment.seed,
            replication: InitialList.replication - UInt32(number), weeks: scenario.start.warmUpWeeks)
        simulation.checksInvariants = experiment.checksInvariants
        simulation.run()
        var snapshot = simulation.snapshot()
        // Whoever begins with the day has other luck.
        snapshot.coming = nil
        let waiting = simulation.waiting()
        return WarmUpPart(snapshot: snapshot, waiting: waiting, record: simulation.finish().packed())
    }

    private static func joined(
        _ found: [WarmUpPart], _ parts: ExperimentParts, _ scenario: ServiceScenario
    ) -> WarmUpRun {
        let record = parts.joined(found.map(\.record))
        func perWeek(_ counter: Counter) -> [Double] {
            (0..<record.weeks).map { week in
                Double(scenario.teams.indices.reduce(0) { $0 + record.count(counter, week: week, team: $1) })
            }
        }
        return WarmUpRun(
            day: FirstDay(parts: found.map(\.snapshot)), beganWithLists: scenario.beginsWithLists,
            waiting: zip(found, parts.teams).flatMap { part, teams in
                part.waiting.map { $0.of(team: teams[$0.team]) }
            }, inService: perWeek(.inService), referrals: perWeek(.referrals), events: record.events)
    }

    /// Who is there when a warm-up begins: the people whom the teams' `initial` sections name, if any wait there, so
    /// that a service with long lists need not spend years on growing them; else nobody.
    public static func firstDayOfWarmUp(of scenario: ServiceScenario, seed: UInt64) -> ServiceSnapshot {
        var past = scenario
        past.starts = scenario.starts - Int32(scenario.start.warmUpWeeks * 7)
        return scenario.beginsWithLists
            ? InitialList.snapshot(of: past, seed: seed) : ServiceSnapshot(taken: past.starts.start)
    }

    /// People in the service for each weekly referral, over each year of the warm-up, mean of the runs: without the
    /// seasons and without the trend of demand. Element w is the year that begins with week w.
    private static func yearlyLoad(_ runs: [WarmUpRun], weeks: Int) -> [Double] {
        let year = 52
        guard weeks > year else { return [] }
        return (0...(weeks - year)).map { first in
            var people = 0.0
            var referrals = 0.0
            for run in runs {
                for week in first..<(first + year) {
                    people += run.inService[week]
                    referrals += run.referrals[week]
                }
            }
            return people / max(1, referrals)
        }
    }

    /// After how many weeks the load had settled, by the MSER-5 rule.
    private static func settled(_ load: [Double]) -> Int? {
        guard case .detected(let truncation) = WarmUp.mser5(load) else { return nil }
        return truncation
    }

    /// Growth of the load from the year before the last to the last; nil if it cannot be measured.
    private static func growth(_ load: [Double]) -> Double? {
        guard load.count > 52, let last = load.last, load[load.count - 53] > 0 else { return nil }
        return last / load[load.count - 53] - 1
    }
}
