import BookingService
import BookingStore
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What every request goes through, whatever it asks for: who is it, may they, did it come from a form of ours, is it
/// too large; and what every answer carries.
struct Gate: Sendable {
    let web: WebApplication

    static let cookieName = "stepcare"

    /// Answers a request for a route.
    func answer(_ route: Route, _ request: Request, _ context: WebContext) async -> Response {
        let clock = ContinuousClock()
        let begun = clock.now
        var response: Response
        var asked = WebRequest(web: web)
        asked.path = request.uri.path
        do {
            try limit(route, request, context)
            asked = try await read(route, request, context)
            try check(route, asked, request)
            response = try await route.answer(asked)
        } catch {
            response = refusal(error, route, asked)
        }
        finish(&response, route)
        let taken = begun.duration(to: clock.now)
        web.counts.note(route, response.status.code, taken)
        log(route, response, asked, taken)
        return response
    }

    // MARK: Limits

    /// Whoever asks too often waits: a machine by its token, whoever has none or signs in by the address.
    private func limit(_ route: Route, _ request: Request, _ context: WebContext) throws {
        let kind: RateLimits.Kind =
            switch route.right {
            case .machine, .anyMachine: .machine
            case .anybody, .halfSignedIn, .signedIn, .may: route.isPublicForm ? .publicForm : .signIn
            }
        guard kind == .machine || route.signsIn || route.isPublicForm else { return }
        let token = kind == .machine ? request.headers[.authorization] : nil
        let whose = token.map { "token \(Secrets.text(of: Secrets.digest($0)))" } ?? origin(request, context)
        if let seconds = web.limits.secondsToWait(kind, whose) { throw WebRefusal.tooMany(seconds) }
    }

    /// Whoever tries tokens waits too, whatever they try.
    private func noteUnknown(_ request: Request, _ context: WebContext) throws {
        if let seconds = web.limits.secondsToWait(.signIn, "token from \(origin(request, context))") {
            throw WebRefusal.tooMany(seconds)
        }
    }

    // MARK: Reading

    private func read(_ route: Route, _ request: Request, _ context: WebContext) async throws -> WebRequest {
        var asked = WebRequest(web: web)
        asked.headers = request.headers
        asked.path = request.uri.path
        asked.authority = request.head.authority ?? ""
        asked.origin = origin(request, context)
        asked.query = WebForm(encoded: request.uri.query ?? "")
        for (name, value) in context.parameters { asked.parameters[String(name)] = String(value) }
        asked.who = try await who(route, request)
        if asked.who == nil, request.headers[.authorization] != nil { try noteUnknown(request, context) }
        if route.changes {
            asked.body = try await body(route, request)
            let type = request.headers[.contentType] ?? ""
            if type.hasPrefix("application/x-www-form-urlencoded") {
                asked.form = WebForm(encoded: String(decoding: asked.body, as: UTF8.self))
            } else if type.hasPrefix("multipart/form-data") {
                asked.form = WebForm(multipart: asked.body, type: type)
            }
        }
        return asked
    }

