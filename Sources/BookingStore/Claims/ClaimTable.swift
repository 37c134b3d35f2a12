import CareModel
import GRDB

/// The table of quanta: who or what is taken when, and by what. Nothing is looked up before it is claimed: the primary
/// key alone decides, so that no race can pass between a look and a claim (BK-1).
struct ClaimTable {
    let statements: WriteStatements

    private var database: Database { statements.database }

    /// What a refused claim had inserted is left for the caller to roll back, as it does anyway: so SQLite need not
    /// keep what each claim alone could go back to.
    static let claimSQL = "INSERT OR FAIL INTO quanta (key, holder) SELECT ?1 + n, ?2 FROM steps WHERE n < ?3"
    private static let freeSQL = "DELETE FROM quanta WHERE key >= ?1 AND key < ?2 AND holder = ?3"

    /// Takes all that a placement needs, or throws; after a throw the caller rolls back.
    func claim(_ placement: Placement, for holder: TimeHolder) throws {
        let (first, count) = try placement.quanta()
        let statement = try statements(.claim, ClaimTable.claimSQL)
        for resource in placement.resources {
            guard let day = QuantumKey.first(of: resource, on: placement.start.day) else {
                throw StoreError.invalidPlacement(detail: "\(resource) cannot be kept: its number is out of range")
            }
            do {
                try statement.run { values in
                    values.add(day + first)
                    values.add(holder.code)
                    values.add(Int64(count))
                }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                // Those before the one that is taken were inserted, and stay until the caller rolls back.
                let inserted = database.changesCount
                throw try taken(from: day + first + Int64(inserted), count: count - inserted) ?? error
            }
        }
    }

    /// Gives back all that a placement took.
    func free(_ placement: Placement, of holder: TimeHolder) throws {
        let (first, count) = try placement.quanta()
        let statement = try database.cachedStatement(sql: ClaimTable.freeSQL)
        for resource in placement.resources {
            guard let day = QuantumKey.first(of: resource, on: placement.start.day) else { continue }
            try statement.execute(arguments: [day + first, day + first + Int64(count), holder.code])
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
