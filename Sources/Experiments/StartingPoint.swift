public import CareModel
public import ServiceSimulation
import Statistics

/// The first day of a forecast, and how it was made.
public struct StartingPoint: Sendable {
    /// Who is there.
    public let snapshot: ServiceSnapshot
    /// Everyone who waits on the first day (KT-8).
    public let waiting: [WaitingPerson]
    /// How the first day was made.
    public let origin: Origin
    /// Events that fired while it was made.
    public let events: UInt64

    /// How a first day is made.
    public enum Origin: Sendable, Equatable {
        /// From the scenario's own counts.
        case list
        /// From a warm-up of so many weeks that settled after some of them; nil if it did not settle.
        case warmUp(weeks: Int, settledAfter: Int?)
    }

    /// A first day from a snapshot that came from elsewhere.
    public init(snapshot: ServiceSnapshot, waiting: [WaitingPerson], origin: Origin, events: UInt64) {
        self.snapshot = snapshot
        self.waiting = waiting
        self.origin = origin
        self.events = events
    }

    /// Makes the first day as the scenario says.
    public static func make(for experiment: Experiment) -> StartingPoint {
        switch experiment.scenario.start.origin {
        case .list: fromList(experiment)
        case .warmUp: fromWarmUp(experiment)
        }
    }

    private static func fromList(_ experiment: Experiment) -> StartingPoint {
        let snapshot = InitialList.snapshot(of: experiment.scenario, seed: experiment.seed)
        let simulation = Simulation(
            experiment.scenario, from: snapshot, seed: experiment.seed, replication: InitialList.replication, weeks: 1)
        return StartingPoint(snapshot: snapshot, waiting: simulation.waiting(), origin: .list, events: 0)
    }

    /// Runs the service from empty until the scenario's first day. Whether it settled is judged on the number of people
    /// in the service at the end of each week, by the MSER-5 rule.
    private static func fromWarmUp(_ experiment: Experiment) -> StartingPoint {
        let scenario = experiment.scenario
        let weeks = scenario.start.warmUpWeeks
        let empty = ServiceSnapshot(taken: (scenario.starts - Int32(weeks * 7)).start)
        var simulation = Simulation(
            scenario, from: empty, seed: experiment.seed, replication: InitialList.replication, weeks: weeks)
        simulation.checksInvariants = experiment.checksInvariants
        simulation.run()
        let snapshot = simulation.snapshot()
        let waiting = simulation.waiting()
        let record = simulation.finish()
        let inService = (0..<weeks).map { week in
            Double(scenario.teams.indices.reduce(0) { $0 + record.count(.inService, week: week, team: $1) })
        }
        return StartingPoint(
            snapshot: snapshot, waiting: waiting,
            origin: .warmUp(weeks: weeks, settledAfter: settled(inService)), events: record.events)
    }

    private static func settled(_ series: [Double]) -> Int? {
        guard series.count >= 20, case .detected(let truncation) = WarmUp.mser5(series) else { return nil }
        return truncation
    }
}
