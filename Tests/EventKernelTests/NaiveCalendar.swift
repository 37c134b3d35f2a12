import EventKernel

/// The same promises as `EventCalendar`, kept in the plainest way: an array, searched from end to end.
struct NaiveCalendar {
    struct Entry: Equatable {
        var time: Int64
        var priority: EventPriority
        var sequence: Int
        var payload: Int
    }

    private(set) var entries: [Entry] = []
    private(set) var now: Int64 = 0
    private var nextSequence = 0

    mutating func schedule(at time: Int64, priority: EventPriority, _ payload: Int) {
        entries.append(Entry(time: time, priority: priority, sequence: nextSequence, payload: payload))
        nextSequence += 1
    }

    mutating func cancel(_ payload: Int) -> Bool {
        let before = entries.count
        entries.removeAll { $0.payload == payload }
        return entries.count < before
    }

    mutating func reschedule(_ payload: Int, at time: Int64) -> Bool {
        guard let index = entries.firstIndex(where: { $0.payload == payload }) else { return false }
        entries[index].time = time
        entries[index].sequence = nextSequence
        nextSequence += 1
        return true
    }

    mutating func next() -> Entry? {
        guard let first = inOrder().first else { return nil }
        entries.removeAll { $0 == first }
        now = first.time
        return first
    }

    func inOrder() -> [Entry] {
        entries.sorted { ($0.time, $0.priority.rawValue, $0.sequence) < ($1.time, $1.priority.rawValue, $1.sequence) }
    }
}
