import Foundation
import GRDB

extension BookingStore {
    /// Seconds that a writer waits for another process.
    private static let busySeconds: Double = 30
    /// Pages of the log ahead of the database that are kept before they are written back: 64 MB.
    private static let checkpointPages = 16_384
    /// Kilobytes of the file that each connection keeps in memory: the pages that bookings touch. The writer touches
    /// ever more of the file as the logs grow, and keeps as much as it may; the system has the rest at hand.
    private static let cacheKilobytes = 8192

    /// Makes a new, empty store.
    /// - Parameter path: where; there must be nothing, in a folder that exists.
    /// - Throws: ``StoreError/exists(path:)``, ``StoreError/leftBeside(path:files:)``,
    ///   ``StoreError/missing(path:)`` for the folder,
    ///   ``StoreError/readOnly(path:)``, ``StoreError/diskFull(path:)``. Then no file stays behind.
    public static func create(at path: String) throws(StoreError) -> BookingStore {
        try checkFree(path)
        do {
            let store = try connect(path, isReadOnly: false)
            try store.pool.writeWithoutTransaction { database in
                _ = try database.checkpoint(.truncate)
            }
            return store
        } catch {
            removeFiles(of: path)
            throw StoreError(error, path: path)
        }
    }

    /// Opens a store, and brings one of an earlier version forward.
    /// - Parameters:
    ///   - path: the file.
    ///   - readOnly: whether it is only read; then nothing is brought forward, and nothing is written.
    /// - Throws: ``StoreError`` that says what is wrong with the file; it is as it was.
    public static func open(at path: String, readOnly: Bool = false) throws(StoreError) -> BookingStore {
        try checkFile(path)
        if !readOnly {
            // SQLite would open what it may only read without a word, and say so at the first write.
            guard FileManager.default.isWritableFile(atPath: path) else { throw .readOnly(path: path) }
            try checkFolder(of: path)
            try checkQuietly(path)
        }
        do {
            return try connect(path, isReadOnly: readOnly)
        } catch {
            throw StoreError(error, path: path)
        }
    }

    private static func connect(_ path: String, isReadOnly: Bool) throws -> BookingStore {
        let pool = try pool(path, isReadOnly: isReadOnly)
        do {
            try pool.read { database in try checkKind(of: database, path: path) }
            if isReadOnly {
                let isCurrent = try pool.read { try Schema.migrator.hasCompletedMigrations($0) }
                guard isCurrent else { throw StoreError.olderSchema(path: path) }
            } else {
                try Schema.migrator.migrate(pool)
                try pool.writeWithoutTransaction { database in
                    try database.execute(sql: "PRAGMA synchronous = FULL")
                    try database.execute(sql: "PRAGMA wal_autocheckpoint = \(checkpointPages)")
                }
            }
            return BookingStore(pool: pool, path: path, isReadOnly: isReadOnly)
        } catch {
            // The writer goes last: it then leaves nothing beside the file.
            pool.invalidateReadOnlyConnections()
            try? pool.close()
            throw error
        }
    }

    static func pool(_ path: String, isReadOnly: Bool) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.readonly = isReadOnly
        configuration.busyMode = .timeout(busySeconds)
        configuration.label = "BookingStore"
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -\(cacheKilobytes)")
            if !isReadOnly { try database.execute(sql: "PRAGMA auto_vacuum = NONE") }
        }
        // In a folder that cannot be written there is no place for the files beside it. A file that was closed properly
        // is whole by itself.
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let isAlone = try isReadOnly && !FileManager.default.isWritableFile(atPath: folder) && !hasUnwrittenPages(path)
        return try DatabasePool(path: isAlone ? unchanging(path) : literal(path), configuration: configuration)
    }

    /// The path so that SQLite does not take it for an address.
    private static func literal(_ path: String) -> String { path.hasPrefix("file:") ? "./" + path : path }

    private static func unchanging(_ path: String) -> String {
        let allowed = CharacterSet.urlPathAllowed
        return "file:\(path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path)?immutable=1"
    }

    /// Whether the last process left pages that are in the file beside it only.
    static func hasUnwrittenPages(_ path: String) throws -> Bool {
        guard FileManager.default.fileExists(atPath: path + "-wal") else { return false }
        return try size(ofFile: path + "-wal") > 0
    }

    static func size(ofFile path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return (attributes[.size] as? NSNumber)?.intValue ?? 0
    }
}

