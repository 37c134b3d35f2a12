import GRDB
import GRDBSQLite

extension StoreReader {
    /// Statements that the connection keeps prepared: by their words, for as long as it is open. For tests: what is
    /// asked for stands in no statement's words, or a server that runs for weeks keeps one for each question.
    package var keptStatements: Int {
        var count = 0
        var statement = sqlite3_next_stmt(database.sqliteConnection, nil)
        while statement != nil {
            count += 1
            statement = sqlite3_next_stmt(database.sqliteConnection, statement)
        }
        return count
    }

    /// Bytes of the file that the connection has in memory. For tests: they are bounded, however long the file is.
    package var cachedBytes: Int {
        var (now, most): (CInt, CInt) = (0, 0)
        sqlite3_db_status(database.sqliteConnection, SQLITE_DBSTATUS_CACHE_USED, &now, &most, 0)
        return Int(now)
    }
}
