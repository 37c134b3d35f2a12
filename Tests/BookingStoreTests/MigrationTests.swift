import BookingAudit
import CareModel
import Foundation
import GRDB
import Testing

@testable import BookingStore

/// Files that earlier versions wrote are brought forward, and are then like new ones.
@Suite struct MigrationTests {
    static let versions = Array(1..<Schema.migrator.migrations.count)

    /// A file of an earlier version: the first one as it was written, brought forward as far as it was then.
    private func file(ofVersion version: Int, in folder: Folder) throws -> String {
        let dump = URL(filePath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Fixtures/version-1.sql")
        let path = folder.file("version-\(version).db")
        try RawFile(path).run(String(contentsOf: dump, encoding: .utf8))
        let queue = try DatabaseQueue(path: path)
        try Schema.migrator.migrate(queue, upTo: Schema.migrator.migrations[version - 1])
        try queue.close()
        return path
    }

    private func schema(_ path: String) throws -> [String] {
        try RawFile(path).texts("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
    }

    @Test(arguments: versions)
    func broughtForward(version: Int) throws {
        let folder = try Folder()
        let path = try file(ofVersion: version, in: folder)
        #expect(
            storeError { _ = try BookingStore.open(at: path, readOnly: true) } == .olderSchema(path: path))
        let store = try BookingStore.open(at: path)
        #expect(try store.verify().differences.map(\.description) == [])
        #expect(try store.read { try $0.openPeople() }.count == 3)
        #expect(try store.read { try $0.standingAppointments(from: Clinic.now) }.map(\.appointment) == [1])
        #expect(try store.read { try $0.tasks() }.isEmpty)
        // What was taken is taken, and life goes on.
        #expect(isDoubleBooking { try store.book(3, Clinic.placement(person: 2, Clinic.at(9, 30))) })
        try store.writeBlocking { writer in
            let task = TaskAdded(task: 1, kind: "assessment-letter", due: Clinic.now + 2880, person: 1)
            try writer.append(.taskAdded(task), at: Clinic.now, by: Clinic.author)
        }
        #expect(try store.verify().differences.map(\.description) == [])
        try store.close()

        let new = folder.file("new.db")
        try BookingStore.create(at: new).close()
        #expect(try schema(path) == schema(new))
        #expect(try Auditor.faults(in: path).isEmpty)
    }
}
