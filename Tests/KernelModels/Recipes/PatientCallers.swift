import EventKernel
public import RandomStreams
public import Stations

/// Reneging, balking and any law of service: one station that people come to at random. With exponential laws it is
/// Erlang A (M/M/c+M), without patience M/G/c, with a limit M/M/c/K.
public struct PatientCallers: Sendable {
    /// People who come a unit of time.
    public var rate: Double
    public var servers: Int
    public var queueLimit = Int.max
    public var service: ContinuousDistribution
    public var patience: ContinuousDistribution?

    enum Payload: StationPayload {
        case arrival
        case warmUpEnds
        case station(StationEvent)
    }

    public init(rate: Double, servers: Int, service: ContinuousDistribution) {
        self.rate = rate
        self.servers = servers
        self.service = service
    }

    /// The station at the end of a run from empty, measured since the end of the warm-up.
    public func run(warmUp: Double, until end: Double, seed: UInt64, replication: UInt32) -> Station<Int> {
        let random = RandomSource(seed: seed, replication: replication)
        var gaps = random.stream(purpose: 1, subject: 0)
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var desk = Station<Int>(
            servers: servers, queueLimit: queueLimit, service: service, patience: patience, random: random, purpose: 2)
        calendar.schedule(at: warmUp, .warmUpEnds)
        calendar.schedule(at: gaps.exponential(mean: 1 / rate), .arrival)
        while let event = calendar.next(until: .time(end)) {
            switch event.payload {
            case .arrival:
                desk.arrive(desk.arrivals, in: &calendar)
                calendar.schedule(at: event.time + gaps.exponential(mean: 1 / rate), .arrival)
            case .warmUpEnds: desk.resetMonitors(at: event.time)
            case .station(let happening): desk.handle(happening, in: &calendar)
            }
        }
        return desk
    }
}