    private func body(_ route: Route, _ request: Request) async throws -> Data {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > route.mostBytes {
            throw WebRefusal.tooLarge(route.mostBytes)
        }
        do {
            let buffer = try await request.body.collect(upTo: route.mostBytes)
            return Data(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw WebRefusal.tooLarge(route.mostBytes)
        }
    }

    private func who(_ route: Route, _ request: Request) async throws -> SignedIn? {
        if let bearer = request.headers[.authorization], bearer.hasPrefix("Bearer ") {
            return try await web.accounts.machine(String(bearer.dropFirst(7)))
        }
        guard let secret = request.cookies[Gate.cookieName]?.value else { return nil }
        return try await web.accounts.signedIn(secret)
    }

    /// From where somebody asks. What a proxy says is believed only if it was said that there is one.
    private func origin(_ request: Request, _ context: WebContext) -> String {
        if web.settings.isBehindProxy, let forwarded = request.headers[values: .forwardedFor].last {
            let nearest = forwarded.split(separator: ",").last.map { $0.trimmingCharacters(in: .whitespaces) }
            if let nearest, nearest.count <= 45 { return "web \(nearest)" }
        }
        return "web \(context.remoteAddress?.ipAddress ?? "?")"
    }

    // MARK: Checking

    private func check(_ route: Route, _ asked: WebRequest, _ request: Request) throws {
        if route.changes, asked.who?.session != nil || !isOfMachines(route) { try checkOrigin(request) }
        switch route.right {
        case .anybody, .anyMachine: return
        case .halfSignedIn:
            guard let session = asked.who?.session, session.stage != .signedIn else { throw WebRefusal.signIn }
        case .signedIn: try checkSignedIn(asked)
        case .may(let right):
            try checkSignedIn(asked)
            guard asked.who?.may(right) == true else { throw WebRefusal.mayNot(right) }
        case .machine(let right):
            guard let who = asked.who, who.session == nil || who.session?.stage == .signedIn else {
                throw WebRefusal.signIn
            }
            guard who.may(right) else { throw WebRefusal.mayNot(right) }
        }
        if route.changes, let session = asked.who?.session { try checkForm(session, asked) }
    }

    private func isOfMachines(_ route: Route) -> Bool {
        switch route.right {
        case .machine, .anyMachine: true
        case .anybody, .halfSignedIn, .signedIn, .may: false
        }
    }

    private func checkSignedIn(_ asked: WebRequest) throws {
        guard let session = asked.who?.session, session.stage == .signedIn else { throw WebRefusal.signIn }
    }

    /// Browsers say from which page a form comes: one of another site is refused.
    private func checkOrigin(_ request: Request) throws {
        if let site = request.headers[.secFetchSite], site != "same-origin", site != "none" {
            throw WebRefusal.foreignForm
        }
        guard let origin = request.headers[.origin], let host = request.head.authority else { return }
        guard origin == "https://\(host)" || origin == "http://\(host)" else { throw WebRefusal.foreignForm }
    }

    /// A form carries the secret of its session: a page that was forged, or of a session that is over, has another.
    private func checkForm(_ session: StoredSession, _ asked: WebRequest) throws {
        let given = asked.form["form"] ?? asked.headers[.formSecret] ?? ""
        guard Secrets.areEqual(Data(given.utf8), Data(Secrets.text(of: session.formSecret).utf8)) else {
            throw WebRefusal.staleForm
        }
    }

    // MARK: Answering

    private func refusal(_ error: any Error, _ route: Route, _ asked: WebRequest) -> Response {
        var response =
            if isOfMachines(route) || asked.path.hasPrefix("/fhir/") || asked.path.hasPrefix("/api/") {
                web.table.problem(error, asked.path)
            } else {
                RefusalPage.response(to: error, asked)
            }
        if case WebRefusal.tooMany(let seconds) = error { response.headers[.retryAfter] = "\(seconds)" }
        if case WebRefusal.otherMethod(let methods) = error {
            response.headers[.allow] = methods.joined(separator: ", ")
        }
        if response.status == .internalServerError {
            web.logger.error("unexpected", metadata: ["kind": "\(type(of: error))", "route": "\(route.path)"])
        }
        return response
    }

    /// What every answer carries: nothing is framed, guessed, kept or sent elsewhere; scripts and styles are ours.
    private func finish(_ response: inout Response, _ route: Route) {
        let policy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
        response.headers[.contentSecurityPolicy] = policy
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.referrerPolicy] = "same-origin"
        response.headers[.frameOptions] = "DENY"
        response.headers[.permissionsPolicy] = "camera=(), geolocation=(), microphone=()"
        response.headers[.crossOriginOpenerPolicy] = "same-origin"
        response.headers[.crossOriginResourcePolicy] = "same-origin"
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if web.settings.isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
    }

    /// Nothing that identifies anybody: the pattern of the address, not the address; the user's number, not the name.
    private func log(_ route: Route, _ response: Response, _ asked: WebRequest, _ taken: Duration) {
        let milliseconds = Double(taken.components.attoseconds) / 1e15 + Double(taken.components.seconds) * 1000
        let level: Logger.Level = response.status.code >= 500 ? .error : .info
        web.logger.log(
            level: level, "request",
            metadata: [
                "method": "\(route.method.rawValue)", "route": "\(route.path)", "status": "\(response.status.code)",
                "ms": "\(Int(milliseconds.rounded()))", "user": "\(asked.who?.user.user ?? 0)",
            ])
    }
}

extension HTTPField.Name {
    static let forwardedFor = named("X-Forwarded-For")
    static let secFetchSite = named("Sec-Fetch-Site")
    static let formSecret = named("X-Form-Secret")
    static let referrerPolicy = named("Referrer-Policy")
    static let frameOptions = named("X-Frame-Options")
    static let permissionsPolicy = named("Permissions-Policy")
    static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")

    static func named(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is no name of a header") }
        return field
    }
}
