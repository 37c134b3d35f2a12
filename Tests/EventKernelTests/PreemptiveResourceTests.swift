import EventKernel
import Testing

@Suite("Resource with units that can be taken away")
struct PreemptiveResourceTests {
    private let urgent = EventPriority(rawValue: 1)
    private let usual = EventPriority(rawValue: 5)
    private let slack = EventPriority(rawValue: 9)

    /// The unit that a request was granted.
    private func unit(_ outcome: PreemptiveResource<Int>.Outcome) throws -> HeldUnit {
        guard case .granted(let unit) = outcome else { throw NotGranted() }
        return unit
    }

    private struct NotGranted: Error {}

    @Test("An urgent request stops the least urgent, and of these whoever started last")
    func stopsTheLeastUrgent() throws {
        var resource = PreemptiveResource<Int>(capacity: 3)
        _ = resource.request(1, priority: slack)
        let second = try unit(resource.request(2, priority: slack))
        _ = resource.request(3, priority: usual)
        guard case .interrupts(let stopped, let unit) = resource.request(4, priority: urgent) else {
            Issue.record("nobody is stopped")
            return
        }
        #expect(stopped.requester == 2 && stopped.priority == slack)
        #expect(resource.holder(of: second) == nil && resource.holder(of: unit) == 4)
        #expect(resource.inUse == 3 && resource.waiting == 0)
        resource.checkInvariants()
    }

    @Test("Nobody stops one of their own priority")
    func equalsWait() {
        var resource = PreemptiveResource<Int>(capacity: 1)
        _ = resource.request(1, priority: usual)
        guard case .queued = resource.request(2, priority: usual) else {
            Issue.record("an equal is stopped")
            return
        }
    }

    @Test("Whoever was stopped and is put first is served before those who came in between")
    func stoppedGoesFirst() throws {
        var resource = PreemptiveResource<Int>(capacity: 1)
        _ = resource.request(1, priority: usual)
        _ = resource.request(2, priority: usual)
        guard case .interrupts(let stopped, let unit) = resource.request(3, priority: urgent) else {
            Issue.record("nobody is stopped")
            return
        }
        resource.putFirst(stopped.requester, priority: stopped.priority)
        #expect(resource.waitingInOrder().map(\.requester) == [1, 2])
        let following = resource.release(unit)
        let grant = try #require(following)
        #expect(grant.requester == 1 && resource.holder(of: grant.unit) == 1)
    }

    @Test("Capacity that shrinks says who must stop, the least urgent first")
    func shrinking() {
        var resource = PreemptiveResource<Int>(capacity: 4)
        for (requester, priority) in [(1, usual), (2, slack), (3, urgent), (4, slack)] {
            _ = resource.request(requester, priority: priority)
        }
        resource.setCapacity(1)
        var stopped: [Int] = []
        while let next = resource.stopNext() { stopped.append(next.requester) }
        #expect(stopped == [4, 2, 1])
        #expect(resource.inUse == 1 && resource.stopNext() == nil)
        resource.setCapacity(2)
        #expect(resource.grantNext() == nil)
    }

    @Test("A full queue refuses, and has room for whoever was stopped all the same")
    func limit() {
        var resource = PreemptiveResource<Int>(capacity: 1, queueLimit: 1)
        _ = resource.request(1)
        _ = resource.request(2)
        guard case .refused = resource.request(3) else {
            Issue.record("three are there")
            return
        }
        resource.putFirst(4)
        #expect(resource.waiting == 2)
    }

    @Test("A unit that is given back twice stops the program, and says so")
    func twice() async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            var resource = PreemptiveResource<Int>(capacity: 1)
            guard case .granted(let unit) = resource.request(1) else { return }
            _ = resource.release(unit)
            _ = resource.release(unit)
        }
        let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(words.contains("the unit was given back, or taken away, before"))
    }
}
