public import Foundation
import GRDB

extension StoreReader {
    /// The reply that is kept for a command's key, whatever the command was; nil if the key is not known. O(log n).
    public func keptReply(forKey key: String) throws -> Data? {
        let statement = try database.cachedStatement(sql: "SELECT reply FROM commands WHERE key = ?")
        return try Data.fetchOne(statement, arguments: [key])
    }
}
