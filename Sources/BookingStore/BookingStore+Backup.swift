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
                try destination.close()
                try BookingStore.makeOneFile(aside)
            }
        } catch {
            throw StoreError(error, path: copy)
        }
    }

    /// Puts a backup in place as a new file, once it has been found to be a whole store that says what its log says.
    /// One of an earlier version is brought forward; the backup itself is only read.
    /// - Parameters:
    ///   - copy: the backup.
    ///   - path: where; there must be nothing: a damaged store is moved away first, so that nothing is lost.
    /// - Throws: ``StoreError/corrupted(path:detail:)`` if anything in it is damaged.
    public static func restore(from copy: String, to path: String) throws(StoreError) {
        try checkFree(path)
        try checkFile(copy)
        do {
            try writeAside(path) { aside in
                try copyWhole(copy, to: aside)
                let made = try open(at: aside)
                let report: VerificationReport
                do {
                    report = try made.verify()
                    try made.close()
                } catch {
                    try? made.close()
                    throw error
                }
                if let first = report.differences.first {
                    let more = report.differences.count - 1
                    throw StoreError.corrupted(
                        path: copy, detail: "\(first)\(more == 0 ? "" : ", and \(more) more, as 'verify' says")")
                }
                try makeOneFile(aside)
            }
        } catch {
            throw StoreError(error, path: copy)
        }
    }

    /// Makes a new store and fills it. It appears whole or not at all, whatever happens to the process.
    /// - Throws: what `fill` throws, or ``StoreError``.
    public static func create(at path: String, filledBy fill: (BookingStore) throws -> Void) throws {
        try checkFree(path)
        try writeAside(path) { aside in
            let store = try create(at: aside)
            do {
                try fill(store)
                try store.close()
            } catch {
                try? store.close()
                throw error
            }
            try makeOneFile(aside)
        }
    }

    /// Copies a file of a store that is structurally sound, with what is beside it.
    private static func copyWhole(_ copy: String, to aside: String) throws {
        let source = try pool(copy, isReadOnly: true)
        defer { try? source.close() }
        let faults = try source.read { database in
            try checkKind(of: database, path: copy)
            return try String.fetchAll(database, sql: "PRAGMA integrity_check(10)")
        }
        guard faults == ["ok"] else {
            throw StoreError.corrupted(path: copy, detail: faults.joined(separator: "; "))
        }
        let destination = try DatabaseQueue(path: aside)
        try source.backup(to: destination)
        try destination.close()
    }

    /// A file that nobody has open has nothing beside it any more.
    private static func makeOneFile(_ path: String) throws {
        let file = try DatabaseQueue(path: path)
        try file.writeWithoutTransaction { database in
            _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
        }
        try file.close()
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
