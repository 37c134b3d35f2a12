import EventKernel
import KernelModels
import Testing

@Suite("Kernel: exact traces")
struct KernelTraceTests {
    @Test("Law's single-server queue gives the printed results")
    func law() throws {
        let results = LawsQueue().run(delays: 1000)
        #expect(results.delays.count == 1000)
        #expect(abs(try #require(results.delays.mean) - 0.430) <= 0.0005)
        #expect(abs(try #require(results.meanInQueue) - 0.418) <= 0.0005)
        #expect(abs(try #require(results.utilisation) - 0.460) <= 0.0005)
        #expect(abs(results.endTime - 1027.915) <= 0.0005)
    }

    @Test("With someone always waiting, a slotted service starts one at every slot")
    func slots() {
        let service = SlottedService(slots: [1.5, 2.3, 2.8], seats: 1, cycleLength: 2.8)
        let starts = service.run(arrivals: Array(repeating: 0, count: 50), until: 8.5)
        #expect(starts.map(\.customer) == Array(0..<9))
        let expected = [1.5, 2.3, 2.8, 4.3, 5.1, 5.6, 7.1, 7.9, 8.4]
        #expect(zip(starts, expected).allSatisfy { abs($0.time - $1) < 1e-9 })
    }

    @Test("A slotted service starts each customer at the first slot with a seat that nobody earlier has")
    func slotsWithArrivals() {
        let service = SlottedService(slots: [1.5, 2.3, 2.8], seats: 2, cycleLength: 2.8)
        let arrivals = [0.1, 0.2, 0.3, 1.5, 1.6, 2.3, 2.4, 2.8, 2.9, 5.2]
        let starts = service.run(arrivals: arrivals, until: 9)
        #expect(starts.map(\.customer) == Array(0..<10))
        let expected = [1.5, 1.5, 2.3, 2.3, 2.8, 2.8, 4.3, 4.3, 5.1, 5.6]
        #expect(zip(starts, expected).allSatisfy { abs($0.time - $1) < 1e-9 })
    }
}
