import Foundation
import GRDB
import GRDBSQLite

/// A prepared statement that is bound column by column and run with nothing between it and SQLite: for the few that
/// every booking runs, where the binding of arguments by GRDB costs as much as SQLite's own work.
struct DirectStatement {
    private let statement: Statement
    private let handle: SQLiteStatement

    /// The statement, from the connection's cache.
    init(_ sql: String, _ database: Database) throws {
        statement = try database.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
    }

    /// Runs a statement that returns no rows.
    /// - Parameter bind: adds a value for each parameter, in order.
    /// - Throws: `DatabaseError`.
    func run(_ bind: (inout Binding) -> Void = { _ in }) throws {
        var binding = Binding(handle: handle)
        bind(&binding)
        precondition(binding.count == sqlite3_bind_parameter_count(handle), "a value for each parameter")
        var code = binding.code
        if code == SQLITE_OK {
            code = sqlite3_step(handle)
            precondition(code != SQLITE_ROW, "the statement returns no rows")
        }
        let message = code == SQLITE_DONE ? nil : String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
        sqlite3_reset(handle)
        if code != SQLITE_DONE { throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message) }
    }

    /// The values of a statement's parameters, in their order.
    struct Binding {
        fileprivate let handle: SQLiteStatement
        fileprivate var count: CInt = 0
        fileprivate var code = SQLITE_OK
        /// SQLite keeps a copy of its own of what is bound so.
        private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

        fileprivate init(handle: SQLiteStatement) { self.handle = handle }

        private mutating func note(_ result: CInt) { if code == SQLITE_OK { code = result } }

        mutating func add(_ value: Int64) {
            count += 1
            note(sqlite3_bind_int64(handle, count, value))
        }

        mutating func add(_ value: Int64?) {
            if let value { return add(value) }
            count += 1
            note(sqlite3_bind_null(handle, count))
        }

        mutating func add(_ value: String) {
            count += 1
            note(sqlite3_bind_text(handle, count, value, -1, Binding.copied))
        }

        mutating func add(_ value: String?) {
            if let value { add(value) } else { add(Int64?.none) }
        }

        /// Text that is given as UTF-8, not empty.
        mutating func add(text: Data) {
            count += 1
            note(
                text.withUnsafeBytes { bytes in
                    sqlite3_bind_text(
                        handle, count, bytes.assumingMemoryBound(to: CChar.self).baseAddress, CInt(bytes.count),
                        Binding.copied)
                })
        }
    }
}
