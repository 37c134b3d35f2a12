import Foundation
import TestSupport
import Testing

/// Databases that cannot be used: said in words with the right code, and left as they were.
@Suite struct FaultyDatabaseTests {
    private let workspace: Workspace

    init() throws {
        workspace = try Workspace()
        try workspace.writeClinic()
        #expect(try workspace.foundClinic().code == 0)
    }

    private static let hold = ["--person", "1", "--clinician", "0", "--start", "2026-12-03T09:00"]

    private func expect(
        _ database: String, code: Int32, says: String, sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try? workspace.bytes(database)
        let names = workspace.names(in: ".")
        for command in [["waiting-list"], ["verify"], ["hold"]] {
            let more = command == ["hold"] ? Self.hold : []
            let outcome = try workspace.service(command + [database, "--now", Clinic.now] + more)
            #expect(outcome.code == code, sourceLocation: sourceLocation)
            #expect(outcome.out == "", sourceLocation: sourceLocation)
            #expect(outcome.err.hasPrefix("\(database): \(says)"), "\(outcome.err)", sourceLocation: sourceLocation)
        }
        #expect((try? workspace.bytes(database)) == before, sourceLocation: sourceLocation)
        #expect(workspace.names(in: ".") == names, sourceLocation: sourceLocation)
    }

    @Test func notThere() throws { try expect("none.db", code: 66, says: "no such file or folder") }

    @Test func aFolder() throws { try expect("tables", code: 65, says: "not a database (it is a folder)") }

    @Test func notADatabase() throws {
        try expect("clinic.yaml", code: 65, says: "not a database (it does not begin as one)")
        try workspace.write("empty.db", "")
        try expect("empty.db", code: 65, says: "not a database (it is empty)")
    }

    /// The header of a database of another program, with a page of its own.
    @Test func anotherProgramsDatabase() throws {
        var bytes = Array(try workspace.bytes("clinic.db").prefix(4096))
        bytes.replaceSubrange(68..<72, with: [0, 0, 0, 0])
        bytes.replaceSubrange(28..<32, with: [0, 0, 0, 1])
        try workspace.write("other.db", bytes: bytes)
        try expect("other.db", code: 65, says: "a database, but not one of stepcare")
    }

    @Test func cutShort() throws {
        let bytes = Array(try workspace.bytes("clinic.db"))
        try workspace.write("short.db", bytes: Array(bytes.prefix(9000)))
        try expect("short.db", code: 65, says: "damaged; restore a backup (9000 bytes, where there should be")
    }

    @Test func pagesOverwritten() throws {
        var bytes = Array(try workspace.bytes("clinic.db"))
        for index in 4096..<bytes.count { bytes[index] = 0x5A }
        try workspace.write("damaged.db", bytes: bytes)
        let outcome = try workspace.service(["hold", "damaged.db", "--now", Clinic.now] + Self.hold)
        #expect(outcome.code == 65)
        #expect(outcome.err.hasPrefix("damaged.db: damaged; restore a backup ("))
        #expect(try workspace.bytes("damaged.db") == Data(bytes))
    }

    @Test(.enabled(if: geteuid() != 0, "root may write anywhere")) func readOnly() throws {
        chmod(workspace.path + "/clinic.db", 0o400)
        try expect("clinic.db", code: 74, says: "can only be read")
        chmod(workspace.path + "/clinic.db", 0o600)
        try workspace.makeFolder("locked")
        chmod(workspace.path + "/locked", 0o500)
        let made = try workspace.service([
            "init", "clinic.yaml", "locked/a.db", "--from-csv", "tables", "--now", Clinic.now,
        ])
        #expect(made.code == 74 && made.err.contains("locked: can only be read"))
        let out = try workspace.clinic("export", ["--to", "locked"])
        #expect(out.code == 74 && out.err == "locked: cannot be written: Permission denied\n")
    }
}
