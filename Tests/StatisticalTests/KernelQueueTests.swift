import EventKernel
import KernelModels
import Testing

/// Queues against their formulas.
///
/// The eleven comparisons of this file share a family-wise false alarm rate of 0.001: by Bonferroni, each interval has
/// a two-sided error of 0.001 / 11 = 9.1e-5, for which Student's t with 19 degrees of freedom is 4.94. The seeds are
/// fixed, so a test that passes goes on passing until the code or the numbers change.
@Suite("Kernel: queues with known answers")
struct KernelQueueTests {
    private static let replications: UInt32 = 20
    private static let quantile = 4.94

    struct Case: CustomStringConvertible, Sendable {
        var interarrival: Double
        var service: Double
        var servers: Int
        /// As printed; nil where the formula alone is the reference.
        var wait: Double?
        var departures: Int
        /// The half-width that the interval must keep within, as a share of the expected wait, for a test with teeth.
        var resolution: Double

        var utilisation: Double { service / interarrival / Double(servers) }
        var description: String { "M/M/\(servers) at utilisation \(utilisation)" }
    }

    static let cases = [
        Case(interarrival: 10, service: 3, servers: 2, wait: 0.0691, departures: 20_000, resolution: 0.1),
        Case(interarrival: 6, service: 4, servers: 2, wait: 0.5, departures: 10_000, resolution: 0.1),
        Case(interarrival: 4, service: 3, servers: 1, wait: 9, departures: 20_000, resolution: 0.1),
        Case(interarrival: 5.5, service: 5, servers: 3, wait: 0.1717, departures: 20_000, resolution: 0.1),
        Case(interarrival: 8, service: 4, servers: 1, wait: 4, departures: 10_000, resolution: 0.1),
        Case(interarrival: 4, service: 10, servers: 4, wait: 2.1324, departures: 10_000, resolution: 0.1),
        Case(interarrival: 1, service: 1.8, servers: 2, wait: nil, departures: 50_000, resolution: 0.15),
        Case(interarrival: 1, service: 4.75, servers: 5, wait: nil, departures: 100_000, resolution: 0.2),
    ]

    @Test("Mean wait of M/M/c agrees with Erlang's formula", arguments: cases)
    func erlang(queue: Case) {
        let expected = erlangMeanWait(queue)
        if let published = queue.wait { #expect(abs(expected - published) < 0.00006) }
        let model = MMcQueue(
            meanInterarrival: queue.interarrival, meanService: queue.service, servers: queue.servers)
        expectMean(near: expected, resolution: queue.resolution) { replication in
            model.run(departures: queue.departures, warmUp: 2000, seed: 1, replication: replication).waits.mean
        }
    }

    @Test("Mean time in M/M/1 at arrival rate 0.9 and service rate 1 is 10")
    func timeInSystem() {
        let model = MMcQueue(meanInterarrival: 1 / 0.9, meanService: 1, servers: 1)
        expectMean(near: 10, resolution: 0.15) { replication in
            model.run(departures: 50_000, warmUp: 2000, seed: 2, replication: replication).timesInSystem.mean
        }
    }

    @Test("M/M/2/3 at arrival rate 3 and service rate 4 holds 0.76234 customers and loses 0.04936 of them")
    func losses() {
        let model = MMcQueue(meanInterarrival: 1.0 / 3, meanService: 0.25, servers: 2, systemLimit: 3)
        expectMean(near: 0.76234, resolution: 0.05) { replication in
            model.run(departures: 10_000, warmUp: 100, seed: 3, replication: replication).meanInSystem
        }
        expectMean(near: 0.04936, resolution: 0.1) { replication in
            let results = model.run(departures: 10_000, warmUp: 100, seed: 3, replication: replication)
            return Double(results.lost) / Double(results.arrivals)
        }
    }

    /// Checks that the mean over replications is within its interval of `expected`, and that the interval is narrow.
    private func expectMean(
        near expected: Double, resolution: Double, of observe: (UInt32) -> Double?,
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let observed = (0..<Self.replications).compactMap(observe)
        let count = Double(observed.count)
        let mean = observed.reduce(0, +) / count
        let variance = observed.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        let halfWidth = Self.quantile * (variance / count).squareRoot()
        #expect(abs(mean - expected) <= halfWidth, "mean \(mean) ± \(halfWidth)", sourceLocation: sourceLocation)
        #expect(halfWidth <= resolution * expected, "mean \(mean) ± \(halfWidth)", sourceLocation: sourceLocation)
    }

    /// Erlang's delay formula: the probability of waiting, times the mean wait of those who do.
    private func erlangMeanWait(_ queue: Case) -> Double {
        let load = queue.service / queue.interarrival
        var term = 1.0
        var sum = 0.0
        for busy in 0..<queue.servers {
            sum += term
            term *= load / Double(busy + 1)
        }
        let delayed = term / (1 - queue.utilisation)
        return delayed / (sum + delayed) * queue.service / Double(queue.servers) / (1 - queue.utilisation)
    }
}
