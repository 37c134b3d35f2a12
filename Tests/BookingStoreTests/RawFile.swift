import GRDB

/// The file as plain SQL sees it, without the store.
struct RawFile {
    let queue: DatabaseQueue

    init(_ path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    func run(_ sql: String) throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    func numbers(_ sql: String) throws -> [[Int64?]] {
        try queue.read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                (0..<row.count).map { row[$0] }
            }
        }
    }

    func texts(_ sql: String) throws -> [String] {
        try queue.read { try String.fetchAll($0, sql: sql) }
    }
}
