import BookingService
import BookingStore
import CareModel
import Foundation
import Testing

@testable import WebInterface

/// Signing in: passwords, codes, locks and sessions (IG-1).
@Suite struct AccountTests {
    private static let password = "three plain words"

    /// A user with a password.
    private func clinic(_ role: UserRole) async throws -> (ServedClinic, user: Int64) {
        let clinic = try ServedClinic()
        let user = try #require(clinic.users[role])
        let secret = try await clinic.web.accounts.invite(user)
        #expect(try await clinic.web.accounts.choose(Self.password, by: secret)?.user == user)
        return (clinic, user)
    }

    /// RFC 6238, appendix B, in six digits.
    @Test(
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)])
    func codesAreThoseOfTheStandard(seconds: Int64, code: String) {
        let secret = Data("12345678901234567890".utf8)
        #expect(OneTimeCode.code(secret, step: seconds / 30) == code)
        #expect(OneTimeCode.step(of: code, secret, at: seconds, after: 0) == seconds / 30)
        #expect(OneTimeCode.step(of: code, secret, at: seconds, after: seconds / 30) == nil, "twice")
        #expect(OneTimeCode.step(of: code, secret, at: seconds + 90, after: 0) == nil, "too late")
    }

    /// RFC 4648, section 10.
    @Test(arguments: [("f", "MY"), ("fo", "MZXQ"), ("foobar", "MZXW6YTBOI")])
    func keysAreTypedInBase32(text: String, typed: String) {
        #expect(OneTimeCode.typed(Data(text.utf8)) == typed)
    }

    @Test func aPasswordIsKeptAsADigestAndIsFound() throws {
        let kept = try #require(Passwords.kept(Self.password))
        #expect(kept.hasPrefix("$argon2id$") && !kept.contains(Self.password))
        #expect(Passwords.isRight(Self.password, kept: kept))
        #expect(!Passwords.isRight(Self.password + " ", kept: kept))
        #expect(!Passwords.isRight(Self.password, kept: nil))
        #expect(!Passwords.isRight("", kept: ""))
    }

    @Test func anAccountIsClosedForLongerAndLonger() async throws {
        let (clinic, user) = try await clinic(.scheduler)
        let accounts = clinic.web.accounts
        for attempt in 1...5 {
            guard case .wrong = try await accounts.attempt(name: "Invented scheduler", password: "wrong \(attempt)")
            else { throw WebRefusal.unreadable("attempt \(attempt)") }
        }
        guard case .closed(let seconds) = try await accounts.attempt(name: "\(user)", password: Self.password) else {
            throw WebRefusal.unreadable("the right password was heard while the account was closed")
        }
        #expect((25...30).contains(seconds))
        #expect(Accounts.pause(after: 6) == 60 && Accounts.pause(after: 99) == Accounts.longestClosed)
        try clinic.service.changeAccounts { writer in
            var known = try #require(try writer.signIn(of: user))
            known.closedUntil = 0
            try writer.keep(known)
        }
        guard
            case .right(_, .signedIn) = try await accounts.attempt(name: " invented SCHEDULER", password: Self.password)
        else { throw WebRefusal.unreadable("the right password was not heard") }
        #expect(try clinic.service.accounts { try $0.signIn(of: user)?.failures } == 0)
    }

    @Test func anAdministratorSetsUpCodesFirst() async throws {
        let (clinic, _) = try await clinic(.administrator)
        let accounts = clinic.web.accounts
        guard
            case .right(let user, .setUp) = try await accounts.attempt(
                name: "Invented administrator", password: Self.password)
        else { throw WebRefusal.unreadable("no codes were asked for") }
        let cookie = try await accounts.begin(user.user, .setUp)
        let half = try #require(try await accounts.signedIn(cookie))
        let (secret, now) = (Secrets.bytes(20), clinic.web.desk.clock.seconds)
        #expect(try await !accounts.setUp(secret, code: "000000", #require(half.session)))
        let code = OneTimeCode.code(secret, step: now / 30)
        #expect(try await accounts.setUp(secret, code: code, #require(half.session)))
        guard
            case .right(_, .code) = try await accounts.attempt(
                name: "Invented administrator", password: Self.password)
        else { throw WebRefusal.unreadable("no code was asked for") }
        // The code that set it up is used up.
        #expect(try await !accounts.enter(code: code, #require(half.session)))
    }

    @Test func aSessionEndsUnusedAndOld() async throws {
        let (clinic, user) = try await clinic(.manager)
        let accounts = clinic.web.accounts
        let now = clinic.web.desk.clock.seconds
        for (begun, seen, isGood) in [
            (now, now, true), (now - 3600, now - 3500, true), (now - 7300, now - 3700, false),
            (now - 43_300, now, false),
        ] {
            let secret = Secrets.text()
            var session = StoredSession(
                digest: Secrets.digest(secret), user: user, stage: .signedIn, formSecret: Secrets.bytes(32),
                begunAt: begun)
            session.seenAt = seen
            let kept = session
            try clinic.service.changeAccounts { try $0.begin(kept) }
            #expect(
                try await (accounts.signedIn(secret) != nil) == isGood, "begun \(now - begun), seen \(now - seen) ago")
        }
        #expect(try await accounts.signedIn("made up") == nil)
    }

    @Test func whoIsRemovedIsSignedOutAndAChangedPasswordEndsSessions() async throws {
        let (clinic, user) = try await clinic(.scheduler)
        let accounts = clinic.web.accounts
        let first = try await accounts.begin(user, .signedIn)
        let secret = try await accounts.invite(user)
        #expect(try await accounts.choose("another three words", by: secret) != nil)
        #expect(try await accounts.signedIn(first) == nil)
        #expect(try await accounts.choose("used up already now", by: secret) == nil, "a link is good once")
        let second = try await accounts.begin(user, .signedIn)
        let answer = try await clinic.submit("/users/\(user)/remove", .administrator, [])
        #expect(answer.status == 303)
        #expect(try await accounts.signedIn(second) == nil)
    }

    @Test func nothingThatLetsInIsKept() async throws {
        let (clinic, user) = try await clinic(.manager)
        let cookie = try await clinic.web.accounts.begin(user, .signedIn)
        let link = try await clinic.web.accounts.invite(user)
        let kept = try clinic.service.accounts { reader in
            (try reader.session(Secrets.digest(cookie)), try reader.entryKey(Secrets.digest(link), .invitation, at: 0))
        }
        #expect(kept.0?.digest != Data(cookie.utf8) && kept.1?.digest != Data(link.utf8))
    }
}
