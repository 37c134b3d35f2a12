import EventKernel
import Testing

@Suite("Event calendar")
struct EventCalendarTests {
    @Test("Fires by time, then priority, then order of scheduling")
    func totalOrder() {
        var calendar = EventCalendar<Int64, Int>(startingAt: 0)
        calendar.schedule(at: 5, 0)
        calendar.schedule(at: 3, priority: EventPriority(rawValue: 200), 1)
        calendar.schedule(at: 3, priority: EventPriority(rawValue: 10), 2)
        calendar.schedule(at: 3, priority: EventPriority(rawValue: 10), 3)
        var fired: [Int] = []
        while let event = calendar.next() { fired.append(event.payload) }
        #expect(fired == [2, 3, 1, 0])
        #expect(calendar.now == 5)
        #expect(calendar.processed == 4)
    }
}
