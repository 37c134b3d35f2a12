import BookingService
import BookingStore
import Foundation

/// Who signs in, and in which browsers they are signed in (IG-1).
struct Accounts: Sendable {
    /// Seconds without use after which a session ends: an hour.
    static let idleSeconds: Int64 = 3600
    /// Seconds after which a session ends, used or not: a long working day.
    static let longestSeconds: Int64 = 12 * 3600
    /// Seconds for which somebody may enter the code after the password.
    static let codeSeconds: Int64 = 300
    /// Seconds for which a link to choose a password is good: three days.
    static let invitationSeconds: Int64 = 3 * 86_400
    /// Wrong attempts before an account is closed for a time.
    static let freeFailures: Int64 = 5
    /// Longest time for which it is closed, seconds.
    static let longestClosed: Int64 = 900

    let desk: ServedDesk

    private var now: Int64 { desk.clock.seconds }

    // MARK: Sessions

    /// Begins a session.
    /// - Returns: the secret for the browser.
    func begin(_ user: Int64, _ stage: StoredSession.Stage, instead old: Data? = nil) async throws -> String {
        let secret = Secrets.text()
        let session = StoredSession(
            digest: Secrets.digest(secret), user: user, stage: stage, formSecret: Secrets.bytes(Secrets.length),
            begunAt: now)
        let now = now
        try await desk.run { service in
            try service.changeAccounts { writer in
                if let old { try writer.endSession(old, at: now) }
                try writer.begin(session)
            }
        }
        return secret
    }

    /// Ends a session.
    func end(_ session: StoredSession) async throws {
        let now = now
        try await desk.run { try $0.changeAccounts { try $0.endSession(session.digest, at: now) } }
    }

    /// Who has a secret: the session is not too old, not too long unused, and the user may still come.
    func signedIn(_ secret: String) async throws -> SignedIn? {
        let (digest, now) = (Secrets.digest(secret), now)
        return try await desk.run { service in
            let found = try service.accounts { reader -> SignedIn? in
                guard let session = try reader.session(digest), Accounts.isGood(session, at: now),
                    let user = try reader.activeUser(session.user)
                else { return nil }
                return SignedIn(user: user, rights: user.role.permissions, session: session)
            }
            // Once a minute is often enough to tell an idle session from one in use.
            if let session = found?.session, now - session.seenAt >= 60 {
                try service.changeAccounts { try $0.see(digest, at: now) }
            }
            return found
        }
    }

    private static func isGood(_ session: StoredSession, at now: Int64) -> Bool {
        if session.stage == .code { return now - session.begunAt <= codeSeconds }
        return now - session.seenAt <= idleSeconds && now - session.begunAt <= longestSeconds
    }

    /// The machine that has a secret.
    func machine(_ secret: String) async throws -> SignedIn? {
        let (digest, now) = (Secrets.digest(secret), now)
        return try await desk.run { service in
            try service.accounts { reader -> SignedIn? in
                guard let key = try reader.entryKey(digest, .machine, at: now),
                    let user = try reader.activeUser(key.user)
                else { return nil }
                return SignedIn(
                    user: user, rights: user.role.permissions.filter { key.scopes & $0.bit != 0 }, session: nil)
            }
        }
    }

    // MARK: Signing in

    /// What became of an attempt.
    enum Attempt: Sendable {
        /// The user, and what is asked next.
        case right(UserDetails, StoredSession.Stage)
        /// Name or password are wrong; it is not said which.
        case wrong
        /// Nothing is heard for so many seconds.
        case closed(Int64)
    }

    /// Somebody signs in by name and password.
    func attempt(name: String, password: String) async throws -> Attempt {
        let now = now
        return try await desk.run { service in
            let (user, known) = try service.accounts { reader in
                let user = try reader.users().filter { $0.isActive && Accounts.isNamed($0, name) }
                let one = user.count == 1 ? user[0] : nil
                return (one, try one.flatMap { try reader.signIn(of: $0.user) })
            }
            if let known, known.closedUntil > now { return .closed(known.closedUntil - now) }
            let isRight = Passwords.isRight(password, kept: known?.password)
            guard let user, var changed = known else { return .wrong }
            changed.failures = isRight ? 0 : changed.failures + 1
            changed.closedUntil = isRight ? 0 : now + Accounts.pause(after: changed.failures)
            let kept = changed
            if kept != known { try service.changeAccounts { try $0.keep(kept) } }
            guard isRight else { return .wrong }
            if kept.oneTimeSecret != nil { return .right(user, .code) }
            return .right(user, user.role == .administrator ? .setUp : .signedIn)
        }
    }

