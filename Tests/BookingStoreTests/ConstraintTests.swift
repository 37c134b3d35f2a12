import BookingAudit
import BookingStore
import CareModel
import Foundation
import TestSupport
import Testing

/// Each key and constraint that keeps a promise is taken out of a store, one at a time, and what it keeps from
/// happening is done: without it the file holds what must never be, and the auditor, or the count of rows, says so.
/// With all of them in place the same is refused. So no constraint can be lost from the schema without a test that
/// fails.
@Suite struct ConstraintTests {
    /// A constraint, how it is taken out of a table's definition, and the statement that it refuses.
    struct Mutation: CustomStringConvertible, Sendable {
        var table: String
        var constraint: String
        var replacement: String
        var forbidden: String
        var description: String { "\(table): \(constraint)" }
    }

    private static let clinicianAt9 = "(SELECT min(key) FROM quanta)"
    /// A key refuses by itself, whatever refers to it.
    private static let noReferences = "PRAGMA foreign_keys = OFF; "

    /// Every primary key, unique key, reference and trigger on which a booking depends.
    static let mutations: [Mutation] = [
        Mutation(
            table: "quanta", constraint: "key INTEGER PRIMARY KEY", replacement: "key INTEGER",
            forbidden: "INSERT INTO quanta SELECT key, 2 FROM quanta WHERE key = \(clinicianAt9)"),
        Mutation(
            table: "appointments", constraint: "appointment INTEGER PRIMARY KEY", replacement: "appointment INTEGER",
            forbidden: noReferences + "INSERT INTO appointments SELECT * FROM appointments WHERE appointment = 1"),
        Mutation(
            table: "holds", constraint: "hold INTEGER PRIMARY KEY", replacement: "hold INTEGER",
            forbidden: noReferences + "INSERT INTO holds SELECT * FROM holds WHERE hold = 1"),
        Mutation(
            table: "log", constraint: "sequence INTEGER PRIMARY KEY", replacement: "sequence INTEGER",
            forbidden: """
                PRAGMA foreign_keys = OFF; DROP TRIGGER log_keeps_order;
                INSERT INTO log SELECT * FROM log WHERE sequence = 3
                """),
        Mutation(
            table: "people", constraint: "person INTEGER PRIMARY KEY", replacement: "person INTEGER",
            forbidden: noReferences + "INSERT INTO people SELECT * FROM people WHERE person = 1"),
        Mutation(
            table: "episodes", constraint: "person INTEGER PRIMARY KEY REFERENCES people (person)",
            replacement: "person INTEGER",
            forbidden: noReferences + "INSERT INTO episodes SELECT * FROM episodes WHERE person = 1"),
        Mutation(
            table: "commands", constraint: "key TEXT PRIMARY KEY", replacement: "key TEXT",
            forbidden: "INSERT INTO commands SELECT * FROM commands"),
        Mutation(
            table: "appointments", constraint: "person INTEGER REFERENCES people (person)",
            replacement: "person INTEGER", forbidden: "UPDATE appointments SET person = 999 WHERE appointment = 1"),
        Mutation(
            table: "appointments", constraint: "clinician INTEGER NOT NULL REFERENCES clinicians (clinician)",
            replacement: "clinician INTEGER NOT NULL",
            forbidden: "UPDATE appointments SET clinician = 99 WHERE appointment = 1"),
        Mutation(
            table: "appointments", constraint: "hold INTEGER REFERENCES holds (hold)", replacement: "hold INTEGER",
            forbidden: "UPDATE appointments SET hold = 99 WHERE appointment = 1"),
        Mutation(
            table: "holds", constraint: "person INTEGER REFERENCES people (person)", replacement: "person INTEGER",
            forbidden: "UPDATE holds SET person = 999 WHERE hold = 1"),
    ]

    private let folder: Folder
    private let path: String

    init() throws {
        folder = try Folder()
        path = folder.file("service.db")
        let store = try BookingStore.create(at: path)
        try Clinic.open(store)
        try store.writeBlocking { writer in
            try VerificationTests.fill(writer)
            try writer.remember(reply: Data("done".utf8), forKey: "a", fingerprint: "a")
        }
        try store.close()
    }

