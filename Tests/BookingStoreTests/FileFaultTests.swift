import BookingAudit
import BookingStore
import CareModel
import Foundation
import GRDB
import TestSupport
import Testing

@Suite struct FileFaultTests {
    private let folder: Folder

    init() throws { folder = try Folder() }

    private func error(opening path: String) -> StoreError? {
        storeError { try BookingStore.open(at: path).close() }
    }

    private func newStore(_ name: String = "service.db") throws -> String {
        let path = folder.file(name)
        let store = try BookingStore.create(at: path)
        try Clinic.open(store)
        try store.close()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [name], "one file is left")
        return path
    }

    private func write(_ data: Data, _ name: String) throws -> String {
        let path = folder.file(name)
        try data.write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func missing() {
        #expect(error(opening: folder.file("none.db")) == .missing(path: folder.file("none.db")))
        let inNoFolder = storeError { _ = try BookingStore.create(at: folder.file("none/service.db")) }
        #expect(inNoFolder == .missing(path: folder.file("none")))
    }

    @Test func aFolder() {
        #expect(error(opening: folder.path) == .notADatabase(path: folder.path, detail: "it is a folder"))
        #expect(storeError { _ = try BookingStore.create(at: folder.path) } == .exists(path: folder.path))
    }

    @Test func empty() throws {
        let path = try write(Data(), "empty.db")
        #expect(error(opening: path) == .notADatabase(path: path, detail: "it is empty"))
    }

    @Test func somethingElse() throws {
        let path = try write(Data("name,born\nA,1980\n".utf8), "people.csv")
        #expect(error(opening: path) == .notADatabase(path: path, detail: "it does not begin as one"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == 17)
    }

    @Test func anotherProgramsDatabase() throws {
        let path = folder.file("other.db")
        try RawFile(path).run("CREATE TABLE other (x)")
        #expect(error(opening: path) == .notABookingStore(path: path))
        #expect(try RawFile(path).texts("SELECT name FROM sqlite_schema") == ["other"])
    }

    @Test(arguments: [50, 4096, 20_000])
    func cutShort(bytes: Int) throws {
        let path = try newStore()
        let whole = try Data(contentsOf: URL(fileURLWithPath: path))
        try whole.prefix(bytes).write(to: URL(fileURLWithPath: path))
        guard case .corrupted(path, _) = error(opening: path) else {
            Issue.record("\(String(describing: error(opening: path)))")
            return
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count == bytes)
    }

    @Test func damagedInside() throws {
        let path = try newStore()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        for page in stride(from: 4096 * 8, to: bytes.count, by: 4096) {
            bytes.replaceSubrange(page..<page + 64, with: Data(repeating: 0xA5, count: 64))
        }
        try bytes.write(to: URL(fileURLWithPath: path))
        let found = storeError {
            let store = try BookingStore.open(at: path)
            defer { try? store.close() }
            let report = try store.verify()
            if !report.isSound { throw StoreError.corrupted(path: path, detail: "\(report.differences)") }
        }
        guard case .corrupted = found else {
            Issue.record("\(String(describing: found))")
            return
        }
    }

    @Test func aLaterVersion() throws {
        let path = try newStore()
        try RawFile(path).run("INSERT INTO grdb_migrations VALUES ('99 something new')")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        let names = folder.names(in: ".")
        #expect(error(opening: path) == .newerSchema(path: path))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
        #expect(folder.names(in: ".") == names)
    }

    @Test func existing() throws {
        let path = try newStore()
        #expect(storeError { _ = try BookingStore.create(at: path) } == .exists(path: path))
    }

    @Test func aFolderThatCannotBeWritten() throws {
        let path = try newStore()
        #expect(chmod(path, 0o444) == 0 && chmod(folder.path, 0o555) == 0)
        defer { _ = chmod(folder.path, 0o755) }
        let entries = try RawFile(path).texts("SELECT count(*) FROM log")
        let writing = try HammerProcess(["open", path, "as-nobody"]).finish().said
        #expect(writing.lines == ["error \(StoreError.readOnly(path: path))"])
        let reading = try HammerProcess(["read", path, "as-nobody"]).finish().said
        #expect(reading.lines == ["opened " + (entries.first ?? "")])
    }

    @Test func backupAndRestore() throws {
        let path = try newStore()
        let store = try BookingStore.open(at: path)
        let copy = folder.file("copy.db")
        try store.backUp(to: copy)
        #expect(storeError { try store.backUp(to: copy) } == .exists(path: copy))
        try store.book(1, Clinic.placement(Clinic.at(10)))
        let restored = folder.file("restored.db")
        try BookingStore.restore(from: copy, to: restored)
        let earlier = try BookingStore.open(at: restored)
        #expect(try earlier.verify().isSound)
        #expect(try earlier.read { try $0.lastSequence } == store.read { try $0.lastSequence } - 1)
        #expect(try earlier.read { try $0.standingAppointments(from: Clinic.now) }.isEmpty)
        #expect(try Auditor.faults(in: restored).isEmpty)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!names.contains { $0.contains("unfinished") })
        let notOne = try write(Data("no".utf8), "no.db")
        #expect(storeError { try BookingStore.restore(from: notOne, to: folder.file("x.db")) } != nil)
        #expect(!FileManager.default.fileExists(atPath: folder.file("x.db")))
    }

    /// A backup whose rows are not what its log says is damaged, however sound its pages are.
    @Test(arguments: [
        "UPDATE appointments SET minutes = minutes + 5", "DELETE FROM quanta", "UPDATE episodes SET state = state + 1",
    ])
    func aBackupThatIsNotWhatItsLogSays(change: String) throws {
        let path = try newStore()
        let store = try BookingStore.open(at: path)
        try store.book(1, Clinic.placement(Clinic.at(10)))
        let copy = folder.file("copy.db")
        try store.backUp(to: copy)
        try RawFile(copy).run(change)
        let to = folder.file("restored.db")
        let error = storeError { try BookingStore.restore(from: copy, to: to) }
        guard case .corrupted(copy, _) = error else { return #expect(Bool(false), "\(String(describing: error))") }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { !$0.contains("restored") })
    }

    /// A new store is there when it has been filled, and not before: nothing is left of one that was not.
    @Test func aStoreAppearsWholeOrNotAtAll() throws {
        struct Stopped: Error {}
        let path = folder.file("filled.db")
        #expect(throws: Stopped.self) {
            try BookingStore.create(at: path) { store in
                try Clinic.open(store)
                #expect(!FileManager.default.fileExists(atPath: path))
                throw Stopped()
            }
        }
        // Whatever a process that was killed left is no hindrance.
        try Data("half".utf8).write(to: URL(fileURLWithPath: path + ".unfinished"))
        try Data("half".utf8).write(to: URL(fileURLWithPath: path + ".unfinished-wal"))
        try BookingStore.create(at: path) { try Clinic.open($0) }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.contains("filled") }
        #expect(names == ["filled.db"])
        #expect(try BookingStore.open(at: path).verify().isSound)
        // A link that leads nowhere is in the way as any other file.
        let link = folder.file("link.db")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.file("nowhere"))
        #expect(storeError { try BookingStore.restore(from: path, to: link) } == .exists(path: link))
    }

    @Test func whileAnotherProcessHoldsTheFile() throws {
        // A reader is not kept waiting by a writer in another connection, nor does it see what is not committed.
        let path = try newStore()
        let store = try BookingStore.open(at: path, readOnly: true)
        let file = try RawFile(path)
        try file.queue.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
            try database.execute(sql: "UPDATE teams SET name = 'other'")
            #expect(try store.read { try $0.teams() }.map(\.name) == ["mid-essex"])
            try database.execute(sql: "ROLLBACK")
        }
    }
}
