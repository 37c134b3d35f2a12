public import CareModel
public import Foundation
import GRDB

/// Writes one step of the store: everything that one call to ``BookingStore/write(_:)`` appends happens together, or
/// not at all. It is good only within that call, and on its thread.
public final class StoreWriter: StoreReader, BookingWriting {
    /// How often a group of steps was lost when it should have been written, since the store was opened. Whoever keeps
    /// state in memory beside the store compares it at the start of a step, and reads the state again when it has
    /// grown.
    public internal(set) var generation: UInt64 = 0

    /// What the writer knows of the transaction; it is taken back with what was written.
    private struct Progress {
        /// The sequence number of the last entry.
        var last: Int64 = 0
        /// What this step must not leave undone.
        var step = StepProgress()
        /// Whether nothing was written yet in this step, so that its own savepoint is enough to go back to.
        var isUntouched = true
    }

    private let statements: WriteStatements
    private var progress = Progress()
    /// Whether something could not be taken back: then the whole transaction must be given up.
    private(set) var isBroken = false

    /// The sequence number of the last entry, those of this step included.
    public override var lastSequence: Int64 { progress.last }

    /// The minute of the last entry, those of this step included; nil in an empty log. The next may be before it.
    public var lastMinute: CivilMinute? {
        get throws {
            let statement = try database.cachedStatement(sql: "SELECT at FROM log WHERE sequence = ?")
            return try Int64.fetchOne(statement, arguments: [progress.last]).map(CivilMinute.init(minutes:))
        }
    }

    override init(_ database: Database) {
        statements = WriteStatements(database)
        super.init(database)
    }

    // MARK: Idempotency

    /// The reply that the command with a key was given before; nil if it is new.
    /// - Parameter fingerprint: what tells this command from another: its text, or a digest of it.
    /// - Throws: ``StoreError/keyReused(key:)`` if the key was used for another command.
    public func reply(forKey key: String, fingerprint: String) throws -> Data? {
        let statement = try database.cachedStatement(sql: "SELECT fingerprint, reply FROM commands WHERE key = ?")
        guard let row = try Row.fetchOne(statement, arguments: [key]) else { return nil }
        let known: String = row[0]
        guard known == fingerprint else { throw StoreError.keyReused(key: key) }
        return row[1]
    }

    /// Keeps the reply to a command, in the same step as what the command did.
    /// - Throws: ``StoreError/keyReused(key:)`` if the key has a reply already.
    public func remember(reply: Data, forKey key: String, fingerprint: String) throws {
        progress.isUntouched = false
        let sql = "INSERT INTO commands (key, fingerprint, reply) VALUES (?, ?, ?)"
        do {
            try database.cachedStatement(sql: sql).execute(arguments: [key, fingerprint, reply])
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw StoreError.keyReused(key: key)
        }
    }

    // MARK: Events

    /// Appends an event to the log, applies it to every table that is folded from the log, and claims or frees the time
    /// that it takes or gives back (BK-1). Holds that are past at `now` are ended first, so that they never block. If
    /// it throws, nothing of it stays, and the step may go on with something else.
    /// - Parameters:
    ///   - event: what happened.
    ///   - now: when. The store has no clock; a minute before the last entry's is taken as it is.
    ///   - author: who does it, and from where (IG-1).
    /// - Returns: the sequence number of the entry.
    /// - Throws: ``StoreError/doubleBooking(_:)``, ``StoreError/invalidPlacement(detail:)`` or
    ///   ``StoreError/refused(kind:detail:)``.
    @discardableResult
    public func append(_ event: ServiceEvent, at now: CivilMinute, by author: Author) throws -> Int64 {
        let before = progress
        progress.isUntouched = false
        let savepoint: Savepoint = before.isUntouched ? .step : .entry
        if !before.isUntouched { try begin(.entry) }
        do {
            if event.stored.takesTime { try expireHolds(at: now) }
            let sequence = try appendAlone(event, at: now, by: author)
            if !before.isUntouched { try release(.entry) }
            return sequence
        } catch {
            progress = before
            rollBack(to: savepoint, isOver: !before.isUntouched)
            throw error
        }
    }

