import EventKernel

/// SimPy's "Gas Station Refueling": two pumps, one tank, and a truck that is called when little is left.
public struct GasStation: Sendable {
    /// A line of SimPy's output.
    public enum Line: Equatable, Sendable {
        case arrived(Int, at: Double)
        case refuelled(Int, litres: Double, at: Double)
        case truckCalled(at: Double)
        case truckFilled(litres: Double, at: Double)
    }

    private enum Payload: BitwiseCopyable {
        case arrival(Int)
        case refuelled(Int)
        case look
        case truck
    }

    /// One car: the time after the one before, and the litres in its tank of fifty.
    public var cars: [(gap: Double, litres: Double)]

    public init(cars: [(gap: Double, litres: Double)]) { self.cars = cars }

    /// What happens before a time.
    public func run(until end: Double) -> [Line] {
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var pumps = Resource<Int>(capacity: 2)
        var tank = Level<Int>(amount: 200, capacity: 200)
        var lines: [Line] = []

        func required(_ car: Int) -> Double { 50 - cars[car].litres }
        func refuel(_ car: Int) { calendar.schedule(at: calendar.now + required(car) / 2, .refuelled(car)) }
        func takePump(_ car: Int) { if tank.take(required(car), for: car) == .granted { refuel(car) } }
        calendar.schedule(at: 0, .look)
        calendar.schedule(at: cars[0].gap, .arrival(0))
        while let event = calendar.next(until: .time(end)) {
            switch event.payload {
            case .arrival(let car):
                lines.append(.arrived(car, at: event.time))
                if car + 1 < cars.count { calendar.schedule(at: event.time + cars[car + 1].gap, .arrival(car + 1)) }
                if pumps.request(car) == .granted { takePump(car) }
            case .refuelled(let car):
                lines.append(.refuelled(car, litres: required(car), at: event.time))
                if let following = pumps.release() { takePump(following) }
            case .look:
                let isLow = tank.amount / tank.capacity < 0.25
                if isLow { lines.append(.truckCalled(at: event.time)) }
                calendar.schedule(at: event.time + (isLow ? 300 : 10), isLow ? .truck : .look)
            case .truck:
                let litres = tank.capacity - tank.amount
                lines.append(.truckFilled(litres: litres, at: event.time))
                _ = tank.put(litres, for: -1)
                while case .took(let car)? = tank.settleNext() { refuel(car) }
                calendar.schedule(at: event.time + 10, .look)
            }
        }
        return lines
    }
}
