import GRDB

extension StoreError {
    /// An error of the database as one of ours.
    init(_ error: any Error, path: String) {
        switch error {
        case let error as StoreError: self = error
        case let error as DatabaseError: self.init(error, path: path)
        default: self = .database(detail: "\(error)")
        }
    }

    private init(_ error: DatabaseError, path: String) {
        let detail = error.message ?? "SQLite \(error.extendedResultCode.rawValue)"
        self =
            switch error.resultCode {
            case .SQLITE_NOTADB: .notADatabase(path: path, detail: detail)
            case .SQLITE_CORRUPT: .corrupted(path: path, detail: detail)
            case .SQLITE_FULL: .diskFull(path: path)
            case .SQLITE_IOERR: .disk(path: path, detail: detail)
            case .SQLITE_READONLY, .SQLITE_PERM: .readOnly(path: path)
            case .SQLITE_CANTOPEN: .disk(path: path, detail: detail)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy(path: path)
            case .SQLITE_MISUSE: .closed
            default: .database(detail: "\(error)")  // not ours
            }
    }

    /// An error of the database as one of ours; any other as it is.
    static func known(_ error: any Error, path: String) -> any Error {
        error is DatabaseError ? StoreError(error, path: path) : error
    }
}
