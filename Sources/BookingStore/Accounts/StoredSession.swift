public import Foundation
import GRDB

/// A browser in which a user is signed in, or is about to be (IG-1).
public struct StoredSession: Hashable, Sendable {
    /// How far somebody has come.
    public enum Stage: Int64, Sendable {
        /// The password was right; a code is asked for.
        case code = 0
        /// Signed in.
        case signedIn = 1
        /// Signed in, and is to set up codes before anything else.
        case setUp = 2
    }

    /// The digest of the secret that the browser has.
    public var digest: Data
    /// The user's number.
    public var user: Int64
    /// How far the user has come.
    public var stage: Stage
    /// What each form of this session must carry.
    public var formSecret: Data
    /// When it began, in seconds since 1970.
    public var begunAt: Int64
    /// When it was last used, in seconds since 1970; a minute late at most.
    public var seenAt: Int64

    /// A session.
    public init(digest: Data, user: Int64, stage: Stage, formSecret: Data, begunAt: Int64) {
        self.digest = digest
        self.user = user
        self.stage = stage
        self.formSecret = formSecret
        self.begunAt = begunAt
        seenAt = begunAt
    }
}

extension StoreReader {
    /// The session with a digest, if it has not ended. O(log n).
    public func session(_ digest: Data) throws -> StoredSession? {
        let sql = """
            SELECT digest, user, stage, form_secret, begun_at, seen_at FROM sessions
            WHERE digest = ? AND ended_at IS NULL
            """
        return try fetch(sql, [digest]) { row in
            var session = StoredSession(
                digest: row[0], user: row[1], stage: StoredSession.Stage(rawValue: row[2]) ?? .code,
                formSecret: row[3], begunAt: row[4])
            session.seenAt = row[5]
            return session
        }.first
    }
}

extension StoreWriter {
    /// Keeps a session that begins.
    public func begin(_ session: StoredSession) throws {
        let sql = """
            INSERT INTO sessions (digest, user, stage, form_secret, begun_at, seen_at) VALUES (?, ?, ?, ?, ?, ?)
            """
        try change(
            sql,
            [
                session.digest, session.user, session.stage.rawValue, session.formSecret, session.begunAt,
                session.seenAt,
            ])
    }

    /// Notes that a session was used.
    public func see(_ digest: Data, at now: Int64) throws {
        try change("UPDATE sessions SET seen_at = max(seen_at, ?) WHERE digest = ?", [now, digest])
    }

    /// Ends a session.
    public func endSession(_ digest: Data, at now: Int64) throws {
        try change("UPDATE sessions SET ended_at = ? WHERE digest = ? AND ended_at IS NULL", [now, digest])
    }

    /// Ends every session of a user: the password was changed, or the user may come no more.
    /// - Parameter other: one that goes on; nil is none.
    public func endSessions(of user: Int64, except other: Data? = nil, at now: Int64) throws {
        try change(
            "UPDATE sessions SET ended_at = ?1 WHERE user = ?2 AND ended_at IS NULL AND digest IS NOT ?3",
            [now, user, other])
    }
}
