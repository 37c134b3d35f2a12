public import CareModel
import Foundation
import GRDB

/// Reads one consistent state of the store. It is good only within the call that hands it out.
public class StoreReader: BookingReading {
    let database: Database
    let coder = PayloadCoder()

    init(_ database: Database) { self.database = database }

    /// The sequence number of the last entry; 0 while the log is empty. O(log n).
    public var lastSequence: Int64 {
        get throws { try LogTable(database: database).lastSequence() }
    }

    /// Entries of the log in order.
    /// - Parameters:
    ///   - sequence: those after this one; 0 for all.
    ///   - limit: at most so many.
    public func events(after sequence: Int64, limit: Int) throws -> [LogEntry] {
        try fetch(LogTable.select + " WHERE sequence > ? ORDER BY sequence LIMIT ?", [sequence, limit]) { row in
            try LogTable.entry(row, coder)
        }
    }

    /// Entries about a person in order (IG-1, IG-3).
    public func events(ofPerson person: Int64) throws -> [LogEntry] {
        try fetch(LogTable.select + " WHERE person = ? ORDER BY sequence", [person]) { row in
            try LogTable.entry(row, coder)
        }
    }

    /// By which entry each undone entry was undone, in order (BK-4).
    public func corrections() throws -> [(sequence: Int64, correctedBy: Int64)] {
        try fetch("SELECT sequence, corrected_by FROM corrections ORDER BY sequence", []) { ($0[0], $0[1]) }
    }

    /// The next free number for a new person, appointment and so on: one more than the largest. O(log n).
    public func nextNumber(of kind: NumberedKind) throws -> Int64 {
        let statement = try database.cachedStatement(
            sql: "SELECT coalesce(max(\(kind.column)), 0) + 1 FROM \(kind.table)")
        return try Int64.fetchOne(statement) ?? 1
    }

    /// Every look at a person's record, in order, and those that were refused (IG-1); of everybody if `person` is nil.
    /// Looks at a whole list are of person 0.
    /// - Parameter from: those at or after this minute.
    public func accesses(ofPerson person: Int64? = nil, from: CivilMinute? = nil) throws -> [AccessRecord] {
        let sql = """
            SELECT entry, at, user, origin, person, what, is_refused, reason FROM access_log
            WHERE (?1 IS NULL OR person = ?1) AND (?2 IS NULL OR at >= ?2) ORDER BY entry
            """
        return try fetch(sql, [person, from?.minutes]) { row in
            AccessRecord(
                entry: row[0], at: CivilMinute(minutes: row[1]), by: Author(user: row[2], origin: row[3]),
                person: row[4], what: row[5], isRefused: row[6], reason: row[7])
        }
    }

    func fetch<Record>(
        _ sql: String, _ values: [(any DatabaseValueConvertible)?], _ record: (Row) throws -> Record
    ) throws -> [Record] {
        let statement = try database.cachedStatement(sql: sql)
        let cursor = try Row.fetchCursor(statement, arguments: StatementArguments(values))
        var records: [Record] = []
        while let row = try cursor.next() { records.append(try record(row)) }
        return records
    }
}

/// What is numbered from 1 in the order of its coming.
public enum NumberedKind: CaseIterable, Hashable, Sendable {
    /// People.
    case person
    /// Appointments.
    case appointment
    /// Holds.
    case hold
    /// Rooms.
    case room
    /// Absences.
    case absence
    /// Tasks.
    case task
    /// Messages.
    case message
    /// Users.
    case user
    /// Links to book with.
    case link
    /// Closures of rooms.
    case roomClosure

    var table: String {
        switch self {
        case .person: "people"
        case .appointment: "appointments"
        case .hold: "holds"
        case .room: "rooms"
        case .absence: "absences"
        case .task: "tasks"
        case .message: "outbox"
        case .user: "users"
        case .link: "links"
        case .roomClosure: "room_closures"
        }
    }

    var column: String {
        switch self {
        case .person: "person"
        case .appointment: "appointment"
        case .hold: "hold"
        case .room: "room"
        case .absence: "absence"
        case .task: "task"
        case .message: "message"
        case .user: "user"
        case .link: "link"
        case .roomClosure: "closure"
        }
    }
}
