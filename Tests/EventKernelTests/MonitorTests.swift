import EventKernel
import Testing

@Suite("Monitors")
struct MonitorTests {
    @Test("Time average, area and range of a step function")
    func timeWeighted() {
        var monitor = TimeWeightedMonitor<Int64>(value: 2, at: 10)
        monitor.update(to: 5, at: 14)
        monitor.add(-4, at: 16)
        #expect(monitor.value == 1)
        #expect(monitor.area(at: 20) == 22)
        #expect(monitor.mean(at: 20) == 2.2)
        #expect(monitor.minimum == 1 && monitor.maximum == 5)
    }

    @Test("A reset keeps the value and forgets the past")
    func timeWeightedReset() {
        var monitor = TimeWeightedMonitor<Double>(value: 100, at: 0)
        monitor.update(to: 3, at: 50)
        monitor.reset(at: 60)
        #expect(monitor.mean(at: 60) == nil && monitor.value == 3)
        monitor.update(to: 5, at: 61)
        #expect(monitor.mean(at: 62) == 4)
        #expect(monitor.minimum == 3 && monitor.maximum == 5)
    }

    @Test("Mean, variance and range, also far from zero")
    func tally() {
        var monitor = TallyMonitor()
        #expect(monitor.count == 0 && monitor.mean == nil && monitor.minimum == nil && monitor.variance == nil)
        for value in [4.0, 7, 13, 16] { monitor.record(1e9 + value) }
        #expect(monitor.count == 4)
        #expect(monitor.mean == 1e9 + 10)
        #expect(monitor.variance == 30)
        #expect(monitor.minimum == 1e9 + 4 && monitor.maximum == 1e9 + 16)
        monitor.reset()
        monitor.record(3)
        #expect(monitor.mean == 3 && monitor.variance == nil && monitor.maximum == 3)
    }

    @Test("Two tallies merged are the tally of both")
    func tallyMerge() throws {
        let values = (0..<50).map { Double($0 * $0 % 17) + 1e6 }
        for split in [0, 1, 20, 50] {
            var (left, right, all) = (TallyMonitor(), TallyMonitor(), TallyMonitor())
            for value in values[..<split] { left.record(value) }
            for value in values[split...] { right.record(value) }
            for value in values { all.record(value) }
            left.merge(right)
            #expect(left.count == 50 && left.minimum == all.minimum && left.maximum == all.maximum)
            #expect(abs(try #require(left.mean) - (try #require(all.mean))) < 1e-9, "split at \(split)")
            #expect(abs(try #require(left.variance) - (try #require(all.variance))) < 1e-6, "split at \(split)")
        }
    }

    @Test("Two runs merged are averaged over the time of both")
    func timeWeightedMerge() {
        var first = TimeWeightedMonitor<Double>(value: 2, at: 0)
        first.update(to: 4, at: 10)
        var second = TimeWeightedMonitor<Double>(value: 1, at: 100)
        second.update(to: 7, at: 130)
        first.merge(second, until: 140)
        #expect(first.mean(at: 20) == (20 + 40 + 30 + 70) / 60.0)
        #expect(first.minimum == 1 && first.maximum == 7 && first.duration(at: 20) == 60)
    }

    @Test("A resource measures its queue, its units and its waits by itself")
    func monitoredResource() throws {
        var desk = MonitoredResource<Double, Int>(capacity: 1, queueLimit: 2, startingAt: 0)
        #expect(desk.request(0, at: 0) == .granted)
        guard case .queued = desk.request(1, at: 2), case .queued(let place) = desk.request(2, at: 4) else { return }
        #expect(desk.request(3, at: 5) == .refused)
        #expect(desk.renege(place, at: 6) == 2)
        #expect(desk.release(at: 8) == 1)
        #expect(desk.release(at: 10) == nil)
        #expect(desk.waits.count == 2 && desk.waits.mean == 3 && desk.reneged == 1 && desk.refused == 1)
        #expect(desk.queueLength.area(at: 20) == 6 + 2 && desk.unitsInUse.mean(at: 20) == 0.5)
        desk.resetMonitors(at: 20)
        #expect(desk.waits.mean == nil && desk.reneged == 0 && desk.queueLength.mean(at: 20) == nil)
    }

    @Test("A trace keeps the latest events, and reads like a list")
    func trace() throws {
        enum Payload: BitwiseCopyable {
            case arrival
            case departure(customer: Int)
        }
        var calendar = EventCalendar<Double, Payload>(startingAt: 0)
        var trace = EventTrace<Double, Payload>(last: 3)
        for customer in 0..<4 { calendar.schedule(at: Double(customer), .departure(customer: customer)) }
        calendar.schedule(at: 2, priority: EventPriority(rawValue: 3), .arrival)
        while let event = calendar.next() { trace.record(event) }
        #expect(trace.count == 5)
        #expect(
            trace.lines == [
                "2.0  priority 3  arrival", "2.0  departure(customer: 2)", "3.0  departure(customer: 3)",
            ])
    }
}
