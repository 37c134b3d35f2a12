import Foundation
import Synchronization

/// Work that waits for a thread: so many threads, one piece of one person at a time, first pictures before all else.
///
/// Each thread has a lower priority than those of the desk, which book: whoever moves sliders has what bookings leave.
/// Where the system refuses that, one processor fewer is used. Threads are there only while there is work.
final class LookQueue: Sendable {
    /// Pieces that may wait.
    static let mostWaiting = 200
    /// How much lower the priority is, of 19.
    private static let niceness: Int32 = 10

    private struct Piece: Sendable {
        let number: Int
        let person: String
        let rank: Int
        let isOver: Flag
        /// Does the work, or says that it will not be done.
        let work: @Sendable (_ isWanted: Bool) -> Void
    }

    /// Whether somebody has no more use for a piece.
    private final class Flag: Sendable {
        private let value = Atomic<Bool>(false)
        var isSet: Bool { value.load(ordering: .relaxed) }
        func set() { value.store(true, ordering: .relaxed) }
    }

    private struct State {
        var waiting: [Piece] = []
        var running: [Piece] = []
        var threads = 0
        var next = 0
        var isClosed = false
        /// Threads that there may be; fewer once a priority was refused.
        var most: Int
    }

    private let state: Mutex<State>
    private let processors: Int

    /// - Parameter processors: threads at most.
    init(processors: Int) {
        self.processors = max(1, processors)
        state = Mutex(State(most: max(1, processors)))
    }

    /// Does something when it is its turn. Whatever the person asked before and has not got yet is given up.
    /// - Parameters:
    ///   - person: who asks.
    ///   - rank: what is lower comes first.
    ///   - body: the work; it is told by a call whether it is still wanted.
    /// - Throws: ``BenchFault/givenUp``, or what the work throws.
    func run<Value: Sendable>(
        _ person: String, rank: Int,
        _ body: @escaping @Sendable (_ isCancelled: @escaping @Sendable () -> Bool) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let isOver = Flag()
            let work: @Sendable (Bool) -> Void = { isWanted in
                guard isWanted else { return continuation.resume(throwing: BenchFault.givenUp) }
                continuation.resume(with: Result { try body { isOver.isSet } })
            }
            add(person, rank, isOver, work)
        }
    }

    /// Takes nothing more, and gives up what is there.
    func close() {
        let left = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [] }
            for piece in state.running { piece.isOver.set() }
            return state.waiting
        }
        for piece in left { piece.work(false) }
    }

    /// Pieces that wait or are worked on.
    var count: Int { state.withLock { $0.waiting.count + $0.running.count } }

    private static func takeAll(_ state: inout State, of person: String) -> [Piece] {
        for piece in state.running where piece.person == person { piece.isOver.set() }
        let gone = state.waiting.filter { $0.person == person }
        state.waiting.removeAll { $0.person == person }
        return gone
    }

    private func add(_ person: String, _ rank: Int, _ isOver: Flag, _ work: @escaping @Sendable (Bool) -> Void) {
        let (gone, isTaken, starts) = state.withLock { state -> ([Piece], Bool, Bool) in
            let gone = Self.takeAll(&state, of: person)
            guard !state.isClosed, state.waiting.count < Self.mostWaiting else { return (gone, false, false) }
            let piece = Piece(number: state.next, person: person, rank: rank, isOver: isOver, work: work)
            state.next += 1
            state.waiting.append(piece)
            let starts = state.threads < state.most
            if starts { state.threads += 1 }
            return (gone, true, starts)
        }
        for piece in gone { piece.work(false) }
        guard isTaken else { return work(false) }
        if starts { Thread { self.workOff() }.start() }
    }

    /// What a thread does, until nothing is left for it.
    private func workOff() {
        let isLower = LowPriority.lower(by: Self.niceness)
        if !isLower { state.withLock { $0.most = max(1, processors - 1) } }
        while let piece = take() {
            piece.work(true)
            state.withLock { state in state.running.removeAll { $0.number == piece.number } }
        }
    }

    /// The next piece, of somebody of whom nothing is worked on; nil ends the thread.
    private func take() -> Piece? {
        state.withLock { state in
            let free = state.waiting.indices.filter { place in
                !state.running.contains { $0.person == state.waiting[place].person }
            }
            let next = free.min { one, other in
                let (first, second) = (state.waiting[one], state.waiting[other])
                return (first.rank, first.number) < (second.rank, second.number)
            }
            guard let next, state.threads <= state.most else {
                state.threads -= 1
                return nil
            }
            let piece = state.waiting.remove(at: next)
            state.running.append(piece)
            return piece
        }
    }
}
