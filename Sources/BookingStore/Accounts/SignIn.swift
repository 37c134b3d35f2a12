public import Foundation
import GRDB

/// How a user signs in (IG-1).
public struct SignIn: Hashable, Sendable {
    /// The user's number.
    public var user: Int64
    /// The password, as it is kept: an argon2id string with its salt; nil before the user has chosen one.
    public var password: String?
    /// The secret of the codes that change every half minute; nil if the user has none.
    public var oneTimeSecret: Data?
    /// The half minute of the last code that was taken: no code is good twice.
    public var oneTimeStep: Int64 = 0
    /// Wrong attempts since the last right one.
    public var failures: Int64 = 0
    /// Until when no attempt is heard, in seconds since 1970.
    public var closedUntil: Int64 = 0
    /// When password or secret were changed last, in seconds since 1970.
    public var changedAt: Int64

    /// A user who has no password yet.
    public init(user: Int64, changedAt: Int64) {
        self.user = user
        self.changedAt = changedAt
    }
}

extension StoreReader {
    /// How a user signs in; nil if nothing was ever set. O(log n).
    public func signIn(of user: Int64) throws -> SignIn? {
        let sql = """
            SELECT user, password, one_time_secret, one_time_step, failures, closed_until, changed_at
            FROM sign_ins WHERE user = ?
            """
        return try fetch(sql, [user]) { row in
            var known = SignIn(user: row[0], changedAt: row[6])
            known.password = row[1]
            known.oneTimeSecret = row[2]
            (known.oneTimeStep, known.failures, known.closedUntil) = (row[3], row[4], row[5])
            return known
        }.first
    }
}

extension StoreWriter {
    /// Keeps how a user signs in, instead of what was kept. It is no entry of the log.
    public func keep(_ known: SignIn) throws {
        let sql = """
            INSERT OR REPLACE INTO sign_ins
                (user, password, one_time_secret, one_time_step, failures, closed_until, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        try change(
            sql,
            [
                known.user, known.password, known.oneTimeSecret, known.oneTimeStep, known.failures, known.closedUntil,
                known.changedAt,
            ])
    }
}
