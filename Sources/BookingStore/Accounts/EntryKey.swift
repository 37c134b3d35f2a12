public import Foundation
import GRDB

/// A secret with which somebody or something comes in without a password: a link to choose one, a machine, a calendar's
/// address. Only its digest is kept.
public struct EntryKey: Hashable, Sendable {
    /// What it lets in.
    public enum Kind: Int64, Sendable {
        /// Somebody who is to choose a password; good once.
        case invitation = 0
        /// A machine, with some of the rights of a user.
        case machine = 1
        /// Whoever has the address of a clinician's calendar.
        case calendar = 2
    }

    /// The digest of the secret.
    public var digest: Data
    /// What it lets in.
    public var kind: Kind
    /// The user for whom it is, and with whose rights.
    public var user: Int64
    /// What it is for, in the words of whoever made it.
    public var title: String
    /// Of a machine, the rights that it has, a bit each; of a calendar, the index of the clinician.
    public var scopes: Int64 = 0
    /// When it was made, in seconds since 1970.
    public var madeAt: Int64
    /// Until when it is good, in seconds since 1970; nil is until it is withdrawn.
    public var expiresAt: Int64?

    /// A secret that is given out.
    public init(digest: Data, kind: Kind, user: Int64, title: String, madeAt: Int64, expiresAt: Int64? = nil) {
        self.digest = digest
        self.kind = kind
        self.user = user
        self.title = title
        self.madeAt = madeAt
        self.expiresAt = expiresAt
    }
}

extension StoreReader {
    private static let columns = "SELECT digest, kind, user, title, scopes, made_at, expires_at FROM entry_keys"

    /// The secret with a digest, if it is of the kind and is still good. O(log n).
    public func entryKey(_ digest: Data, _ kind: EntryKey.Kind, at now: Int64) throws -> EntryKey? {
        let sql =
            Self.columns + """
                 WHERE digest = ? AND kind = ? AND ended_at IS NULL AND (expires_at IS NULL OR expires_at > ?)
                """
        return try fetch(sql, [digest, kind.rawValue, now], Self.entryKey).first
    }

    /// The secrets of a kind that are still good, in the order in which they were made.
    public func entryKeys(_ kind: EntryKey.Kind, at now: Int64) throws -> [EntryKey] {
        let sql =
            Self.columns + """
                 WHERE kind = ? AND ended_at IS NULL AND (expires_at IS NULL OR expires_at > ?) ORDER BY made_at, digest
                """
        return try fetch(sql, [kind.rawValue, now], Self.entryKey)
    }

    private static func entryKey(_ row: Row) -> EntryKey {
        var key = EntryKey(
            digest: row[0], kind: EntryKey.Kind(rawValue: row[1]) ?? .invitation, user: row[2], title: row[3],
            madeAt: row[5], expiresAt: row[6])
        key.scopes = row[4]
        return key
    }
}

extension StoreWriter {
    /// Keeps a secret that is given out.
    public func keep(_ key: EntryKey) throws {
        let sql = """
            INSERT INTO entry_keys (digest, kind, user, title, scopes, made_at, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """
        try change(
            sql, [key.digest, key.kind.rawValue, key.user, key.title, key.scopes, key.madeAt, key.expiresAt])
    }

    /// Withdraws a secret: it was used, or is to let in nobody any more.
    public func endEntryKey(_ digest: Data, at now: Int64) throws {
        try change("UPDATE entry_keys SET ended_at = ? WHERE digest = ? AND ended_at IS NULL", [now, digest])
    }

    /// Withdraws every secret of a kind that a user has.
    public func endEntryKeys(of user: Int64, _ kind: EntryKey.Kind, at now: Int64) throws {
        try change(
            "UPDATE entry_keys SET ended_at = ? WHERE user = ? AND kind = ? AND ended_at IS NULL",
            [now, user, kind.rawValue])
    }
}