/// What a file is, before SQLite is asked.
extension BookingStore {
    /// The first bytes of every SQLite file.
    private static let magic = Data("SQLite format 3\0".utf8)

    static func checkFolder(of path: String) throws(StoreError) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw .missing(path: folder)
        }
        guard FileManager.default.isWritableFile(atPath: folder) else { throw .readOnly(path: folder) }
    }

    /// What SQLite keeps beside a database while it is open, or after a process died: a part of it.
    private static let besides = ["-wal", "-shm", "-journal"]

    /// A place for a new database has nothing in it, nor beside it what SQLite would take for a part of it.
    static func checkFree(_ path: String) throws(StoreError) {
        let files = FileManager.default
        // A link that leads nowhere is something, too.
        guard (try? files.attributesOfItem(atPath: path)) == nil else { throw .exists(path: path) }
        try checkFolder(of: path)
        let left = besides.map { path + $0 }.filter { files.fileExists(atPath: $0) }
        guard left.isEmpty else { throw .leftBeside(path: path, files: left) }
    }

    /// Removes a database and all that is beside it.
    static func removeFiles(of path: String) {
        for suffix in [""] + besides { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    static func checkFile(_ path: String) throws(StoreError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .missing(path: path) }
        guard !isFolder.boolValue else { throw .notADatabase(path: path, detail: "it is a folder") }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .readOnly(path: path) }
        defer { try? handle.close() }
        guard let header = try? handle.read(upToCount: 100), !header.isEmpty else {
            throw .notADatabase(path: path, detail: "it is empty")
        }
        guard header.prefix(magic.count) == magic else {
            throw .notADatabase(path: path, detail: "it does not begin as one")
        }
        guard header.count == 100 else { throw .corrupted(path: path, detail: "it ends within its header") }
        // Asking SQLite would already write to another program's file.
        let identifier = header[68..<72].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard identifier == UInt32(bitPattern: Schema.applicationIdentifier) else {
            throw .notABookingStore(path: path)
        }
        try checkLength(path, header: header)
    }

    /// A file that was cut short is found before anything is read from it, unless pages wait beside it.
    private static func checkLength(_ path: String, header: Data) throws(StoreError) {
        func number(_ range: Range<Int>) -> Int { header[range].reduce(0) { $0 << 8 | Int($1) } }
        let pageSize = number(16..<18) == 1 ? 65_536 : number(16..<18)
        let expected = number(28..<32) * pageSize
        guard let actual = try? size(ofFile: path), let isWaiting = try? hasUnwrittenPages(path) else { return }
        if actual < expected, !isWaiting {
            throw .corrupted(path: path, detail: "\(actual) bytes, where there should be \(expected)")
        }
    }

    /// Asks a file what it is that nobody has open, so that one which is refused has no trace in it nor beside it. What
    /// cannot be asked in this way is found when it is opened.
    private static func checkQuietly(_ path: String) throws(StoreError) {
        guard (try? hasUnwrittenPages(path)) == false else { return }
        var configuration = Configuration()
        configuration.readonly = true
        guard let queue = try? DatabaseQueue(path: unchanging(path), configuration: configuration) else { return }
        defer { try? queue.close() }
        do {
            try queue.read { try checkKind(of: $0, path: path) }
        } catch {
            if let known = error as? StoreError { throw known }
        }
    }

    static func checkKind(of database: Database, path: String) throws {
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        let identifier = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        guard tables == 0 || identifier == Schema.applicationIdentifier else {
            throw StoreError.notABookingStore(path: path)
        }
        if try Schema.migrator.hasBeenSuperseded(database) { throw StoreError.newerSchema(path: path) }
    }
}
