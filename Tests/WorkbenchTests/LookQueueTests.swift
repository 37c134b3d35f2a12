import Synchronization
import Testing

@testable import Workbench

/// First pictures come first, one piece of one person at a time, and nobody waits for whoever asked twice.
@Suite struct LookQueueTests {
    /// A door that work waits at.
    private final class Door: Sendable {
        private let isOpen = Atomic<Bool>(false)
        func open() { isOpen.store(true, ordering: .sequentiallyConsistent) }
        var isShut: Bool { !isOpen.load(ordering: .sequentiallyConsistent) }
    }

    /// Who is being worked for.
    private final class Running: Sendable {
        private let people = Mutex<[String]>([])
        /// - Returns: whether the person was there already.
        func enter(_ person: String) -> Bool {
            people.withLock { people in
                defer { people.append(person) }
                return people.contains(person)
            }
        }
        func leave(_ person: String) {
            people.withLock { people in
                if let place = people.firstIndex(of: person) { people.remove(at: place) }
            }
        }
    }

    private final class Notes: Sendable {
        private let written = Mutex<[String]>([])
        func add(_ note: String) { written.withLock { $0.append(note) } }
        var all: [String] { written.withLock { $0 } }
    }

    @Test func firstPicturesComeFirst() async throws {
        let (queue, door, notes) = (LookQueue(processors: 1), Door(), Notes())
        let holding = Task { try await queue.run("holder", rank: 0) { _ in while door.isShut {} } }
        while queue.count < 1 { await Task.yield() }
        var tasks: [Task<Void, any Error>] = []
        for (person, rank) in [("a", 1), ("b", 0), ("c", 1), ("d", 0)] {
            let before = queue.count
            tasks.append(Task { try await queue.run(person, rank: rank) { _ in notes.add("\(person)\(rank)") } })
            while queue.count == before { await Task.yield() }
        }
        door.open()
        try await holding.value
        for task in tasks { try await task.value }
        #expect(notes.all == ["b0", "d0", "a1", "c1"])
    }

    @Test func onePieceOfOnePersonAtATime() async throws {
        let (queue, notes) = (LookQueue(processors: 4), Notes())
        let running = Running()
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<60 {
                group.addTask {
                    let person = "person \(number % 3)"
                    try? await queue.run(person, rank: 0) { _ in
                        if running.enter(person) { notes.add("two of \(person)") }
                        for _ in 0..<1000 { _ = queue.count }
                        running.leave(person)
                    }
                }
            }
        }
        #expect(notes.all.isEmpty && queue.count == 0)
    }

    @Test func tooManyAreSentAway() async throws {
        let (queue, door) = (LookQueue(processors: 1), Door())
        let holding = Task { try await queue.run("holder", rank: 0) { _ in while door.isShut {} } }
        while queue.count < 1 { await Task.yield() }
        let waiting = (0..<LookQueue.mostWaiting).map { number in
            Task { try await queue.run("person \(number)", rank: 1) { _ in number } }
        }
        while queue.count < LookQueue.mostWaiting + 1 { await Task.yield() }
        await #expect(throws: BenchFault.self) { try await queue.run("one more", rank: 0) { _ in } }
        door.open()
        try await holding.value
        for (number, task) in waiting.enumerated() { #expect(try await task.value == number) }
    }
}
