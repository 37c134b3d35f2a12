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
}