    /// Ends the holds that are past, as every claim does first.
    /// - Returns: the holds that it ended.
    @discardableResult
    public func expireHolds(at now: CivilMinute) throws -> [Int64] {
        // Until the end of the transaction nobody else can place a hold, or end one.
        if let next = progress.step.nextExpiry, now < next { return [] }
        let statement = try database.cachedStatement(
            sql: "SELECT hold FROM holds WHERE outcome IS NULL AND expires <= ? ORDER BY expires, hold")
        let past = try Int64.fetchAll(statement, arguments: [now.minutes])
        for hold in past {
            try append(.holdEnded(HoldEnded(hold: hold, outcome: .expired)), at: now, by: .software)
        }
        let next = try Int64.fetchOne(
            database.cachedStatement(sql: "SELECT min(expires) FROM holds WHERE outcome IS NULL"))
        progress.step.nextExpiry = CivilMinute(minutes: next ?? Int64.max)
        return past
    }

    /// Enters in the access log that somebody looked at a person's record, or was not let (IG-1).
    /// - Parameters:
    ///   - person: the person's number; 0 is a whole list, or nobody in particular.
    ///   - isRefused: whether the look was refused.
    public func recordAccess(
        toPerson person: Int64, what: String, at now: CivilMinute, by author: Author, isRefused: Bool = false,
        reason: String? = nil
    ) throws {
        progress.isUntouched = false
        try database.cachedStatement(
            sql: """
                INSERT INTO access_log (at, user, origin, person, what, is_refused, reason)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [now.minutes, author.user, author.origin, person, what, isRefused, reason])
    }

    /// Changes what is no part of the log, in the same step as the rest.
    func change(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        progress.isUntouched = false
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }

    private func appendAlone(_ event: ServiceEvent, at now: CivilMinute, by author: Author) throws -> Int64 {
        let entry = LogEntry(sequence: progress.last + 1, at: now, by: author, event: event)
        try event.stored.note(in: &progress.step)
        let projector = Projector(statements: statements, claimsTime: true)
        let subject = try event.stored.subject(in: projector)
        try LogTable.append(entry, about: subject, coder: coder, statements)
        progress.last += 1
        try projector.apply(entry)
        return entry.sequence
    }
}

extension StoreWriter {
    /// A place in the transaction to go back to: the beginning of a step, or of an entry that is not its first.
    private enum Savepoint: String {
        case step
        case entry
    }

    /// Learns where the log ends, at the beginning of a transaction: until its end nobody else can write.
    func beginTransaction() throws {
        progress = Progress()
        progress.last = try LogTable(database: database).lastSequence()
    }

    /// Runs one step in a savepoint of its own: if it throws, nothing of it stays.
    func step(_ body: (StoreWriter) throws -> Void) throws {
        (progress.step.unbooked, progress.isUntouched) = ([], true)
        let before = progress
        try begin(.step)
        do {
            try body(self)
            guard progress.step.unbooked.isEmpty else {
                throw StoreError.refused(
                    kind: .holdEnded,
                    detail: "hold \(progress.step.unbooked[0]) was confirmed, but nothing was booked for it")
            }
            try release(.step)
        } catch {
            progress = before
            rollBack(to: .step, isOver: true)
            throw error
        }
    }

    private func begin(_ savepoint: Savepoint) throws {
        try savepoint == .step
            ? statements(.beginStep, "SAVEPOINT step").run() : statements(.beginEntry, "SAVEPOINT entry").run()
    }

    private func release(_ savepoint: Savepoint) throws {
        try savepoint == .step
            ? statements(.releaseStep, "RELEASE step").run() : statements(.releaseEntry, "RELEASE entry").run()
    }

    /// Takes back what was written since a savepoint. After a failure of the disk SQLite may have rolled everything
    /// back already: then there is nothing to take back, and nothing to go on with.
    private func rollBack(to savepoint: Savepoint, isOver: Bool) {
        do {
            guard database.isInsideTransaction else {
                isBroken = true
                return
            }
            try database.cachedStatement(sql: savepoint == .step ? "ROLLBACK TO step" : "ROLLBACK TO entry").execute()
            if isOver { try release(savepoint) }
        } catch {
            isBroken = true
        }
    }
}
