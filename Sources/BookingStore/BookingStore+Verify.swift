import Foundation
import GRDB

extension BookingStore {
    /// Compares everything that is derived with the log, while the store is read and written: folds the log anew and
    /// compares every row of every table, the quanta with the appointments and holds that should have them, the ends of
    /// holds, references, and SQLite's own structure. Complexity: O(n log n) in the length of the log.
    /// - Returns: the counts, and each difference by table and key.
    /// - Throws: ``StoreError`` if the file or the folder for temporary files fails.
    public func verify() throws -> VerificationReport {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("stepcare-verify-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            var configuration = Configuration()
            configuration.foreignKeysEnabled = false
            configuration.busyMode = .timeout(30)
            configuration.prepareDatabase { database in
                try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
                try database.execute(sql: "PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY")
            }
            let anew = try DatabaseQueue(
                path: folder.appendingPathComponent("anew.db").path, configuration: configuration)
            try Schema.migrator.migrate(anew)
            let report = try anew.writeWithoutTransaction { database in
                try verify(database)
            }
            try anew.close()
            return report
        } catch {
            throw StoreError.known(error, path: path)
        }
    }

    private func verify(_ database: Database) throws -> VerificationReport {
        // The log that is folded is the store's own.
        try database.execute(sql: "DROP TABLE log; DROP TABLE access_log; DROP TABLE commands")
        try database.execute(sql: "ATTACH ? AS kept", arguments: [addressToRead])
        var verification = Verification(database: database)
        try database.inTransaction(.deferred) {
            try verification.run()
            return .commit
        }
        return verification.report
    }

    /// The file's address for a connection that cannot change it.
    private var addressToRead: String {
        let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
        return "file:\(escaped)?mode=ro"
    }
}
