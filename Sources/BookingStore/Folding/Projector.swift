import CareModel
import GRDB

/// Folds the log: applies each entry to the tables that are derived from it. The same code runs when an entry is
/// appended and when ``BookingStore/verify()`` folds the log anew.
struct Projector {
    let statements: WriteStatements
    /// Whether quanta are claimed and freed too; a fold anew compares them in another way.
    let claimsTime: Bool

    var database: Database { statements.database }

    init(statements: WriteStatements, claimsTime: Bool) {
        self.statements = statements
        self.claimsTime = claimsTime
    }

    init(database: Database, claimsTime: Bool) {
        self.init(statements: WriteStatements(database), claimsTime: claimsTime)
    }

    /// Applies one entry.
    /// - Throws: ``StoreError/refused(kind:detail:)`` if what it speaks of is not there or not in the right state,
    ///   ``StoreError/doubleBooking(_:)`` if its time is taken; the caller rolls back.
    func apply(_ entry: LogEntry) throws {
        try entry.event.stored.apply(to: self, entry)
    }

    /// Runs a statement that is prepared once.
    func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }

    /// Runs a statement that must insert; a key that exists, or a reference to nothing, is a refusal.
    func insert(_ columns: Columns, _ values: [(any DatabaseValueConvertible)?], _ entry: LogEntry) throws {
        try inserting(entry) { try run(columns.insert, values) }
    }

    /// Does what must insert; a key that exists, or a reference to nothing, is a refusal.
    func inserting(_ entry: LogEntry, _ insert: () throws -> Void) throws {
        do {
            try insert()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            let isReference = error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY
            throw refusal(
                entry, isReference ? "it refers to something that is not there" : "there is one with this number")
        }
    }

    /// Runs a statement that must change exactly one row.
    func change(
        _ sql: String, _ values: [(any DatabaseValueConvertible)?], _ entry: LogEntry, else detail: String
    ) throws {
        do {
            try run(sql, values)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY {
            throw refusal(entry, "it refers to something that is not there")
        }
        guard database.changesCount == 1 else { throw refusal(entry, detail) }
    }

    func refusal(_ entry: LogEntry, _ detail: String) -> StoreError {
        .refused(kind: entry.event.kind, detail: detail)
    }
}
