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

    func callAsFunction(_ name: Name) throws -> DirectStatement {
        if let statement = prepared[name.rawValue] { return statement }
        let statement = try DirectStatement(name.sql, database)
        prepared[name.rawValue] = statement
        return statement
    }
}

extension WriteStatements.Name {
    fileprivate var sql: String {
        switch self {
        case .beginStep: "SAVEPOINT step"
        case .releaseStep: "RELEASE step"
        case .beginEntry: "SAVEPOINT entry"
        case .releaseEntry: "RELEASE entry"
        case .claim: ClaimTable.claimSQL
        case .appendToLog: LogTable.insertSQL
        case .insertAppointment: AppointmentRecord.insertSQL
        case .insertHold: HoldRecord.insertSQL
        }
    }
}
