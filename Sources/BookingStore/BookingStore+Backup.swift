import Foundation
import GRDB

extension BookingStore {
    /// Copies the store as it is now to a new file, while it is read and written. The copy appears whole or not at all.
    /// - Throws: ``StoreError/exists(path:)``, or what the disk says.
    public func backUp(to copy: String) throws(StoreError) {
        try BookingStore.checkFree(copy)
        do {
            try BookingStore.writeAside(copy) { aside in
                let destination = try DatabaseQueue(path: aside)
                try pool.backup(to: destination)
                try destination.writeWithoutTransaction { database in
                    // A copy is one file: nothing waits beside it.
                    _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
                }
                try destination.close()
            }
        } catch {
            throw StoreError(error, path: copy)
        }
    }

    /// Puts a backup in place as a new file, once it has been found to be a whole store.
    /// - Parameters:
    ///   - copy: the backup.
    ///   - path: where; there must be nothing: a damaged store is moved away first, so that nothing is lost.
    public static func restore(from copy: String, to path: String) throws(StoreError) {
        try checkFree(path)
        let source = try open(at: copy, readOnly: true)
        do {
            defer { try? source.close() }
            let faults = try source.pool.read { try String.fetchAll($0, sql: "PRAGMA integrity_check(10)") }
            guard faults == ["ok"] else {
                throw StoreError.corrupted(path: copy, detail: faults.joined(separator: "; "))
            }
            try source.backUp(to: path)
        } catch {
            throw StoreError(error, path: copy)
        }
    }

    /// Has a file written beside its place, flushes it to the disk, and then gives it its name.
    private static func writeAside(_ path: String, _ write: (String) throws -> Void) throws {
        let aside = path + ".unfinished"
        removeFiles(of: aside)
        do {
            try write(aside)
            try flush(aside)
            try FileManager.default.moveItem(atPath: aside, toPath: path)
        } catch {
            removeFiles(of: aside)
            throw error
        }
        try flush(URL(fileURLWithPath: path).deletingLastPathComponent().path)
    }

    /// Makes sure that a file, or the names in a folder, are on the disk.
    private static func flush(_ path: String) throws {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw StoreError.missing(path: path) }
        try handle.synchronize()
        try handle.close()
    }
}
