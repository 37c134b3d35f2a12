import Dispatch
import GRDB
import Synchronization

/// The one writer. Steps are queued; each time the writer is free it takes all that wait, runs each in its own
/// savepoint, in order of arrival, and commits them together: one flush of the disk serves them all.
final class CommitQueue: Sendable {
    /// A step that waits: what it does, and whom it tells how it went.
    struct Step: Sendable {
        /// Does it. What it throws fails this step only.
        let perform: @Sendable (StoreWriter) throws -> Void
        /// Is told nil once the step is on disk, or why it is not.
        let finish: @Sendable ((any Error)?) -> Void
    }

    private struct State {
        var waiting: [Step] = []
        /// So many steps were on their way when the last group was on disk: it and those that waited.
        var expected = 1
        /// Whether the writer waits until as many are there as are expected.
        var isGathering = false
        var isRunning = false
        var isClosed = false
    }

    /// So many steps at most go into one transaction, so that none waits long.
    private static let largestGroup = 512
    /// So long the writer waits for callers that were told how their last steps went, and may come again at once.
    private static let patience = DispatchTimeInterval.microseconds(200)

    private let pool: DatabasePool
    private let path: String
    private let thread = DispatchQueue(label: "BookingStore.writer", qos: .userInitiated)
    /// Where callers are told how their steps went, while the writer goes on with the next group.
    private let replies = DispatchQueue(label: "BookingStore.replies", qos: .userInitiated)
    private let state = Mutex(State())
    private let gathered = DispatchSemaphore(value: 0)
    private let failedGroups = Atomic<UInt64>(0)

    init(pool: DatabasePool, path: String) {
        self.pool = pool
        self.path = path
    }

    /// See ``StoreWriter/generation``.
    var generation: UInt64 { failedGroups.load(ordering: .acquiring) }

    func add(_ step: Step) {
        let (isClosed, mustStart) = state.withLock { state in
            if state.isClosed { return (true, false) }
            state.waiting.append(step)
            if state.isGathering, state.waiting.count >= state.expected {
                state.isGathering = false
                gathered.signal()
            }
            defer { state.isRunning = true }
            return (false, !state.isRunning)
        }
        if isClosed {
            step.finish(StoreError.closed)
        } else if mustStart {
            thread.async { self.run() }
        }
    }

    /// Refuses new steps, and returns when those that wait are done.
    func close() {
        state.withLock { $0.isClosed = true }
        thread.sync {}
        replies.sync {}
    }

    private func run() {
        gather()
        while let group = nextGroup() {
            write(group)
            gather()
        }
    }

    /// Waits a moment until as many steps are there as were on their way before. Callers that come again at once would
    /// else fall into two halves, of which one always waits while the other is flushed.
    private func gather() {
        let isGathering = state.withLock { state in
            state.isGathering = !state.isClosed && state.waiting.count < state.expected
            return state.isGathering
        }
        guard isGathering, gathered.wait(timeout: .now() + CommitQueue.patience) == .timedOut else { return }
        let wasSignalled = state.withLock { state in
            defer { state.isGathering = false }
            return !state.isGathering
        }
        if wasSignalled { gathered.wait() }
    }

    private func nextGroup() -> [Step]? {
        state.withLock { state in
            let group = Array(state.waiting.prefix(CommitQueue.largestGroup))
            state.waiting.removeFirst(group.count)
            if group.isEmpty { state.isRunning = false }
            return group.isEmpty ? nil : group
        }
    }

    private func write(_ group: [Step]) {
        var failures = [(any Error)?](repeating: nil, count: group.count)
        do {
            try pool.writeWithoutTransaction { database in
                try commit(group, &failures, database)
            }
        } catch {
            failedGroups.add(1, ordering: .releasing)
            let known = StoreError(error, path: path)
            failures = failures.map { $0 ?? known }
        }
        state.withLock { state in
            state.expected = min(group.count + state.waiting.count, CommitQueue.largestGroup)
        }
        replies.async { [failures, path] in
            for (step, failure) in zip(group, failures) {
                step.finish(failure.map { StoreError.known($0, path: path) })
            }
        }
    }

    private func commit(_ group: [Step], _ failures: inout [(any Error)?], _ database: Database) throws {
        let writer = StoreWriter(database)
        writer.generation = generation
        try database.cachedStatement(sql: "BEGIN IMMEDIATE").execute()
        do {
            try writer.beginTransaction()
            for (index, step) in group.enumerated() {
                do {
                    try writer.step(step.perform)
                } catch {
                    failures[index] = error
                    // What others had done in this transaction is lost with it.
                    if writer.isBroken { throw error }
                }
            }
            try database.cachedStatement(sql: "COMMIT").execute()
        } catch {
            if database.isInsideTransaction { try? database.rollback() }
            throw error
        }
    }
}
