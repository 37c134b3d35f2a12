public import EventKernel
import RandomStreams

/// Customers who come at random to identical servers: M/M/c, and M/M/c/K when the system has a limit.
public struct MMcQueue: Sendable {
    public var meanInterarrival: Double
    public var meanService: Double
    public var servers: Int
    /// A customer who finds this many in the system is lost.
    public var systemLimit: Int

    public struct Results: Sendable {
        /// Time from arrival to the start of service, of customers who were served.
        public var waits = TallyMonitor()
        /// Time from arrival to departure.
        public var timesInSystem = TallyMonitor()
        public var meanInSystem: Double?
        public var arrivals = 0
        public var lost = 0
    }

    private enum Payload: BitwiseCopyable {
        case arrival
        case departure(arrived: Double)
    }

    public init(meanInterarrival: Double, meanService: Double, servers: Int, systemLimit: Int = .max) {
        self.meanInterarrival = meanInterarrival
        self.meanService = meanService
        self.servers = servers
        self.systemLimit = systemLimit
    }

    /// Starts empty, and measures from the end of the warm-up to the last departure.
    ///
    /// - Parameters:
    ///   - departures: how many customers leave after the warm-up.
    ///   - warmUp: how many leave before.
    public func run(departures: Int, warmUp: Int = 0, seed: UInt64, replication: UInt32 = 0) -> Results {
        var gaps = RandomStream(seed: seed, replication: replication, purpose: 1)
        var services = RandomStream(seed: seed, replication: replication, purpose: 2)
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var desk = Resource<Double>(capacity: servers)
        var inSystem = TimeWeightedMonitor(at: calendar.now)
        var results = Results()
        var left = 0

        calendar.schedule(at: gaps.exponential(mean: meanInterarrival), .arrival)
        while left < warmUp + departures, let event = calendar.next() {
            let now = event.time
            switch event.payload {
            case .arrival:
                calendar.schedule(at: now + gaps.exponential(mean: meanInterarrival), .arrival)
                results.arrivals += 1
                guard desk.inUse + desk.waiting < systemLimit else {
                    results.lost += 1
                    continue
                }
                inSystem.add(1, at: now)
                if desk.request(now) == .granted {
                    results.waits.record(0)
                    calendar.schedule(at: now + services.exponential(mean: meanService), .departure(arrived: now))
                }
            case .departure(let arrived):
                inSystem.add(-1, at: now)
                results.timesInSystem.record(now - arrived)
                if let following = desk.release() {
                    results.waits.record(now - following)
                    calendar.schedule(at: now + services.exponential(mean: meanService), .departure(arrived: following))
                }
                left += 1
                if left == warmUp {
                    results = Results()
                    inSystem.reset(at: now)
                }
            }
        }
        results.meanInSystem = inSystem.mean(at: calendar.now)
        return results
    }
}
