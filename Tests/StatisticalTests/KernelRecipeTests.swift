import EventKernel
import KernelModels
import RandomStreams
import Stations
import Statistics
import Testing

/// The recipes of the guide against formulas.
///
/// Each comparison is of a mean over twenty replications with its interval. There are fewer than thirty, each with a
/// two-sided error of 1e-5 (Student's t with 19 degrees of freedom: 5.98), so that all of them together raise a false
/// alarm with a chance below 3e-4. The seeds are fixed: it happens at writing or never.
@Suite("Kernel: recipes with known answers")
struct KernelRecipeTests {
    private static let replications: UInt32 = 20
    private static let level = 1 - 1e-5

    /// Checks that the mean over replications is within its interval of `expected`, and that the interval is narrow.
    private func expectMean(
        near expected: Double, resolution: Double, sourceLocation: SourceLocation = #_sourceLocation,
        of observe: (UInt32) -> Double?
    ) {
        let observed = (0..<Self.replications).compactMap(observe)
        #expect(observed.count == Int(Self.replications), sourceLocation: sourceLocation)
        let interval = ConfidenceInterval.student(observed, level: Self.level)
        let words: Comment = "\(interval.lowerBound) … \(interval.upperBound), expected \(expected)"
        #expect(interval.contains(expected), words, sourceLocation: sourceLocation)
        #expect(interval.halfWidth <= resolution * expected, words, sourceLocation: sourceLocation)
    }

    /// The stationary law of a birth-and-death chain: birth at `rate`, deaths as given, from 0 on.
    private func stationary(rate: Double, upTo most: Int = 400, deaths: (Int) -> Double) -> [Double] {
        var weights = [1.0]
        for number in 1...most { weights.append(weights[number - 1] * rate / deaths(number)) }
        let sum = weights.reduce(0, +)
        return weights.map { $0 / sum }
    }

    struct Patience: Sendable, CustomTestStringConvertible {
        let rate: Double
        let servers: Int
        let patience: Double
        var testDescription: String { "M/M/\(servers)+M, rate \(rate), patience \(patience)" }
    }

    @Test(
        "Who gives up waiting, and how many wait: Erlang A",
        arguments: [
            Patience(rate: 2, servers: 5, patience: 4), Patience(rate: 1.2, servers: 1, patience: 2),
            Patience(rate: 3, servers: 8, patience: 1),
        ])
    func erlangA(_ queue: Patience) {
        let service = 3.0
        let law = stationary(rate: queue.rate) {
            Double(min($0, queue.servers)) / service + Double(max($0 - queue.servers, 0)) / queue.patience
        }
        let length = law.enumerated().reduce(0) { $0 + $1.element * Double(max($1.offset - queue.servers, 0)) }
        var model = PatientCallers(rate: queue.rate, servers: queue.servers, service: .exponential(mean: service))
        model.patience = .exponential(mean: queue.patience)
        let runs = (0..<Self.replications).map { replication in
            let desk = model.run(warmUp: 200, until: 8200, seed: 21, replication: replication)
            return (desk.queueLength.mean(at: 8200), Double(desk.gaveUp) / Double(desk.arrivals))
        }
        expectMean(near: length, resolution: 0.1) { runs[Int($0)].0 }
        expectMean(near: length / queue.patience / queue.rate, resolution: 0.1) { runs[Int($0)].1 }
    }

    @Test("Mean wait of M/G/1 agrees with Pollaczek and Khinchine, whatever the law of service")
    func pollaczekKhinchine() {
        let laws: [(ContinuousDistribution, square: Double)] = [
            (.constant(1), 1), (.triangular(lowerBound: 0.5, mode: 0.5, upperBound: 2), 1.125),
            (.lognormal(mean: 1, coefficientOfVariation: 1.5), 3.25), (.gamma(shape: 0.5, scale: 2), 3),
        ]
        for (law, square) in laws {
            let model = PatientCallers(rate: 0.7, servers: 1, service: law)
            expectMean(near: 0.7 * square / (2 * 0.3), resolution: 0.2) { replication in
                model.run(warmUp: 500, until: 40_500, seed: 22, replication: replication).waits.mean
            }
        }
    }

    @Test("M/M/1/K loses the share that finds it full")
    func limited() {
        // Load 0.8 and room for four: 0.8⁴ × 0.2 / (1 − 0.8⁵).
        var model = PatientCallers(rate: 0.8, servers: 1, service: .exponential(mean: 1))
        model.queueLimit = 3
        expectMean(near: 0.4096 * 0.2 / (1 - 0.32768), resolution: 0.05) { replication in
            let desk = model.run(warmUp: 100, until: 20_100, seed: 23, replication: replication)
            return Double(desk.refused) / Double(desk.arrivals)
        }
    }

