public import EventKernel
import Glibc
import RandomStreams

/// What a harbour saw once its warm-up was over.
public struct HarbourMeasures: Sendable {
    /// Hours from a ship's arrival until it is gone, by size.
    public var hours = [TallyMonitor](repeating: TallyMonitor(), count: 2)
    /// Berths in use, by size, and tugs: means over time.
    public var berthsInUse = [0.0, 0.0]
    public var tugsInUse = 0.0
    /// Ships that docked while one of the other size waited that had come before.
    public var overtaken = 0
}

extension Harbour {
    enum Payload: BitwiseCopyable {
        case arrival
        case hour
        case warmUpEnds
        case announced(ship: Int)
        case moved(ship: Int)
        case unloaded(ship: Int)
    }

    struct Ship {
        let size: Int
        let arrived: Double
        var isLeaving = false
    }

    /// What changes while it runs.
    struct Run: ~Copyable {
        let harbour: Harbour
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        /// Ships are never queued for berths: the harbour master lets them in when all else allows it too.
        var berths: ResourceArray<MonitoredResource<Double, Int>>
        var tugs: MonitoredResource<Double, Int>
        var radio = Resource<Int>(capacity: 1)
        /// Who waits offshore, in order of arrival.
        var offshore: [Int] = []
        var ships: [Ship] = []
        var sea = Sea()
        var laws: Laws
        var found = HarbourMeasures()
        let warmUp: Double
    }

    /// Wind and water, hour by hour.
    struct Sea {
        var wind = 0.0
        var depth = 0.0

        /// Wind is smoothed; the water follows moon and sun, and the wind on a coast that looks west.
        mutating func turn(to hour: Double, _ harbour: Harbour, _ laws: inout Laws) {
            wind = (laws.winds.rayleigh(scale: harbour.wind) + wind) / 2
            let direction = laws.directions.pert(0, 225, 360, varies: harbour.varies) * .pi / 180
            let tide =
                sin(2 * .pi * hour / 12.4) + 0.5 * sin(2 * .pi * hour / 24)
                + 0.25 * sin(2 * .pi * hour / (0.5 * 29.5 * 24))
            depth = harbour.depth + tide + 0.5 * wind * (1 - sin(direction))
        }
    }

    /// Hours of a run, after a warm-up.
    public func run(
        hours: Double, warmUp: Double = 0, seed: UInt64 = 1, replication: UInt32 = 0
    ) -> HarbourMeasures {
        let random = RandomSource(seed: seed, replication: replication)
        var run = Run(
            harbour: self,
            berths: ResourceArray(count: 2) { MonitoredResource(capacity: sizes[$0].berths, startingAt: 0) },
            tugs: MonitoredResource(capacity: tugs, startingAt: 0), laws: Laws(random), warmUp: warmUp)
        run.calendar.schedule(at: 0, .hour)
        run.calendar.schedule(at: warmUp, .warmUpEnds)
        run.scheduleArrival()
        while let event = run.calendar.next(until: .time(warmUp + hours)) { run.take(event.payload) }
        return run.measures(at: warmUp + hours)
    }
}

extension Harbour.Run {
    mutating func take(_ payload: Harbour.Payload) {
        switch payload {
        case .arrival: arrive()
        case .hour:
            sea.turn(to: calendar.now, harbour, &laws)
            calendar.schedule(at: calendar.now + 1, .hour)
            letIn()
        case .warmUpEnds:
            for size in 0..<2 { berths[size].resetMonitors(at: calendar.now) }
            tugs.resetMonitors(at: calendar.now)
        case .announced(let ship): move(ship)
        case .moved(let ship): ships[ship].isLeaving ? leave(ship) : dock(ship)
        case .unloaded(let ship):
            ships[ship].isLeaving = true
            if tugs.request(ship, units: tugsOf(ship), at: calendar.now) == .granted { announce(ship) }
        }
    }

    private func tugsOf(_ ship: Int) -> Int { harbour.sizes[ships[ship].size].tugs }

    mutating func scheduleArrival() {
        if let known = harbour.arrivals {
            if ships.count < known.count { calendar.schedule(at: known[ships.count].at, .arrival) }
        } else {
            calendar.schedule(at: calendar.now + laws.gaps.exponential(mean: 1 / harbour.rate), .arrival)
        }
    }

    private mutating func arrive() {
        let size = harbour.arrivals?[ships.count].size ?? (laws.sizes.bernoulli(harbour.shareLarge) ? 1 : 0)
        offshore.append(ships.count)
        ships.append(Harbour.Ship(size: size, arrived: calendar.now))
        scheduleArrival()
        letIn()
    }

    /// Lets in whoever may come, in order of arrival: what stops one need not stop the next.
    private mutating func letIn() {
        var place = 0
        while place < offshore.count {
            let ship = offshore[place]
            guard mayDock(ship) else {
                place += 1
                continue
            }
            if place > 0, calendar.now > warmUp { found.overtaken += 1 }
            offshore.remove(at: place)
            _ = berths[ships[ship].size].request(ship, at: calendar.now)
            _ = tugs.request(ship, units: tugsOf(ship), at: calendar.now)
            announce(ship)
        }
    }

    /// Whoever is ready to leave has the tugs first.
    private func mayDock(_ ship: Int) -> Bool {
        let size = harbour.sizes[ships[ship].size]
        let berth = ships[ship].size
        return sea.depth >= size.leastDepth && sea.wind <= size.mostWind
            && berths[berth].inUse < berths[berth].capacity && tugs.waiting == 0
            && tugs.capacity - tugs.inUse >= size.tugs
    }

    private mutating func announce(_ ship: Int) {
        if radio.request(ship) == .granted { speak(ship) }
    }

    private mutating func speak(_ ship: Int) {
        let hours = laws.announcements.erlang(stages: 5, mean: harbour.radio)
        calendar.schedule(at: calendar.now + hours, .announced(ship: ship))
    }

    private mutating func move(_ ship: Int) {
        if let following = radio.release() { speak(following) }
        let hours = laws.moves.pert(0.4, 0.5, 0.8, varies: harbour.varies)
        calendar.schedule(at: calendar.now + hours, .moved(ship: ship))
    }

    private mutating func dock(_ ship: Int) {
        giveBackTugs(of: ship)
        let usual = harbour.sizes[ships[ship].size].unloading
        let hours = laws.unloadings.pert(0.75 * usual, usual, 2 * usual, varies: harbour.varies)
        calendar.schedule(at: calendar.now + hours, .unloaded(ship: ship))
        letIn()
    }

    private mutating func leave(_ ship: Int) {
        _ = berths[ships[ship].size].release(at: calendar.now)
        giveBackTugs(of: ship)
        if calendar.now > warmUp { found.hours[ships[ship].size].record(calendar.now - ships[ship].arrived) }
        letIn()
    }

    private mutating func giveBackTugs(of ship: Int) {
        var following = tugs.release(units: tugsOf(ship), at: calendar.now)
        while let next = following {
            announce(next)
            following = tugs.grantNext(at: calendar.now)
        }
    }

    func measures(at end: Double) -> HarbourMeasures {
        var measures = found
        for size in 0..<2 { measures.berthsInUse[size] = berths[size].unitsInUse.mean(at: end) ?? 0 }
        measures.tugsInUse = tugs.unitsInUse.mean(at: end) ?? 0
        return measures
    }
}
