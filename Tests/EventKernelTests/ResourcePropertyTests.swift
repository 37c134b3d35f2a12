import EventKernel
import TestSupport
import Testing

/// The resource against an array that is searched from end to end.
@Suite("Resource, against a sorted array")
struct ResourcePropertyTests {
    private struct Naive {
        var waiting: [(requester: Int, priority: UInt8, units: Int)] = []
        var inUse = 0
        var capacity = 2

        mutating func request(_ requester: Int, _ priority: UInt8, _ units: Int) -> Bool {
            if inUse + units <= capacity, waiting.isEmpty {
                inUse += units
                return true
            }
            waiting.append((requester, priority, units))
            return false
        }

        mutating func grantNext() -> Int? {
            guard let best = waiting.map(\.priority).min(),
                let index = waiting.firstIndex(where: { $0.priority == best }),
                inUse + waiting[index].units <= capacity
            else { return nil }
            inUse += waiting[index].units
            return waiting.remove(at: index).requester
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
        var places: [QueuePlace] = []
        for step in 0..<400 {
            switch random.below(10) {
            case 0..<5:
                let priority: UInt8 = [0, 63, 64, 200, 255][random.below(5)]
                let requester = places.count
                let units = [1, 1, 1, 2, 4][random.below(5)]
                let outcome = resource.request(
                    requester, units: units, priority: EventPriority(rawValue: priority))
                if case .queued(let place) = outcome { places.append(place) } else { places.append(.none) }
                if (outcome == .granted) != naive.request(requester, priority, units) { return false }
            case 5..<7 where naive.inUse > 0:
                let units = 1 + random.below(min(3, naive.inUse))
                naive.inUse -= units
                if resource.release(units: units) != naive.grantNext() { return false }
            case 7 where !places.isEmpty:
                let requester = random.below(places.count)
                let stands = naive.waiting.contains { $0.requester == requester }
                naive.waiting.removeAll { $0.requester == requester }
                if resource.isWaiting(places[requester]) != stands { return false }
                if resource.renege(places[requester]) != (stands ? requester : nil) { return false }
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
