import EventKernel
import RandomStreams

/// M/M/1 at arrival rate 0.9 and service rate 1, measuring the time in system and nothing else: what the peers do.
enum SingleServerQueue {
    private enum Payload: BitwiseCopyable {
        case arrival
        case departure(arrived: Double)
    }

    static func run(customers: Int, seed: UInt64) -> TallyMonitor {
        var gaps = RandomStream(seed: seed, purpose: 0)
        var services = RandomStream(seed: seed, purpose: 1)
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var server = Resource<Double>(capacity: 1)
        var timesInSystem = TallyMonitor()
        var arrivals = 0

        calendar.schedule(at: gaps.exponential(mean: 1 / 0.9), .arrival)
        while let event = calendar.next() {
            let now = event.time
            switch event.payload {
            case .arrival:
                arrivals += 1
                if arrivals < customers { calendar.schedule(at: now + gaps.exponential(mean: 1 / 0.9), .arrival) }
                if server.request(now) == .granted {
                    calendar.schedule(at: now + services.exponential(mean: 1), .departure(arrived: now))
                }
            case .departure(let arrived):
                timesInSystem.record(now - arrived)
                if let following = server.release() {
                    calendar.schedule(at: now + services.exponential(mean: 1), .departure(arrived: following))
                }
            }
        }
        return timesInSystem
    }
}
