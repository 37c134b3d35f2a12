public import GRDB

/// The file as plain SQL sees it, without the store.
public struct RawFile {
    /// The connection.
    public let queue: DatabaseQueue

    /// Opens the file.
    public init(_ path: String) throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Runs statements.
    public func run(_ sql: String) throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    }

    /// The rows of a query of whole numbers.
    public func numbers(_ sql: String) throws -> [[Int64?]] {
        try queue.read { database in
            try Row.fetchAll(database, sql: sql).map { row in
                (0..<row.count).map { row[$0] }
            }
        }
    }

    /// The first column of a query.
    public func texts(_ sql: String) throws -> [String] {
        try queue.read { try String.fetchAll($0, sql: sql) }
    }
}
