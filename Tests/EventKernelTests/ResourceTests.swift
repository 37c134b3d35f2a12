import EventKernel
import Testing

@Suite("Resource")
struct ResourceTests {
    @Test("Grants while units are free, then queues by priority and arrival")
    func grantsAndQueues() {
        var resource = Resource<Int>(capacity: 2)
        #expect(resource.request(1) == .granted)
        #expect(resource.request(2) == .granted)
        for (requester, priority) in [(3, 9), (4, 5), (5, 9), (6, 5)] {
            let outcome = resource.request(requester, priority: EventPriority(rawValue: UInt8(priority)))
            #expect(outcome != .granted)
        }
        #expect(resource.waitingInOrder().map(\.requester) == [4, 6, 3, 5])
        #expect(resource.firstWaiting == 4)
        #expect((0..<4).map { _ in resource.release() } == [4, 6, 3, 5])
        #expect(resource.inUse == 2)
        #expect(resource.release() == nil)
        #expect(resource.inUse == 1)
        resource.checkInvariants()
    }

    @Test("When capacity drops below what is in use, units finish and none is granted until there is room")
    func capacityDrops() {
        var resource = Resource<Int>(capacity: 3)
        for requester in 0..<5 { _ = resource.request(requester) }
        resource.setCapacity(1)
        #expect(resource.inUse == 3)
        #expect(resource.grantNext() == nil)
        #expect(resource.release() == nil)
        #expect(resource.release() == nil)
        #expect(resource.release() == 3)
        #expect(resource.inUse == 1)
    }

    @Test("When capacity rises, the first in the queue start, as many as there is room for")
    func capacityRises() {
        var resource = Resource<Int>(capacity: 0)
        for requester in 0..<4 { #expect(resource.request(requester) != .granted) }
        resource.setCapacity(3)
        var started: [Int] = []
        while let next = resource.grantNext() { started.append(next) }
        #expect(started == [0, 1, 2])
        #expect(resource.waiting == 1)
        #expect(resource.hasFreeUnit == false)
    }

    @Test("A newcomer does not overtake those who wait for a unit that has just become free")
    func noOvertaking() {
        var resource = Resource<Int>(capacity: 0)
        _ = resource.request(1)
        resource.setCapacity(1)
        #expect(resource.request(2) != .granted)
        #expect(resource.grantNext() == 1)
    }

    @Test("Reneging takes a request out of the queue, once")
    func reneging() {
        var resource = Resource<Int>(capacity: 1)
        _ = resource.request(0)
        let places = (1...3).map { requester -> QueuePlace in
            guard case .queued(let place) = resource.request(requester) else { return .none }
            return place
        }
        #expect(resource.renege(places[0]) == 1)
        #expect(resource.renege(places[0]) == nil)
        #expect(resource.release() == 2)
        #expect(resource.renege(places[1]) == nil)
        #expect(resource.isWaiting(places[1]) == false)
        #expect(resource.isWaiting(places[2]) == true)
        #expect(resource.waiting == 1)
    }

    @Test("Releasing a unit that nobody holds stops the program")
    func releaseIsChecked() async {
        await #expect(processExitsWith: .failure) {
            var resource = Resource<Int>(capacity: 1)
            _ = resource.release()
        }
    }
}
