import GRDB

/// The statements that every booking runs, each looked up once for as long as the writer has the connection.
final class WriteStatements {
    /// Which statement.
    enum Name: Int, CaseIterable {
        case beginStep, releaseStep, beginEntry, releaseEntry
        case claim, appendToLog, insertAppointment, insertHold
    }

    let database: Database
    private var prepared = [DirectStatement?](repeating: nil, count: Name.allCases.count)

    init(_ database: Database) { self.database = database }

    /// The statement of a name, whose text is always the same.
    func callAsFunction(_ name: Name, _ sql: String) throws -> DirectStatement {
        if let statement = prepared[name.rawValue] { return statement }
        let statement = try DirectStatement(sql, database)
        prepared[name.rawValue] = statement
        return statement
    }
}
