import CareModel
import Foundation
import GRDB

/// The log: appended to, and read forwards, backwards, or by person.
struct LogTable {
    let database: Database

    private static let insertSQL = """
        INSERT INTO log (sequence, at, user, origin, kind, version, person, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    static let select = "SELECT sequence, at, user, origin, kind, version, payload, person FROM log"

    func lastSequence() throws -> Int64 {
        try Int64.fetchOne(database.cachedStatement(sql: "SELECT coalesce(max(sequence), 0) FROM log")) ?? 0
    }

    static func append(
        _ entry: LogEntry, about person: Int64?, coder: PayloadCoder, _ statements: WriteStatements
    ) throws {
        let payload = try coder.payload(of: entry.event)
        try statements(.appendToLog, LogTable.insertSQL).run { values in
            values.add(entry.sequence)
            values.add(entry.at.minutes)
            values.add(entry.by.user)
            values.add(entry.by.origin)
            values.add(entry.event.kind.rawValue)
            values.add(Int64(ServiceEvent.payloadVersion))
            values.add(person)
            values.add(text: payload)
        }
    }

    func entry(_ sequence: Int64) throws -> LogEntry? {
        let statement = try database.cachedStatement(sql: LogTable.select + " WHERE sequence = ?")
        return try Row.fetchOne(statement, arguments: [sequence]).map { try LogTable.entry($0, PayloadCoder()) }
    }

    /// Entries about a person that were not undone, latest first.
    func entriesBackwards(of person: Int64, before sequence: Int64, _ body: (LogEntry) throws -> Void) throws {
        let sql =
            LogTable.select + """
                 WHERE person = ? AND sequence < ? AND NOT EXISTS
                (SELECT 1 FROM corrections WHERE corrections.sequence = log.sequence) ORDER BY sequence DESC
                """
        let coder = PayloadCoder()
        let cursor = try Row.fetchCursor(database.cachedStatement(sql: sql), arguments: [person, sequence])
        while let row = try cursor.next() { try body(LogTable.entry(row, coder)) }
    }

    /// The entry in a row of ``select``.
    static func entry(_ row: Row, _ coder: PayloadCoder) throws -> LogEntry {
        let sequence: Int64 = row[0]
        let text: String = row[6]
        return LogEntry(
            sequence: sequence, at: CivilMinute(minutes: row[1]), by: Author(user: row[2], origin: row[3]),
            event: try coder.event(
                sequence: sequence, kind: row[4], version: row[5], payload: Data(text.utf8)))
    }
}
