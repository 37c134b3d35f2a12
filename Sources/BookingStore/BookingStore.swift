import Dispatch
import GRDB
import Synchronization

/// The bookings of a service in one SQLite file: an append-only log of events, and tables folded from it (decision 7).
///
/// One writer groups what arrives together into one transaction; a call returns once its step is on disk
/// (`synchronous=FULL`). Readers see one state each, and neither wait for the writer nor keep it waiting (WAL). A
/// double booking cannot be stored, because each five minutes of a clinician, person, room or group seat are one row
/// under a unique key (BK-1). Nothing is ever deleted (BK-4, IG-4). Times are passed in: the store has no clock.
///
/// ```swift
/// let store = try BookingStore.open(at: "service.db")
/// let sequence = try await store.write { writer in
///     try writer.append(.booked(booking), at: now, by: author)
/// }
/// ```
public final class BookingStore: BookingStorage {
    let pool: DatabasePool
    let path: String
    let isReadOnly: Bool
    private let queue: CommitQueue

    init(pool: DatabasePool, path: String, isReadOnly: Bool) {
        self.pool = pool
        self.path = path
        self.isReadOnly = isReadOnly
        queue = CommitQueue(pool: pool, path: path)
    }

    /// How often a group of steps was lost when it should have been written; see ``StoreWriter/generation``.
    public var generation: UInt64 { queue.generation }

    /// Reads one consistent state. It does not wait for the writer, nor the writer for it.
    /// - Throws: what `body` throws; ``StoreError`` if the file cannot be read.
    public func read<Value>(_ body: (StoreReader) throws -> Value) throws -> Value {
        do {
            return try pool.read { try body(StoreReader($0)) }
        } catch {
            throw StoreError.known(error, path: path)
        }
    }

    /// Writes one step: all that `body` appends, or nothing if it throws.
    ///
    /// Steps are taken in order of arrival, several in one transaction, each in a savepoint of its own. The call
    /// returns after the step is on disk. `body` runs on the one writer's thread, so that it may use state that is
    /// confined to it; it must not wait for another step.
    /// - Throws: what `body` throws. If the disk refused, a ``StoreError``: then nothing of the whole group was
    /// changed,
    ///   and ``generation`` has grown. After such an error, or none at all because the process died, the command may be
    ///   given again with the same key: see ``StoreWriter/reply(forKey:fingerprint:)``.
    public func write<Value: Sendable>(_ body: @escaping @Sendable (StoreWriter) throws -> Value) async throws -> Value
    {
        let result = Outcome<Value>()
        return try await withCheckedThrowingContinuation { continuation in
            queue.add(
                CommitQueue.Step(perform: { try result.keep(body($0)) }) { failure in
                    continuation.resume(with: result.settled(failure))
                })
        }
    }

    /// The same as ``write(_:)`` for a caller that may block its thread, such as the command line. Never call it within
    /// a step.
    public func writeBlocking<Value: Sendable>(_ body: @escaping @Sendable (StoreWriter) throws -> Value) throws
        -> Value
    {
        let result = Outcome<Value>()
        let failure = Mutex<(any Error)?>(nil)
        let done = DispatchSemaphore(value: 0)
        queue.add(
            CommitQueue.Step(perform: { try result.keep(body($0)) }) { error in
                failure.withLock { $0 = error }
                done.signal()
            })
        done.wait()
        return try result.settled(failure.withLock { $0 }).get()
    }

    /// Finishes the steps that wait, and closes the file. Later calls throw ``StoreError/closed``.
    public func close() throws {
        queue.close()
        do {
            // The writer goes last: it then leaves one file, with nothing beside it.
            pool.invalidateReadOnlyConnections()
            try pool.close()
        } catch {
            throw StoreError.known(error, path: path)
        }
    }
}

/// What a step returned, between the writer's thread and the caller's.
private final class Outcome<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    func keep(_ returned: Value) { value.withLock { $0 = returned } }

    /// The value, or why there is none.
    func settled(_ failure: (any Error)?) -> Result<Value, any Error> {
        if let failure { return .failure(failure) }
        guard let value = value.withLock({ $0 }) else { preconditionFailure("a step ended without value or error") }
        return .success(value)
    }
}
