import CareModel

@testable import ServiceSimulation

/// Runs of the sample service for tests.
enum SampleRun {
    /// A service that has run long enough to be busy, restored from the snapshot of its first day.
    static func settled(
        _ scenario: ServiceScenario, seed: UInt64, replication: UInt32 = 0, weeks: Int, checks: Bool = false
    ) -> Simulation {
        var simulation = Simulation(
            scenario, from: firstDay(scenario, seed: seed), seed: seed, replication: replication, weeks: weeks)
        simulation.checksInvariants = checks
        return simulation
    }

    /// The snapshot after a warm-up of a year and a half.
    static func firstDay(_ scenario: ServiceScenario, seed: UInt64) -> ServiceSnapshot {
        let weeks = 78
        let empty = ServiceSnapshot(taken: (scenario.starts - Int32(weeks * 7)).start)
        var warmUp = Simulation(
            scenario, from: empty, seed: seed, replication: InitialList.replication, weeks: weeks)
        warmUp.run()
        return warmUp.snapshot()
    }

    /// Records of some replications from one first day, with an optional change of the scenario after that day.
    static func records(
        _ scenario: ServiceScenario, from snapshot: ServiceSnapshot, seed: UInt64 = 1, replications: Int = 8,
        weeks: Int = 52
    ) -> [ReplicationRecord] {
        (0..<replications).map { replication in
            var simulation = Simulation(
                scenario, from: snapshot, seed: seed, replication: UInt32(replication), weeks: weeks)
            simulation.run()
            return simulation.finish()
        }
    }
}