    @Test("Little's law holds in a station, and in service as in the queue")
    func little() throws {
        var model = PatientCallers(rate: 2, servers: 5, service: .exponential(mean: 2))
        model.patience = .exponential(mean: 30)
        let end = 60_000.0
        let desk = model.run(warmUp: 0, until: end, seed: 24, replication: 0)
        let waited = try #require(desk.waits.mean) * Double(desk.waits.count)
        let left = try #require(desk.waitsBeforeGivingUp.mean) * Double(desk.gaveUp)
        // Those who wait at the end, a few of a hundred thousand, are all that is missing.
        #expect(abs(desk.queueLength.area(at: end) - waited - left) < 200)
        #expect(desk.arrivals == desk.served + desk.gaveUp + desk.waiting + desk.inService)
    }

    @Test("Urgent jobs that stop others: preemptive resume M/M/1")
    func preemptive() {
        // Time in the system of class k, with loads σ up to it: ((1 − σₖ) / μ + Rₖ) / ((1 − σₖ₋₁)(1 − σₖ)), Rₖ = Σ λᵢ /
        // μ².
        let rates = [0.2, 0.3, 0.3]
        let model = UrgentFirst(rates: rates, meanService: 1)
        let runs = (0..<Self.replications).map { model.run(warmUp: 300, until: 20_300, seed: 25, replication: $0) }
        var above = 0.0
        for kind in rates.indices {
            let load = above + rates[kind]
            let expected = ((1 - load) + load) / ((1 - above) * (1 - load))
            expectMean(near: expected, resolution: 0.2) { runs[Int($0)][kind].mean }
            above = load
        }
    }

    @Test("A machine that breaks while it works is M/G/1 with the time to completion as its service")
    func breaking() {
        // A service S meets a Poisson number of repairs: E[C] = s(1 + fr), E[C²] = 2s²(1 + fr)² + 2sfr².
        let (rate, service, failures, repair) = (0.4, 1.0, 0.25, 2.0)
        let model = BreakingMachine(
            rate: rate, meanService: service, meanWorkToFailure: 1 / failures, meanRepair: repair)
        let mean = service * (1 + failures * repair)
        let square = 2 * mean * mean + 2 * service * failures * repair * repair
        let expected = mean + rate * square / (2 * (1 - rate * mean))
        expectMean(near: expected, resolution: 0.1) { replication in
            model.run(jobs: 20_000, warmUp: 500, seed: 26, replication: replication).mean
        }
    }

    @Test("Under processor sharing the law of service changes nothing but through its mean")
    func sharing() {
        for law in [
            ContinuousDistribution.exponential(mean: 1), .lognormal(mean: 1, coefficientOfVariation: 2), .constant(1),
        ] {
            let model = ProcessorSharing(rate: 0.7, service: law)
            expectMean(near: 1 / 0.3, resolution: 0.1) { replication in
                model.run(jobs: 30_000, warmUp: 1000, seed: 27, replication: replication).mean
            }
        }
    }

    @Test("Under common random numbers a difference is known better than from runs of their own")
    func commonRandomNumbers() {
        let paired = CommonRandomNumbers().difference(replications: 30, sharesLuck: true)
        let apart = CommonRandomNumbers().difference(replications: 30, sharesLuck: false)
        #expect(paired.correlation > 0.7)
        #expect(paired.interval.halfWidth < 0.85 * apart.interval.halfWidth)
        #expect(paired.interval.lowerBound > 0)
    }

    @Test("MSER-5 drops the start of a busy queue from empty, and not much more")
    func warmUp() {
        guard case .detected(let truncation) = WarmUpOfAQueue().truncation(length: 3000, runs: 30) else {
            Issue.record("no warm-up is found")
            return
        }
        #expect(truncation > 10 && truncation < 1000)
    }

    @Test("In shifts, all who come by day are served, and those of the night wait for the morning")
    func shifts() throws {
        let days = 200
        let demand = ArrivalRate(steps: [(0, 1), (8, 6), (18, 1)], period: 24)
        let model = Shifts(servers: [(hour: 0, count: 0), (hour: 8, count: 6), (hour: 20, count: 0)], demand: demand)
        let result = model.run(days: days, meanService: 0.5, seed: 5)
        // 74 a day are expected, a Poisson number; four standard deviations.
        let expected = Double(days) * demand.expected(until: 24)
        #expect(abs(Double(result.came) - expected) < 4 * expected.squareRoot())
        #expect(result.came - result.served < 40)
        // One in seven or so comes by night and waits up to twelve hours: well over one hour a head.
        #expect(try #require(result.wait) > 0.5 && (try #require(result.wait)) < 2)
    }
}
