import EventKernel
public import RandomStreams
import Stations

/// Shifts: how many serve changes by the hour, and so does how many come.
public struct Shifts: Sendable {
    /// Hours at which so many serve from then on, every day.
    public var servers: [(hour: Double, count: Int)]
    /// How many come an hour.
    public var demand: ArrivalRate

    enum Payload: StationPayload {
        case arrival
        case shift(number: Int)
        case station(StationEvent)
    }

    public init(servers: [(hour: Double, count: Int)], demand: ArrivalRate) {
        self.servers = servers
        self.demand = demand
    }

    /// How many came and how many were served, of so many days, and the mean wait of those who were served in hours.
    public func run(days: Int, meanService: Double, seed: UInt64) -> (came: Int, served: Int, wait: Double?) {
        let random = RandomSource(seed: seed)
        var arrivals = random.stream(purpose: 1, subject: 0)
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var desk = Station<Int>(servers: 0, service: .exponential(mean: meanService), random: random, purpose: 2)
        calendar.schedule(at: servers[0].hour, .shift(number: 0))
        calendar.schedule(at: arrivals.arrival(after: 0, demand), .arrival)
        while let event = calendar.next(until: .time(Double(days) * 24)) {
            switch event.payload {
            case .arrival:
                desk.arrive(desk.arrivals, in: &calendar)
                calendar.schedule(at: arrivals.arrival(after: event.time, demand), .arrival)
            case .shift(let number):
                desk.setServers(servers[number % servers.count].count, in: &calendar)
                let day = Double((number + 1) / servers.count)
                let hour = servers[(number + 1) % servers.count].hour
                calendar.schedule(at: day * 24 + hour, .shift(number: number + 1))
            case .station(let happening): desk.handle(happening, in: &calendar)
            }
        }
        return (desk.arrivals, desk.served, desk.waits.mean)
    }
}