    /// Names of users are compared without regard to capitals, and numbers are names too.
    static func isNamed(_ user: UserDetails, _ name: String) -> Bool {
        let name = name.trimmingCharacters(in: .whitespaces)
        return user.name.lowercased() == name.lowercased() || String(user.user) == name
    }

    /// Seconds for which an account is closed after so many wrong attempts: half a minute, and twice as long each time.
    static func pause(after failures: Int64) -> Int64 {
        failures < freeFailures ? 0 : min(30 << min(failures - freeFailures, 10), longestClosed)
    }

    /// Somebody enters a code after the password; wrong codes close the account as wrong passwords do.
    func enter(code: String, _ session: StoredSession) async throws -> Bool {
        let now = now
        return try await desk.run { service in
            try service.changeAccounts { writer in
                guard var known = try writer.signIn(of: session.user), let secret = known.oneTimeSecret,
                    known.closedUntil <= now
                else { return false }
                let step = OneTimeCode.step(of: code, secret, at: now, after: known.oneTimeStep)
                known.failures = step == nil ? known.failures + 1 : 0
                known.closedUntil = step == nil ? now + Accounts.pause(after: known.failures) : 0
                known.oneTimeStep = step ?? known.oneTimeStep
                try writer.keep(known)
                return step != nil
            }
        }
    }

    // MARK: Passwords and codes

    /// Sets up codes, once one was entered rightly.
    func setUp(_ secret: Data, code: String, _ session: StoredSession) async throws -> Bool {
        let now = now
        guard let step = OneTimeCode.step(of: code, secret, at: now, after: 0) else { return false }
        try await desk.run { service in
            try service.changeAccounts { writer in
                var known = try writer.signIn(of: session.user) ?? SignIn(user: session.user, changedAt: now)
                (known.oneTimeSecret, known.oneTimeStep, known.changedAt) = (secret, step, now)
                try writer.keep(known)
                try writer.endSessions(of: session.user, except: session.digest, at: now)
            }
        }
        return true
    }

    /// A link with which a user chooses a password; earlier ones are good no more.
    /// - Returns: the secret in it.
    func invite(_ user: Int64) async throws -> String {
        let (secret, now) = (Secrets.text(), now)
        let key = EntryKey(
            digest: Secrets.digest(secret), kind: .invitation, user: user, title: "to choose a password", madeAt: now,
            expiresAt: now + Self.invitationSeconds)
        try await desk.run { service in
            try service.changeAccounts { writer in
                try writer.endEntryKeys(of: user, .invitation, at: now)
                try writer.keep(key)
            }
        }
        return secret
    }

    /// A link for the first administrator, who is made if there is nobody; nil if an administrator can sign in already.
    func firstInvitation() async throws -> String? {
        let context = desk.context(Author(user: 0, origin: "web"))
        let user = try await desk.run { service -> Int64? in
            let (administrators, areKnown) = try service.accounts { reader in
                let found = try reader.users().filter { $0.isActive && $0.role == .administrator }
                return (found, try found.contains { try reader.signIn(of: $0.user)?.password != nil })
            }
            if areKnown { return nil }
            if let first = administrators.first { return first.user }
            return try service.perform(AddUser(user: "Administrator", role: .administrator), in: context)
        }
        guard let user else { return nil }
        return try await invite(user)
    }

    /// The user whom a link invites; nil if it is good no more.
    func invited(_ secret: String) async throws -> UserDetails? {
        let (digest, now) = (Secrets.digest(secret), now)
        return try await desk.run { service in
            try service.accounts { reader in
                guard let key = try reader.entryKey(digest, .invitation, at: now) else { return nil }
                return try reader.activeUser(key.user)
            }
        }
    }

    /// The user of a link has chosen a password: the link is used up, and every session ends.
    /// - Returns: the user; nil if the link is good no more.
    func choose(_ password: String, by secret: String) async throws -> UserDetails? {
        let (digest, now) = (Secrets.digest(secret), now)
        return try await desk.run { service in
            guard let kept = Passwords.kept(password) else { return nil }
            return try service.changeAccounts { writer in
                guard let key = try writer.entryKey(digest, .invitation, at: now),
                    let user = try writer.activeUser(key.user)
                else { return nil }
                var known = try writer.signIn(of: user.user) ?? SignIn(user: user.user, changedAt: now)
                (known.password, known.changedAt, known.failures, known.closedUntil) = (kept, now, 0, 0)
                try writer.keep(known)
                try writer.endEntryKey(digest, at: now)
                try writer.endSessions(of: user.user, at: now)
                return user
            }
        }
    }
}
