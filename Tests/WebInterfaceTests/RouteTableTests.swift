import BookingService
import BookingStore
import CareModel
import Foundation
import HTTPTypes
import Testing

@testable import WebInterface

/// `Results/routes.md` says of every route whom it lets in, and what it says was seen: each route was asked by nobody,
/// and by somebody of each role, by each method.
@Suite struct RouteTableTests {
    private static let roles: [UserRole] = [.scheduler, .clinician, .manager, .commissioner, .administrator]
    private static let methods: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete]

    /// What became of a request, as far as it says who is let in.
    private func seen(_ answer: ServedClinic.Answer) -> String {
        let isSentToSignIn = answer.status == 303 && answer.headers[.location]?.hasPrefix("/sign-in") == true
        if isSentToSignIn || answer.status == 401 { return "sign in" }
        return answer.status == 403 && answer.code != "reason-to-look" ? "no" : "yes"
    }

    private func path(_ route: Route) -> String {
        route.path.split(separator: "/").map { part in
            part == ":id" ? "clinician-0" : part.hasPrefix(":") ? "1" : String(part)
        }.reduce("") { "\($0)/\($1)" }
    }

    /// Asks as somebody of a role, or as nobody, in a session of its own.
    private func ask(_ clinic: ServedClinic, _ route: Route, _ method: HTTPRequest.Method, _ role: UserRole?)
        async throws -> ServedClinic.Answer
    {
        guard let role else { return try await clinic.ask(method, path(route)) }
        let (cookie, form) = try await clinic.session(role)
        let isOfMachines = route.path.hasPrefix("/api/") || route.path.hasPrefix("/fhir/")
        return try await clinic.ask(
            method, path(route), body: method == .post && isOfMachines ? .object([:]) : nil,
            [.cookie: cookie, .formSecret: form])
    }

    /// The routes in the order of the table's lines: what is asked, and by which method.
    private static let routes = RouteTable.all.sorted {
        ($0.path, $0.method.rawValue) < ($1.path, $1.method.rawValue)
    }

    private func lines() async throws -> [String] {
        let clinics = try ([nil] + Self.roles).map { (role: $0, clinic: try ServedClinic()) }
        var lines: [String] = []
        for route in Self.routes {
            var cells: [String] = []
            for (role, clinic) in clinics {
                // A stream has no end: who may listen is asked of those who may not.
                if route.path == "/changes", role.map({ $0.permissions.contains(.seePeople) }) == true {
                    cells.append("yes")
                } else {
                    let answer = try await ask(clinic, route, route.method, role)
                    #expect(answer.status < 500, "\(route.method) \(route.path)")
                    cells.append(seen(answer))
                }
            }
            lines.append("| `\(route.method.rawValue) \(route.path)` | \(cells.joined(separator: " | ")) |")
        }
        return lines
    }

    @Test func theTableSaysWhomEachRouteLetsIn() async throws {
        let known = Set(Self.routes.map(\.path)).count
        let head = """
            # Whom each route lets in

            Every route was asked by somebody who is not signed in and by somebody of each role, and this is what was
            seen. *yes* is let in: what is done with the request is another matter, so a page that is not there or a
            form with nothing in it is *yes*. *no* is refused, *sign in* is asked who it is. A clinician who opens the
            record of somebody else's person is asked for a reason, and counts as let in. Each of the \(known) addresses
            refuses every other method to everybody. A test makes this table and holds it.

            | route | nobody | \(Self.roles.map(\.name).joined(separator: " | ")) |
            |---|\(String(repeating: "---|", count: Self.roles.count + 1))

            """
        let text = head + (try await lines()).joined(separator: "\n") + "\n"
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Results/routes.md")
        if ProcessInfo.processInfo.environment["STEPCARE_WRITE_ROUTES"] != nil {
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let kept = try String(contentsOf: file, encoding: .utf8)
        #expect(kept == text, "STEPCARE_WRITE_ROUTES=1 writes it anew")
    }

    @Test func anotherMethodIsRefusedToEverybody() async throws {
        let clinic = try ServedClinic()
        for route in Self.routes {
            let known = Self.routes.filter { $0.path == route.path }.map(\.method)
            for method in Self.methods where !known.contains(method) {
                for role in [nil, .administrator] as [UserRole?] {
                    let answer = try await ask(clinic, route, method, role)
                    #expect(answer.status == 405, "\(method) \(route.path) \(answer.status)")
                }
            }
        }
    }
}
