import EventKernel

/// A service that starts only at given moments of a repeating cycle, such as a class or a clinic session.
public struct SlottedService: Sendable {
    /// The moments in the cycle, ascending; the last may be at its very end.
    public var slots: [Double]
    /// How many can start at one slot.
    public var seats: Int
    public var cycleLength: Double

    public struct Start: Equatable, Sendable {
        public var customer: Int
        public var time: Double
    }

    private enum Payload: BitwiseCopyable {
        case arrival(customer: Int)
        case slot(number: Int)
    }

    public init(slots: [Double], seats: Int, cycleLength: Double) {
        self.slots = slots
        self.seats = seats
        self.cycleLength = cycleLength
    }

    /// When a slot is, counted from 0 over all cycles.
    public func time(ofSlot number: Int) -> Double {
        Double(number / slots.count) * cycleLength + slots[number % slots.count]
    }

    /// Who starts when, up to but not including `end`. Someone who comes at the moment of a slot is in time for it.
    public func run(arrivals: [Double], until end: Double) -> [Start] {
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var room = Resource<Int>(capacity: 0)
        var starts: [Start] = []
        for (customer, time) in arrivals.enumerated() {
            calendar.schedule(at: time, priority: .arrival, .arrival(customer: customer))
        }
        calendar.schedule(at: time(ofSlot: 0), priority: .slot, .slot(number: 0))
        while let event = calendar.next(until: .time(end)) {
            switch event.payload {
            case .arrival(let customer):
                _ = room.request(customer)
            case .slot(let number):
                room.setCapacity(room.inUse + seats)
                while let customer = room.grantNext() { starts.append(Start(customer: customer, time: event.time)) }
                room.setCapacity(room.inUse)
                calendar.schedule(at: time(ofSlot: number + 1), priority: .slot, .slot(number: number + 1))
            }
        }
        return starts
    }
}

extension EventPriority {
    fileprivate static var arrival: EventPriority { EventPriority(rawValue: 10) }
    fileprivate static var slot: EventPriority { EventPriority(rawValue: 20) }
}
