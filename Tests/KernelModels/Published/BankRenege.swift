import EventKernel

/// SimPy's "Bank renege": a counter, and customers who do not wait long. Driven by the numbers that SimPy's own run
/// drew, it does what SimPy's documentation prints.
public struct BankRenege: Sendable {
    /// One customer: time until the next comes, patience and, where served, length of service.
    public struct Customer: Sendable {
        public var gap: Double
        public var patience: Double
        public var service: Double?

        public init(gap: Double, patience: Double, service: Double?) {
            self.gap = gap
            self.patience = patience
            self.service = service
        }
    }

    /// What a line of SimPy's output says of somebody.
    public enum What: Sendable { case here, waited, finished, reneged }

    /// A line of SimPy's output; `after` is the time waited, where the line says it.
    public struct Line: Sendable {
        public var time: Double
        public var customer: Int
        public var what: What
        public var after: Double?

        public init(_ time: Double, _ customer: Int, _ what: What, after: Double? = nil) {
            self.time = time
            self.customer = customer
            self.what = what
            self.after = after
        }
    }

    private enum Payload: BitwiseCopyable {
        case arrival(Int)
        case patienceEnds(Int)
        case finishes(Int)
    }

    public var customers: [Customer]

    public init(customers: [Customer]) { self.customers = customers }

    /// What happens, line by line.
    public func run() -> [Line] {
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var counter = Resource<Int>(capacity: 1)
        var arrived = [Double](repeating: 0, count: customers.count)
        var places = [QueuePlace](repeating: .none, count: customers.count)
        var lines: [Line] = []

        func serve(_ customer: Int) {
            lines.append(Line(calendar.now, customer, .waited, after: calendar.now - arrived[customer]))
            calendar.schedule(at: calendar.now + (customers[customer].service ?? 0), .finishes(customer))
        }
        calendar.schedule(at: 0, .arrival(0))
        while let event = calendar.next() {
            switch event.payload {
            case .arrival(let customer):
                arrived[customer] = event.time
                lines.append(Line(event.time, customer, .here))
                if customer + 1 < customers.count {
                    calendar.schedule(at: event.time + customers[customer].gap, .arrival(customer + 1))
                }
                switch counter.request(customer) {
                case .granted: serve(customer)
                case .queued(let place):
                    places[customer] = place
                    calendar.schedule(at: event.time + customers[customer].patience, .patienceEnds(customer))
                case .refused: break
                }
            case .patienceEnds(let customer):
                guard counter.renege(places[customer]) != nil else { break }
                lines.append(Line(event.time, customer, .reneged, after: event.time - arrived[customer]))
            case .finishes(let customer):
                lines.append(Line(event.time, customer, .finished))
                if let following = counter.release() { serve(following) }
            }
        }
        return lines
    }
}
