import BookingStore
import Foundation
import HTTPTypes
import Hummingbird
import Synchronization

/// Signing in and out, codes, and choosing a password.
enum SignInScreens {
    static let routes: [Route] = [
        .get("/sign-in", .anybody) { asked in signInPage(asked) },
        .post("/sign-in", .anybody) { asked in try await signIn(asked) },
        .get("/code", .halfSignedIn) { asked in codePage(asked) },
        .post("/code", .halfSignedIn) { asked in try await enterCode(asked) },
        .get("/codes", .halfSignedIn) { asked in try await setUpPage(asked) },
        .post("/codes", .halfSignedIn) { asked in try await setUp(asked) },
        .post("/sign-out", .signedIn) { asked in try await signOut(asked) },
        .get("/welcome/:secret", .anybody) { asked in try await welcomePage(asked) },
        .post("/welcome/:secret", .anybody) { asked in try await choosePassword(asked) },
    ]

    // MARK: Name and password

    private static func signInPage(
        _ asked: WebRequest, _ faults: [Page.Fault] = [], done: String? = nil
    ) -> Response {
        let form = Form(
            action: "/sign-in",
            fields: [
                .text("name", "Name").with(autocomplete: "username").filled(from: asked.form, faults),
                .password("password", "Password").filled(from: asked.form, faults),
                .hidden("then", place(asked.form["then"] ?? asked.query["then"])),
            ], button: "Sign in")
        let page = Page(title: "Sign in", faults: faults, done: done, blocks: [.form(form)])
        return asked.web.pages.response(page, asked, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    /// An address of ours to go to after signing in, and no other.
    static func place(_ text: String?) -> String {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"),
            text.unicodeScalars.allSatisfy({ $0.value > 32 && $0.value < 127 })
        else { return "/" }
        return text
    }

    private static func signIn(_ asked: WebRequest) async throws -> Response {
        let entered = Entered(asked.form)
        let name = entered.text("name", "your name", most: 200)
        let password = asked.form["password"] ?? ""
        if password.isEmpty { entered.fault("password", "Enter your password") }
        guard entered.faults.isEmpty else { return signInPage(asked, entered.faults) }
        switch try await asked.web.accounts.attempt(name: name, password: password) {
        case .wrong:
            return signInPage(asked, [Page.Fault(field: "name", words: "Name or password are not right")])
        case .closed(let seconds):
            let words = "Too many wrong attempts. Try again in \(waiting(seconds))"
            return signInPage(asked, [Page.Fault(field: "name", words: words)])
        case .right(let user, let stage):
            let secret = try await asked.web.accounts.begin(user.user, stage, instead: asked.who?.session?.digest)
            let address =
                switch stage {
                case .signedIn: place(asked.form["then"])
                case .code: "/code"
                case .setUp: "/codes"
                }
            return entering(secret, address, asked)
        }
    }

    private static func waiting(_ seconds: Int64) -> String {
        seconds < 90
            ? counted(Int(seconds), "second", "seconds") : counted(Int((seconds + 59) / 60), "minute", "minutes")
    }

    /// Goes on with a new cookie.
    private static func entering(_ secret: String, _ address: String, _ asked: WebRequest) -> Response {
        var response = Response.redirect(to: address, type: .normal)
        response.setCookie(
            Cookie(
                name: Gate.cookieName, value: secret, maxAge: Int(Accounts.longestSeconds), path: "/",
                secure: asked.web.settings.isSecure, httpOnly: true, sameSite: .strict))
        return response
    }

    private static func signOut(_ asked: WebRequest) async throws -> Response {
        if let session = asked.who?.session { try await asked.web.accounts.end(session) }
        var response = Response.redirect(to: "/sign-in", type: .normal)
        response.headers[values: .setCookie] = [
            Cookie(
                name: Gate.cookieName, value: "", maxAge: 0, path: "/", secure: asked.web.settings.isSecure,
                httpOnly: true, sameSite: .strict
            ).description
        ]
        return response
    }

    // MARK: Codes

    private static func codePage(_ asked: WebRequest, _ faults: [Page.Fault] = []) -> Response {
        guard asked.who?.session?.stage == .code else { return .redirect(to: "/codes", type: .normal) }
        var field = Field.text("code", "Code", hint: "Six digits from your authenticator app", width: 10)
        field.inputMode = "numeric"
        let form = Form(
            action: "/code", fields: [field.with(autocomplete: "one-time-code").filled(from: WebForm(), faults)],
            button: "Go on")
        let page = Page(title: "Enter your code", faults: faults, blocks: [.form(form)])
        return asked.web.pages.response(page, asked, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func enterCode(_ asked: WebRequest) async throws -> Response {
        guard let session = asked.who?.session, session.stage == .code else { throw WebRefusal.signIn }
        guard try await asked.web.accounts.enter(code: asked.form["code"] ?? "", session) else {
            return codePage(asked, [Page.Fault(field: "code", words: "Enter the six digits that the app shows now")])
        }
        let secret = try await asked.web.accounts.begin(session.user, .signedIn, instead: session.digest)
        return entering(secret, "/", asked)
    }

    /// The secret of codes that somebody sets up follows from the session's: it need not be kept before it is used.
    private static func offered(_ session: StoredSession) -> Data {
        Secrets.digest("codes " + Secrets.text(of: session.formSecret)).prefix(OneTimeCode.secretLength)
    }

    private static func setUpPage(_ asked: WebRequest, _ faults: [Page.Fault] = []) async throws -> Response {
        guard let session = asked.who?.session, session.stage == .setUp else { throw WebRefusal.signIn }
        let typed = OneTimeCode.typed(offered(session))
        let groups = stride(from: 0, to: typed.count, by: 4).map { start in
            String(typed.dropFirst(start).prefix(4))
        }
        var field = Field.text("code", "The six digits that the app shows", width: 10)
        field.inputMode = "numeric"
        let page = Page(
            title: "Set up codes", faults: faults,
            blocks: [
                .paragraph(
                    "An administrator signs in with a code as well as a password. Add this key to an authenticator app "
                        + "on your phone, as a time-based key:"),
                .facts(Facts([("Key", groups.joined(separator: " "))])),
                .form(
                    Form(
                        action: "/codes",
                        fields: [field.with(autocomplete: "one-time-code").filled(from: WebForm(), faults)],
                        button: "Go on")),
            ])
        return asked.web.pages.response(page, asked, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func setUp(_ asked: WebRequest) async throws -> Response {
        guard let session = asked.who?.session, session.stage == .setUp else { throw WebRefusal.signIn }
        guard try await asked.web.accounts.setUp(offered(session), code: asked.form["code"] ?? "", session) else {
            let words = "Enter the six digits that the app shows now"
            return try await setUpPage(asked, [Page.Fault(field: "code", words: words)])
        }
        let secret = try await asked.web.accounts.begin(session.user, .signedIn, instead: session.digest)
        return entering(secret, "/", asked)
    }

    // MARK: A password of one's own

    private static func welcomePage(_ asked: WebRequest, _ faults: [Page.Fault] = []) async throws -> Response {
        let secret = asked.parameters["secret"] ?? ""
        guard let user = try await asked.web.accounts.invited(secret) else {
            let page = Page(
                title: "This link is used up",
                blocks: [.paragraph("It was used, or is too old. An administrator can make you another.")])
            return asked.web.pages.response(page, asked, status: .notFound)
        }
        let form = Form(
            action: "/welcome/\(secret)",
            fields: [
                .password("password", "Password", hint: "\(Passwords.fewest) characters or more", isNew: true)
                    .filled(from: asked.form, faults),
                .password("again", "The same password again", isNew: true).filled(from: asked.form, faults),
            ], button: "Keep the password")
        let page = Page(
            title: "Choose a password", caption: user.name, faults: faults,
            blocks: [.paragraph("You sign in with the name “\(user.name)” and this password."), .form(form)])
        return asked.web.pages.response(page, asked, status: faults.isEmpty ? .ok : .unprocessableContent)
    }

    private static func choosePassword(_ asked: WebRequest) async throws -> Response {
        let secret = asked.parameters["secret"] ?? ""
        guard let user = try await asked.web.accounts.invited(secret) else { return try await welcomePage(asked) }
        let password = asked.form["password"] ?? ""
        var faults: [Page.Fault] = []
        if let words = Passwords.fault(of: password, name: user.name) {
            faults.append(Page.Fault(field: "password", words: words))
        } else if password != asked.form["again"] {
            faults.append(Page.Fault(field: "again", words: "Enter the same password twice"))
        }
        guard faults.isEmpty else { return try await welcomePage(asked, faults) }
        guard try await asked.web.accounts.choose(password, by: secret) != nil else { throw WebRefusal.nothingThere }
        return signInPage(asked, done: "The password is kept. Sign in with it.")
    }
}
