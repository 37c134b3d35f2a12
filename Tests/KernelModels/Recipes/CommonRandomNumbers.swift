import EventKernel
import RandomStreams
import Replications
import Stations
public import Statistics

/// Common random numbers: two designs over the same people, so that what differs is the design.
public struct CommonRandomNumbers: Sendable {
    public init() {}

    /// The mean wait with five who answer less that with six, by replications in pairs.
    ///
    /// - Parameters:
    ///   - replications: at least two.
    ///   - sharesLuck: whether both meet the same people; else each its own.
    public func difference(replications: Int, sharesLuck: Bool) -> PairedDifference {
        let five = PatientCallers(rate: 1.6, servers: 5, service: .exponential(mean: 2.5))
        let six = PatientCallers(rate: 1.6, servers: 6, service: .exponential(mean: 2.5))
        let waits = Replications.run(replications, threads: 2) { replication in
            [five, six].enumerated().map { place, design in
                let seed: UInt64 = sharesLuck || place == 0 ? 1 : 2
                let desk = design.run(warmUp: 100, until: 3000, seed: seed, replication: UInt32(replication))
                return desk.waits.mean ?? 0
            }
        }
        return PairedDifference(first: waits.map { $0[0] }, second: waits.map { $0[1] })
    }
}
