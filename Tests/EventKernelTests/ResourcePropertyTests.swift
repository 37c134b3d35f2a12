import EventKernel
import TestSupport
import Testing

/// The resource against an array that is searched from end to end.
@Suite("Resource, against a sorted array")
struct ResourcePropertyTests {
    private struct Naive {
        var waiting: [(requester: Int, priority: UInt8)] = []
        var inUse = 0
        var capacity = 2

        mutating func request(_ requester: Int, _ priority: UInt8) -> Bool {
            if inUse < capacity, waiting.isEmpty {
                inUse += 1
                return true
            }
            waiting.append((requester, priority))
            return false
        }

        mutating func grantNext() -> Int? {
            guard inUse < capacity, let best = waiting.map(\.priority).min() else { return nil }
            let index = waiting.firstIndex { $0.priority == best }
            inUse += 1
            return index.map { waiting.remove(at: $0).requester }
        }

        func inOrder() -> [Int] {
            waiting.enumerated().sorted { ($0.element.priority, $0.offset) < ($1.element.priority, $1.offset) }
                .map(\.element.requester)
        }
    }

    @Test("Serves the same requests in the same order")
    func agrees() {
        for seed: UInt64 in 1...60 {
            guard runAgrees(seed: seed) else {
                Issue.record("seed \(seed) fails")
                return
            }
        }
    }

    /// Runs one random sequence on both; false at the first difference.
    private func runAgrees(seed: UInt64) -> Bool {
        var random = SplitMix(seed: seed)
        var resource = Resource<Int>(capacity: 2)
        var naive = Naive()
        var handles: [EventHandle] = []
        for step in 0..<400 {
            switch random.below(10) {
            case 0..<5:
                let priority: UInt8 = [0, 63, 64, 200, 255][random.below(5)]
                let requester = handles.count
                let outcome = resource.request(requester, priority: EventPriority(rawValue: priority))
                if case .queued(let handle) = outcome { handles.append(handle) } else { handles.append(.none) }
                if (outcome == .granted) != naive.request(requester, priority) { return false }
            case 5..<7 where naive.inUse > 0:
                naive.inUse -= 1
                if resource.release() != naive.grantNext() { return false }
            case 7 where !handles.isEmpty:
                let requester = random.below(handles.count)
                let stands = naive.waiting.contains { $0.requester == requester }
                naive.waiting.removeAll { $0.requester == requester }
                if resource.isWaiting(handles[requester]) != stands { return false }
                if resource.renege(handles[requester]) != (stands ? requester : nil) { return false }
            case 8:
                naive.capacity = random.below(6)
                resource.setCapacity(naive.capacity)
            default:
                if resource.grantNext() != naive.grantNext() { return false }
            }
            if step % 20 == 0 { resource.checkInvariants() }
            if resource.waiting != naive.waiting.count || resource.inUse != naive.inUse { return false }
            if resource.waitingInOrder().map(\.requester) != naive.inOrder() { return false }
            if resource.firstWaiting != naive.inOrder().first { return false }
        }
        return true
    }
}
