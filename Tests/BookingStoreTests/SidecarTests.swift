import BookingAudit
import BookingStore
import Foundation
import TestSupport
import Testing

/// A database and what SQLite keeps beside it are one thing: no new one is made beside what another left.
@Suite struct SidecarTests {
    private let folder: Folder
    init() throws { folder = try Folder() }

    @Test(arguments: [["-wal"], ["-shm"], ["-journal"], ["-wal", "-shm", "-journal"]])
    func whatAnotherLeftIsNotTakenOver(_ suffixes: [String]) throws {
        let (path, copy) = (folder.file("service.db"), folder.file("copy.db"))
        let store = try BookingStore.create(at: folder.file("whole.db"))
        try Clinic.open(store)
        try store.backUp(to: copy)
        let left = suffixes.map { path + $0 }
        for file in left { try Data("left by another".utf8).write(to: URL(fileURLWithPath: file)) }
        let refusal = StoreError.leftBeside(path: path, files: left)
        #expect(storeError { try BookingStore.restore(from: copy, to: path) } == refusal)
        #expect(storeError { _ = try BookingStore.create(at: path) } == refusal)
        #expect(storeError { try store.backUp(to: path) } == refusal)
        for file in left {
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "left by another", "it is as it was")
            try FileManager.default.removeItem(atPath: file)
        }
        try BookingStore.restore(from: copy, to: path)
        let restored = try BookingStore.open(at: path)
        #expect(try restored.verify().isSound)
        try restored.close()
        try store.close()
    }
}
