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

    /// Runs a statement that is prepared once.
    func run(_ sql: String, _ values: [(any DatabaseValueConvertible)?]) throws {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
    }

    /// Runs a statement that must insert; a key that exists, or a reference to nothing, is a refusal.
    func insert(_ columns: Columns, _ values: [(any DatabaseValueConvertible)?], _ entry: EntryHead) throws {
        try inserting(entry) { try run(columns.insert, values) }
    }

    /// Does what must insert; a key that exists, or a reference to nothing, is a refusal.
    func inserting(_ entry: EntryHead, _ insert: () throws -> Void) throws {
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
        _ sql: String, _ values: [(any DatabaseValueConvertible)?], _ entry: EntryHead, else detail: String
    ) throws {
        do {
            try run(sql, values)
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_CONSTRAINT_FOREIGNKEY {
            throw refusal(entry, "it refers to something that is not there")
        }
        guard database.changesCount == 1 else { throw refusal(entry, detail) }
    }

    /// The person of a row of a table; nil if there is none.
    func person(_ table: String, _ key: String, _ number: Int64) throws -> Int64? {
        let statement = try database.cachedStatement(sql: "SELECT person FROM \(table) WHERE \(key) = ?")
        return try Int64.fetchOne(statement, arguments: [number])
    }

    func refusal(_ entry: EntryHead, _ detail: String) -> StoreError {
        .refused(kind: entry.kind, detail: detail)
    }
}
