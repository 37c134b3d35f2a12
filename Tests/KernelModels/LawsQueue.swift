public import EventKernel
import Glibc

/// The single-server queue with which Law, "Simulation Modeling and Analysis", chapter 1, introduces simulation, random
/// numbers and all, so that its printed results come out digit for digit.
public struct LawsQueue: Sendable {
    public struct Results: Sendable {
        /// Time in the queue of each customer whose service started.
        public var delays = TallyMonitor()
        public var meanInQueue: Double?
        public var utilisation: Double?
        public var endTime = 0.0
    }

    /// A multiplicative congruential generator modulo 2³¹ − 1 (Marse and Roberts, 1983), stream 1 of a hundred.
    private struct Generator {
        private var state: UInt64 = 1_973_272_912

        mutating func uniform() -> Double {
            state = state * 630_360_016 % 2_147_483_647
            return Double(state >> 7 | 1) / 16_777_216
        }

        mutating func exponential(mean: Double) -> Double { -mean * log(uniform()) }
    }

    private enum Payload: BitwiseCopyable {
        case arrival
        case departure
    }

    public init() {}

    /// Runs until the service of customer number `delays` starts. Mean time between arrivals 1, mean service time 0.5.
    public func run(delays: Int) -> Results {
        var generator = Generator()
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var server = Resource<Double>(capacity: 1)
        var queue = TimeWeightedMonitor(at: calendar.now)
        var busy = TimeWeightedMonitor(at: calendar.now)
        var results = Results()

        calendar.schedule(at: generator.exponential(mean: 1), .arrival)
        while results.delays.count < delays, let event = calendar.next() {
            let now = event.time
            switch event.payload {
            case .arrival:
                calendar.schedule(at: now + generator.exponential(mean: 1), .arrival)
                if server.request(now) == .granted {
                    results.delays.record(0)
                    calendar.schedule(at: now + generator.exponential(mean: 0.5), .departure)
                }
            case .departure:
                if let arrived = server.release() {
                    results.delays.record(now - arrived)
                    calendar.schedule(at: now + generator.exponential(mean: 0.5), .departure)
                }
            }
            queue.update(to: Double(server.waiting), at: now)
            busy.update(to: Double(server.inUse), at: now)
        }
        results.meanInQueue = queue.mean(at: calendar.now)
        results.utilisation = busy.mean(at: calendar.now)
        results.endTime = calendar.now
        return results
    }
}
