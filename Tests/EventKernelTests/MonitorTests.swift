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
        #expect(monitor.mean(at: 60) == 3)
        monitor.update(to: 5, at: 61)
        #expect(monitor.mean(at: 62) == 4)
        #expect(monitor.minimum == 3 && monitor.maximum == 5)
    }

    @Test("Mean, variance and range, also far from zero")
    func tally() {
        var monitor = TallyMonitor()
        #expect(monitor.count == 0 && monitor.variance == 0)
        for value in [4.0, 7, 13, 16] { monitor.record(1e9 + value) }
        #expect(monitor.count == 4)
        #expect(monitor.mean == 1e9 + 10)
        #expect(monitor.variance == 30)
        #expect(monitor.minimum == 1e9 + 4 && monitor.maximum == 1e9 + 16)
        monitor.reset()
        monitor.record(3)
        #expect(monitor.mean == 3 && monitor.variance == 0 && monitor.maximum == 3)
    }
}
