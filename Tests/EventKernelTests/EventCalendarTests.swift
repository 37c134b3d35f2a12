import EventKernel
import TestSupport
import Testing

@Suite("Event calendar")
struct EventCalendarTests {
    @Test("At one time, each pair of priorities fires in rank order, whichever was scheduled first")
    func eachPairOfPriorities() {
        var wrong: [String] = []
        for left in UInt8.min...UInt8.max {
            for right in UInt8.min...UInt8.max {
                var calendar = EventCalendar<Int64, UInt8>(startingAt: 0)
                calendar.schedule(at: 7, priority: EventPriority(rawValue: left), 1)
                calendar.schedule(at: 7, priority: EventPriority(rawValue: right), 2)
                let first = calendar.next()
                let second = calendar.next()
                let ranks = [first?.priority.rawValue, second?.priority.rawValue]
                let inRank = ranks == [min(left, right), max(left, right)]
                if !inRank || first?.payload != (left <= right ? 1 : 2) { wrong.append("\(left) and \(right)") }
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test("An earlier time goes before any priority")
    func timeBeforePriority() {
        var calendar = EventCalendar<Int64, Int>(startingAt: -10)
        calendar.schedule(at: 0, priority: EventPriority(rawValue: 0), 0)
        calendar.schedule(at: -1, priority: EventPriority(rawValue: 255), 1)
        #expect(calendar.peekTime == -1)
        #expect(calendar.next()?.payload == 1)
        #expect(calendar.next()?.payload == 0)
        #expect(calendar.next() == nil)
        #expect(calendar.now == 0)
        #expect(calendar.processed == 2)
    }

    @Test("A handle names its event until it fires, even when its slot is used again")
    func handlesExpire() {
        var calendar = EventCalendar<Int64, Int>(startingAt: 0)
        let first = calendar.schedule(at: 1, 10)
        _ = calendar.next()
        let second = calendar.schedule(at: 2, 20)
        #expect(first != second)
        #expect(calendar.isPending(first) == false)
        #expect(calendar.cancel(first) == false)
        #expect(calendar.reschedule(first, at: 9) == false)
        #expect(calendar.payload(of: second) == 20)
        #expect(calendar.cancel(second) == true)
        #expect(calendar.cancel(second) == false)
        #expect(calendar.isEmpty == true)
        #expect(calendar.isPending(.none) == false)
        #expect(calendar.cancel(.none) == false)
    }

    @Test("Rescheduling goes behind the events already at that time and keeps the priority")
    func reschedulingGoesLast() {
        var calendar = EventCalendar<Int64, Int>(startingAt: 0)
        let moved = calendar.schedule(at: 1, priority: EventPriority(rawValue: 3), 0)
        calendar.schedule(at: 5, priority: EventPriority(rawValue: 3), 1)
        calendar.schedule(at: 5, priority: EventPriority(rawValue: 4), 2)
        #expect(calendar.reschedule(moved, at: 5) == true)
        #expect(calendar.isPending(moved) == true)
        #expect(calendar.pendingInOrder().map(\.payload) == [1, 0, 2])
    }

    @Test("A snapshot scheduled in an empty calendar fires alike")
    func snapshotRestores() {
        var random = SplitMix(seed: 11)
        var calendar = EventCalendar<Int64, Int>(startingAt: 0)
        for payload in 0..<500 {
            let priority = EventPriority(rawValue: UInt8(random.below(3)))
            let handle = calendar.schedule(at: Int64(random.below(20)), priority: priority, payload)
            if random.below(4) == 0 { calendar.cancel(handle) }
        }
        var restored = EventCalendar<Int64, Int>(startingAt: calendar.now)
        for event in calendar.pendingInOrder() {
            restored.schedule(at: event.time, priority: event.priority, event.payload)
        }
        while let event = calendar.next() { #expect(restored.next()?.payload == event.payload) }
        #expect(restored.isEmpty == true)
    }

    @Test("Cancelling everything leaves the clock, and voids the handles")
    func cancelAll() {
        var calendar = EventCalendar<Int64, Int>(startingAt: 0)
        let handles = (0..<100).map { calendar.schedule(at: Int64($0), $0) }
        _ = calendar.next()
        calendar.cancelAll()
        calendar.checkInvariants()
        #expect(calendar.isEmpty == true)
        #expect(handles.allSatisfy { !calendar.isPending($0) })
        calendar.schedule(at: 3, 7)
        #expect(calendar.next()?.payload == 7)
    }

    @Test("Scheduling in the past stops the program")
    func pastIsMisuse() async {
        await #expect(processExitsWith: .failure) {
            var calendar = EventCalendar<Int64, Int>(startingAt: 5)
            calendar.schedule(at: 4, 0)
        }
        await #expect(processExitsWith: .failure) {
            var calendar = EventCalendar<Double, Int>(startingAt: 5)
            calendar.schedule(at: .nan, 0)
        }
    }
}
