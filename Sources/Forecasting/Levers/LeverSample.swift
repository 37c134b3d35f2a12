import CareModel
import Experiments
import Reporting
import ServiceSimulation
import Statistics

/// What one run says of one team, or of all of them: what a change is told by, and what changes are ranked by.
struct LeverSample: Sendable, Equatable {
    /// The measures of ``TriedLever/measures(_:)``, in order.
    var measures: [Double?]
    /// People who pass a promised day, each once a promise.
    var broken: Double
    /// People who wait, mean of the weeks' ends.
    var waiting: Double

    /// Reads a record.
    init(_ record: ReplicationRecord, teams: [Int], weeks: Int, of scenario: ServiceScenario) {
        func value(_ measure: Measure) -> Double? { record.value(measure, teams: teams, weeks: weeks, of: scenario) }
        measures = TriedLever.measures(scenario.standards).map(value)
        broken = LeverSample.promises(scenario.standards).reduce(0) { $0 + (value($1) ?? 0) }
        waiting = WaitingQueue.all.reduce(0) { $0 + (value($1.measure) ?? 0) }
    }

    /// The promises by who passes their day.
    private static func promises(_ standards: Standards) -> [Measure] {
        standards.distinct(PromisedMeasure.allBreaches + PromisedMeasure.allSecondBreaches).compactMap(Measure.of)
    }
}

/// How much of a service's trouble a change takes away.
enum LeverScore {
    /// The share of the service's broken promises that are kept, and the share of those waiting who do not, together;
    /// less than nought where it gets worse.
    /// - Parameters:
    ///   - changed: runs with the change, of the teams in which it acts.
    ///   - base: the same runs of the same teams without it.
    ///   - service: the same runs of the whole service without it.
    static func of(_ changed: [LeverSample], base: [LeverSample], service: [LeverSample]) -> Double {
        share(base.map(\.broken), changed.map(\.broken), of: service.map(\.broken))
            + share(base.map(\.waiting), changed.map(\.waiting), of: service.map(\.waiting))
    }

    private static func share(_ base: [Double], _ changed: [Double], of service: [Double]) -> Double {
        let whole = service.reduce(0, +)
        return whole > 0 ? (base.reduce(0, +) - changed.reduce(0, +)) / whole : 0
    }
}
