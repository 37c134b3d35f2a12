import CareModel
import GRDB

/// The table of quanta: who or what is taken when, and by what. Nothing is looked up before it is claimed: the primary
/// key alone decides, so that no race can pass between a look and a claim (BK-1).
struct ClaimTable {
    let database: Database

    private static let claimSQL = "INSERT INTO quanta (key, holder) SELECT ?1 + n, ?2 FROM steps WHERE n < ?3"
    private static let freeSQL = "DELETE FROM quanta WHERE key >= ?1 AND key < ?2 AND holder = ?3"

    /// Takes all that a placement needs, or throws; after a throw the caller rolls back.
    func claim(_ placement: Placement, for holder: TimeHolder) throws {
        let (first, count) = try placement.quanta()
        let statement = try database.cachedStatement(sql: ClaimTable.claimSQL)
        for resource in placement.resources {
            guard let base = QuantumKey.base(of: resource) else {
                throw StoreError.invalidPlacement(detail: "\(resource) cannot be kept: its number is out of range")
            }
            do {
                try statement.execute(arguments: [base + first, holder.code, count])
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                throw try taken(from: base + first, count: count) ?? error
            }
        }
    }

    /// Gives back all that a placement took.
    func free(_ placement: Placement, of holder: TimeHolder) throws {
        let (first, count) = try placement.quanta()
        let statement = try database.cachedStatement(sql: ClaimTable.freeSQL)
        for resource in placement.resources {
            guard let base = QuantumKey.base(of: resource) else { continue }
            try statement.execute(arguments: [base + first, base + first + Int64(count), holder.code])
        }
    }

    /// What stands in the way, once the key has refused.
    private func taken(from first: Int64, count: Int) throws -> StoreError? {
        let row = try Row.fetchOne(
            database, sql: "SELECT key, holder FROM quanta WHERE key >= ? AND key < ? ORDER BY key LIMIT 1",
            arguments: [first, first + Int64(count)])
        guard let row else { return nil }
        let key: Int64 = row[0]
        return .doubleBooking(
            DoubleBooking(
                resource: QuantumKey.resource(of: key), from: QuantumKey.start(of: key),
                holder: TimeHolder(code: row[1])))
    }
}