    /// Whether a statement goes through; what it did is then seen by the auditor or by the store's own verification.
    private func goesThrough(_ sql: String) throws -> Bool {
        let file = try RawFile(path)
        do {
            try file.run("PRAGMA foreign_keys = ON; " + sql)
            return true
        } catch {
            return false
        }
    }

    /// Writes the table's definition anew without a constraint, as a careless migration would.
    private func takeOut(_ mutation: Mutation) throws {
        let file = try RawFile(path)
        let name = mutation.table
        let triggers = try file.texts("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '\(name)'")
        let known = try file.texts("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '\(name)'")
        let definition = try #require(known.first)
        let changed = definition.replacingOccurrences(of: mutation.constraint, with: mutation.replacement)
            .replacingOccurrences(of: ", WITHOUT ROWID", with: "")
        try #require(changed != definition, "\(mutation) is not in the schema")
        let copy = changed.replacingOccurrences(of: "CREATE TABLE \(name) ", with: "CREATE TABLE changed ")
            .replacingOccurrences(of: "CREATE TABLE \"\(name)\" ", with: "CREATE TABLE changed ")
        try file.run(
            """
            PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; \(copy);
            INSERT INTO changed SELECT * FROM \(name); DROP TABLE \(name);
            ALTER TABLE changed RENAME TO \(name);
            """)
        for trigger in triggers { try file.run(trigger) }
    }

    @Test(arguments: mutations)
    func withTheConstraintItIsRefused(mutation: Mutation) throws {
        #expect(try !goesThrough(mutation.forbidden), "\(mutation) lets it through")
        #expect(try Auditor.faults(in: path).isEmpty)
    }

    @Test(arguments: mutations)
    func withoutItIsDone(mutation: Mutation) throws {
        try takeOut(mutation)
        #expect(try goesThrough(mutation.forbidden), "something else than \(mutation) refuses it")
    }

    /// Each trigger that keeps the logs as they are: with it the change is refused, without it the change is made
    /// (IG-4, BK-4).
    @Test(arguments: [
        ("log_is_not_changed", "UPDATE log SET at = 0 WHERE sequence = 1"),
        ("log_is_not_deleted", "PRAGMA foreign_keys = OFF; DELETE FROM log WHERE sequence = 2"),
        (
            "log_keeps_order",
            "INSERT INTO log SELECT 9999, at, user, origin, kind, version, person, payload FROM log LIMIT 1"
        ),
        ("access_log_is_not_changed", "UPDATE access_log SET at = 0"),
        ("access_log_is_not_deleted", "DELETE FROM access_log"),
    ])
    func eachTriggerIsNeeded(trigger: String, sql: String) throws {
        let store = try BookingStore.open(at: path)
        try store.writeBlocking { try $0.recordAccess(toPerson: 1, what: "person", at: Clinic.now, by: Clinic.author) }
        try store.close()
        #expect(try !goesThrough(sql))
        try RawFile(path).run("DROP TRIGGER \(trigger)")
        #expect(try goesThrough(sql))
    }

    /// Every key, reference and trigger of the tables of bookings is in one of the lists above.
    @Test func noConstraintIsForgotten() throws {
        let file = try RawFile(path)
        var found: [String] = []
        for table in ["quanta", "appointments", "holds", "log", "people", "episodes", "commands"] {
            let sql = try #require(
                file.texts("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = '\(table)'").first)
            for line in sql.split(separator: "\n") where line.contains("PRIMARY KEY") || line.contains("REFERENCES") {
                found.append("\(table): " + line.trimmingCharacters(in: .whitespaces.union([","])))
            }
        }
        let known = ConstraintTests.mutations.map(\.description) + ConstraintTests.keptByOthers
        #expect(Set(found) == Set(known), "\(Set(found).symmetricDifference(known).sorted())")
    }

    /// References that no booking depends on: what would break them is refused by the store before.
    private static let keptByOthers = [
        "appointments: room INTEGER REFERENCES rooms (room)",
        "appointments: session INTEGER REFERENCES appointments (appointment)",
        "appointments: replaces INTEGER REFERENCES appointments (appointment)",
        "holds: clinician INTEGER NOT NULL REFERENCES clinicians (clinician)",
        "holds: room INTEGER REFERENCES rooms (room)",
        "holds: session INTEGER REFERENCES appointments (appointment)",
        "people: earlier INTEGER REFERENCES people (person)",
        "people: team INTEGER NOT NULL REFERENCES teams (team)",
    ]
}
