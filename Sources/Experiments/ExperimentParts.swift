import CareModel
import Replications
import ServiceSimulation

/// The parts of a service that are run by themselves, in the caches and on any thread, and joined in their order: the
/// result is that of running them together, byte for byte.
struct ExperimentParts: Sendable {
    /// Indices of the teams of each part.
    let teams: [[Int]]
    /// Each part as a service.
    let scenarios: [ServiceScenario]
    /// Who the teams of each part are.
    private let keys: [[UInt64]]
    /// The parts, those with most people first: what is long is begun first.
    private let order: [Int]

    init(of experiment: Experiment) {
        let scenario = experiment.scenario
        let parts = experiment.runsPartsApart ? scenario.parts : [Array(scenario.teams.indices)]
        teams = parts
        scenarios = parts.count == 1 ? [scenario] : parts.map(scenario.only)
        let all = scenario.teamKeys
        keys = parts.map { part in part.map { all[$0] } }
        let people = scenarios.map { part in part.teams.reduce(0) { $0 + $1.referrals.perWeek } }
        order = parts.indices.sorted { (people[$1], $0) < (people[$0], $1) }
    }

    /// Parts.
    var count: Int { teams.count }

    /// Runs pieces of work, one a part and number, side by side.
    /// - Parameters:
    ///   - numbers: replications, or first days.
    ///   - progress: called from any thread with the numbers of which all parts are done.
    ///   - isCancelled: asked between pieces.
    ///   - body: a piece: the part, and the number.
    /// - Returns: the parts of each number, in order; nil if it was cancelled.
    func run<Result: Sendable>(
        _ numbers: Range<Int>, threads: Int, progress: @Sendable (Int) -> Void, isCancelled: @Sendable () -> Bool,
        body: @Sendable (_ part: Int, _ number: Int) -> Result
    ) -> [[Result]]? {
        let (order, count) = (order, count)
        let found = Replications.run(
            0..<numbers.count * count, threads: threads,
            progress: { if $0 % count == 0 { progress($0 / count) } }, isCancelled: isCancelled,
            body: { body(order[$0 % count], numbers.lowerBound + $0 / count) })
        guard let found else { return nil }
        return numbers.indices.map { number in
            var parts = [Result?](repeating: nil, count: count)
            for (place, part) in order.enumerated() {
                parts[part] = found[(number - numbers.lowerBound) * count + place]
            }
            return parts.compactMap { $0 }
        }
    }

    /// What a part begins with on a first day.
    func snapshot(_ part: Int, on day: FirstDay) -> ServiceSnapshot {
        count == 1 ? day.whole : day.of(teams: keys[part])
    }

    /// One record of all parts, packed as they are.
    func joined(_ records: [ReplicationRecord]) -> ReplicationRecord {
        records.count == 1 ? records[0] : ReplicationRecord(joining: records, of: teams).packed()
    }
}
