import BookingService
import BookingStore
import HTTPTypes
import Testing

@testable import WebInterface

/// Every page lets in whom the table of routes says, and nobody else (IG-1); and nothing is changed but by a form of
/// ours.
@Suite struct RouteAccessTests {
    private static let roles: [UserRole] = [.administrator, .scheduler, .clinician, .manager, .commissioner]

    /// Routes of pages: those of machines have tests of their own.
    private static let pages = RouteTable.all.filter { route in
        switch route.right {
        case .anybody, .halfSignedIn, .signedIn, .may: !route.path.hasPrefix("/api") && !route.path.hasPrefix("/fhir")
        case .machine, .anyMachine: false
        }
    }

    private func path(_ route: Route) -> String {
        route.path.split(separator: "/").map { $0.hasPrefix(":") ? "1" : String($0) }.reduce("") { "\($0)/\($1)" }
    }

    private func isAllowed(_ right: RouteRight, _ role: UserRole) -> Bool {
        switch right {
        case .anybody, .signedIn: true
        case .halfSignedIn: false
        case .may(let right), .machine(let right): role.permissions.contains(right)
        case .anyMachine: true
        }
    }

    @Test func nobodyIsLetInWhoIsNotSignedIn() async throws {
        let clinic = try ServedClinic()
        for route in Self.pages where route.right != .anybody {
            let answer = try await clinic.ask(route.method, path(route))
            #expect(answer.status == 303 && answer.headers[.location]?.hasPrefix("/sign-in") == true, "\(route.path)")
        }
    }

    @Test(arguments: roles) func aRoleIsLetInWhereTheTableSays(role: UserRole) async throws {
        let clinic = try ServedClinic()
        for route in Self.pages where route.path != "/changes" && route.path != "/sign-out" {
            let answer: ServedClinic.Answer
            if route.method == .get {
                let (cookie, _) = try await clinic.session(role)
                answer = try await clinic.ask(.get, path(route), [.cookie: cookie])
            } else {
                answer = try await clinic.submit(path(route), role, [])
            }
            let isSentAway = answer.status == 303 && answer.headers[.location]?.hasPrefix("/sign-in") == true
            if isAllowed(route.right, role) {
                #expect(!isSentAway && answer.status < 500, "\(route.path) \(answer.status)")
                #expect(answer.status != 403 || !answer.text.contains("You may not do that"), "\(route.path)")
            } else {
                #expect(isSentAway || answer.status == 403, "\(route.method) \(route.path) \(answer.status)")
            }
        }
    }

    @Test func aFormIsOfItsSessionAndOfThisSite() async throws {
        let clinic = try ServedClinic()
        let (cookie, form) = try await clinic.session(.manager)
        let before = try clinic.service.lastEntry()
        for route in Self.pages where route.changes && route.right != .anybody && route.right != .halfSignedIn {
            let forged = try await clinic.ask(
                route.method, path(route),
                [.cookie: cookie, .contentType: "application/x-www-form-urlencoded"])
            #expect(forged.status == 403, "\(route.path) without a secret")
            let foreign = try await clinic.ask(
                route.method, path(route), [.cookie: cookie, .formSecret: form, .secFetchSite: "cross-site"])
            #expect(foreign.status == 403, "\(route.path) from another site")
        }
        #expect(try clinic.service.lastEntry() == before)
    }

    @Test func everyAnswerCarriesWhatKeepsItSafe() async throws {
        let clinic = try ServedClinic()
        for path in ["/sign-in", "/nothing-here", "/waits", "/people/1", "/health", "/assets/none.css"] {
            let answer = try await clinic.ask(.get, path)
            let policy = answer.headers[.contentSecurityPolicy] ?? ""
            #expect(policy.contains("script-src 'self'") && !policy.contains("unsafe"), "\(path)")
            #expect(answer.headers[.xContentTypeOptions] == "nosniff" && answer.headers[.frameOptions] == "DENY")
        }
    }

    @Test func noNameStandsInAnAddress() async throws {
        let clinic = try ServedClinic()
        let name = ServedClinic.names[0]
        let found = try await clinic.submit("/find", .scheduler, [("q", name)])
        #expect(found.status == 200 && found.text.contains("href=\"/people/1\""))
        let (cookie, _) = try await clinic.session(.scheduler)
        for path in ["/", "/waiting", "/find", "/tasks", "/people/1"] {
            let page = try await clinic.ask(.get, path, [.cookie: cookie])
            for address in page.text.matches(of: /(?:href|action)="([^"]*)"/) {
                #expect(!address.1.contains("Zebedee"), "\(path) leads to \(address.1)")
            }
        }
    }

    @Test func whatIsSentIsBounded() async throws {
        let clinic = try ServedClinic()
        let long = String(repeating: "x", count: 70_000)
        let answer = try await clinic.submit("/people/1/do/contact-received", .scheduler, [("said", long)])
        #expect(answer.status == 413)
    }
}
