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
        var isRunning = false
        var isClosed = false
    }

    /// So many steps at most go into one transaction, so that none waits long.
    private static let largestGroup = 512

    private let pool: DatabasePool
    private let path: String
    private let thread = DispatchQueue(label: "BookingStore.writer", qos: .userInitiated)
    private let state = Mutex(State())
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
    }

    private func run() {
        while let group = nextGroup() { write(group) }
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
        for (step, failure) in zip(group, failures) {
            step.finish(failure.map { StoreError.known($0, path: path) })
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
