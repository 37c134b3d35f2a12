/// The latest events that fired, to be read by whoever looks for what a model did.
///
///     var trace = EventTrace<Double, Payload>(last: 100)
///     while let event = calendar.next() {
///         trace.record(event)
///         …
///     }
///     for line in trace.lines { print(line) }     // 0.25  arrival
///
/// It costs what it keeps, and nothing where it is not used: the calendar does not know of it.
public struct EventTrace<Time: SimulationTime, Payload: BitwiseCopyable> {
    private var kept: [EventCalendar<Time, Payload>.Event] = []
    private var oldest = 0
    /// Events that are kept at most.
    public let limit: Int
    /// Events that were recorded.
    public private(set) var count = 0

    /// Nothing yet.
    /// - Parameter limit: events to keep, the latest; at least 1.
    public init(last limit: Int) {
        guard limit > 0 else { misuse("a trace keeps at least one event", limit) }
        self.limit = limit
    }

    /// Keeps an event, in the place of the oldest where there is no more room. O(1).
    public mutating func record(_ event: EventCalendar<Time, Payload>.Event) {
        count += 1
        guard kept.count == limit else { return kept.append(event) }
        kept[oldest] = event
        oldest = (oldest + 1) % limit
    }

    /// The events that are kept, the oldest first. O(n).
    public var events: [EventCalendar<Time, Payload>.Event] { Array(kept[oldest...] + kept[..<oldest]) }

    /// A line for each event that is kept, the oldest first: when, its priority where it is not the normal one, and
    /// what. O(n).
    public var lines: [String] {
        events.map { event in
            let priority = event.priority == .normal ? "" : "  priority \(event.priority.rawValue)"
            return "\(event.time)\(priority)  \(event.payload)"
        }
    }
}

extension EventTrace: Sendable where Payload: Sendable {}
