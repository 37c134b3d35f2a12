public import EventKernel
public import RandomStreams

/// Processor sharing: all who are there are served at once, each at an equal share of the speed.
///
/// A second calendar keeps another clock: the service that somebody has had who has been there all the time. It runs at
/// the speed over the number there, and everybody leaves at a time on it that is known on coming.
public struct ProcessorSharing: Sendable {
    /// Jobs that come a unit of time.
    public var rate: Double
    public var service: ContinuousDistribution

    enum Payload: BitwiseCopyable {
        case arrival
        case departure
    }

    public init(rate: Double, service: ContinuousDistribution) {
        self.rate = rate
        self.service = service
    }

    /// Times in the system of so many jobs, after as many of a warm-up.
    public func run(jobs: Int, warmUp: Int, seed: UInt64, replication: UInt32) -> TallyMonitor {
        let random = RandomSource(seed: seed, replication: replication)
        var gaps = random.stream(purpose: 1, subject: 0)
        var services = random.stream(purpose: 2, subject: 0)
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var attained = EventCalendar<Double, Double>(startingAt: 0)
        var updated = 0.0
        var departure = EventHandle.none
        var times = TallyMonitor()
        var served = 0

        // Brings the clock of attained service to the present; rounding does not carry it past who leaves next.
        func advance() {
            guard let first = attained.peekTime else {
                updated = calendar.now
                return
            }
            let share = (calendar.now - updated) / Double(attained.count)
            attained.advance(to: min(attained.now + share, first))
            updated = calendar.now
        }
        func scheduleDeparture() {
            calendar.cancel(departure)
            guard let first = attained.peekTime else { return }
            let wait = (first - attained.now) * Double(attained.count)
            departure = calendar.schedule(at: calendar.now + wait, .departure)
        }
        calendar.schedule(at: gaps.exponential(mean: 1 / rate), .arrival)
        while served < warmUp + jobs, let event = calendar.next() {
            switch event.payload {
            case .arrival:
                calendar.schedule(at: event.time + gaps.exponential(mean: 1 / rate), .arrival)
                advance()
                attained.schedule(at: attained.now + services.draw(service), event.time)
            case .departure:
                guard let leaver = attained.next() else { break }
                updated = event.time
                served += 1
                if served > warmUp { times.record(event.time - leaver.payload) }
            }
            scheduleDeparture()
        }
        return times
    }
}
