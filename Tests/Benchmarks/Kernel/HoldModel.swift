import EventKernel

/// The hold model: take the next event and schedule it again, a random while later, with a constant number pending
/// (Jones, "An empirical comparison of priority-queue and event-set implementations", 1986). Handles are
/// made, although only the last one is looked at.
struct HoldModel {
    var pending: Int

    /// Marsaglia's xorshift: cheap, so that the calendar is what is timed. Uniform on [0, 2).
    private struct Increments {
        var state: UInt64 = 88_172_645_463_325_252

        mutating func next() -> Double {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Double(Int64(state >> 11)) * 0x1p-52
        }
    }

    func run(operations: Int) -> (elapsed: Duration, now: Double, checksum: UInt64) {
        var increments = Increments()
        var calendar = EventCalendar<Double, UInt64>(startingAt: 0, minimumCapacity: pending + 1)
        for payload in 0..<pending { calendar.schedule(at: increments.next(), UInt64(payload)) }
        var latest = EventHandle.none
        var checksum: UInt64 = 0
        let clock = ContinuousClock()
        let start = clock.now
        for _ in 0..<operations {
            guard let event = calendar.next() else { break }
            checksum = checksum &* 31 &+ event.payload
            latest = calendar.schedule(at: event.time + increments.next(), event.payload)
        }
        let elapsed = clock.now - start
        precondition(calendar.isPending(latest), "the event scheduled last is pending")
        return (elapsed, calendar.now, checksum)
    }
}
