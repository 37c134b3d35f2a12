import EventKernel

/// SimPy's "Carwash": two machines that take five minutes, four cars at once and then one after another.
public struct CarWash: Sendable {
    /// What a car does.
    public enum Step: String, Sendable { case arrives, enters, leaves }

    /// A line of SimPy's output.
    public struct Line: Equatable, Sendable {
        public var car: Int
        public var step: Step
        public var time: Double

        public init(_ car: Int, _ step: Step, _ time: Double) {
            self.car = car
            self.step = step
            self.time = time
        }
    }

    private enum Payload: BitwiseCopyable {
        case arrival(Int)
        case washed(Int)
    }

    /// When each car comes, after the four that are there at the start.
    public var arrivals: [Double]

    public init(arrivals: [Double]) { self.arrivals = arrivals }

    /// What happens before a time.
    public func run(until end: Double) -> [Line] {
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var machines = Resource<Int>(capacity: 2)
        var lines: [Line] = []

        func wash(_ car: Int) {
            lines.append(Line(car, .enters, calendar.now))
            calendar.schedule(at: calendar.now + 5, priority: .departure, .washed(car))
        }
        for (car, time) in ([0, 0, 0, 0] + arrivals).enumerated() { calendar.schedule(at: time, .arrival(car)) }
        while let event = calendar.next(until: .time(end)) {
            switch event.payload {
            case .arrival(let car):
                lines.append(Line(car, .arrives, event.time))
                if machines.request(car) == .granted { wash(car) }
            case .washed(let car):
                lines.append(Line(car, .leaves, event.time))
                if let following = machines.release() { wash(following) }
            }
        }
        return lines
    }
}

extension EventPriority {
    /// Cars leave after those have come that come at the same minute, as in SimPy's run.
    fileprivate static var departure: EventPriority { EventPriority(rawValue: 200) }
}
