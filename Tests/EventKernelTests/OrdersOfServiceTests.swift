import EventKernel
import TestSupport
import Testing

@Suite("Orders of service, several units and limits")
struct OrdersOfServiceTests {
    @Test("The lowest rank is served first, and of equals whoever came first")
    func ranked() {
        var resource = RankedResource<Double, Int>(capacity: 1)
        #expect(resource.request(0, rank: 9) == .granted)
        for (requester, rank) in [(1, 5.0), (2, -1), (3, 5), (4, 0.5)] { _ = resource.request(requester, rank: rank) }
        #expect((0..<4).map { _ in resource.release() } == [2, 4, 1, 3])
        #expect(resource.release() == nil && resource.inUse == 0)
    }

    @Test("A ranked request is withdrawn once, and those behind move up")
    func rankedReneging() {
        var resource = RankedResource<Int64, Int>(capacity: 0)
        var places: [QueuePlace] = []
        for requester in 0..<4 {
            guard case .queued(let place) = resource.request(requester, rank: Int64(requester)) else { return }
            places.append(place)
        }
        #expect(resource.renege(places[0]) == 0 && resource.renege(places[0]) == nil)
        resource.setCapacity(1)
        #expect(resource.grantNext() == 1 && resource.grantNext() == nil)
        #expect(resource.waiting == 2 && !resource.isWaiting(places[1]))
    }

    @Test("Ranks against a sorted array", arguments: 1...20)
    func rankedAgrees(seed: UInt64) {
        var random = SplitMix(seed: seed)
        var resource = RankedResource<Int64, Int>(capacity: 0)
        var waiting: [(rank: Int64, requester: Int)] = []
        for requester in 0..<300 {
            let rank = Int64(random.below(40))
            _ = resource.request(requester, rank: rank)
            waiting.append((rank, requester))
        }
        let expected = waiting.sorted { ($0.rank, $0.requester) < ($1.rank, $1.requester) }.map(\.requester)
        resource.setCapacity(300)
        #expect((0..<300).map { _ in resource.grantNext() } == expected, "seed \(seed)")
    }

    @Test("Ahead of all others, the last to come is served first")
    func lastCome() {
        var resource = Resource<Int>(capacity: 1)
        for requester in 0..<4 { _ = resource.requestAhead(requester) }
        #expect((0..<3).map { _ in resource.release() } == [3, 2, 1])
    }

    @Test("The first in the queue waits for all its units, and nobody overtakes it")
    func severalUnits() {
        var resource = Resource<Int>(capacity: 5)
        #expect(resource.request(0, units: 3) == .granted)
        #expect(resource.request(1, units: 4) != .granted)
        #expect(resource.request(2, units: 1) != .granted)
        #expect(resource.firstWaitingUnits == 4)
        #expect(resource.release(units: 1) == nil && resource.inUse == 2)
        #expect(resource.release(units: 1) == 1 && resource.inUse == 5)
        #expect(resource.grantNext() == nil)
        #expect(resource.release(units: 4) == 2 && resource.inUse == 2)
        resource.checkInvariants()
    }

    @Test("A full queue refuses, and nothing changes")
    func limit() {
        var resource = Resource<Int>(capacity: 1, queueLimit: 1)
        #expect(resource.request(0) == .granted)
        guard case .queued(let place) = resource.request(1) else { return }
        #expect(resource.request(2) == .refused && resource.requestAhead(3) == .refused)
        #expect(resource.waiting == 1 && resource.inUse == 1)
        #expect(resource.renege(place) == 1)
        #expect(resource.request(4) != .refused)
    }

    @Test("Resources in an array are each their own")
    func array() {
        var desks = ResourceArray(count: 3) { Resource<Int>(capacity: $0) }
        #expect(desks[1].request(7) == .granted && desks[1].request(8) != .granted)
        #expect(desks[0].inUse == 0 && desks[1].waiting == 1 && desks[2].capacity == 2)
    }

    @Test("A batch says when it is full, and keeps the order of coming")
    func batch() {
        var bus = Batch<Int>(size: 3)
        #expect([4, 5, 6].map { bus.add($0) } == [false, false, true])
        #expect((0..<bus.count).map { bus[$0] } == [4, 5, 6])
        bus.removeAll()
        #expect(bus.count == 0 && bus.add(7) == false)
    }
}
