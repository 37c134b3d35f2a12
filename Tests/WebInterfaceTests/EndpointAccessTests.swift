import BookingService
import BookingStore
import CareModel
import HTTPTypes
import Testing

@testable import WebInterface

/// Every address of the interface lets in whom the table says, and nobody else (IG-1).
@Suite struct EndpointAccessTests {
    private static let roles: [UserRole] = [.administrator, .scheduler, .clinician, .manager, .commissioner]

    /// An address that can be asked.
    private func path(_ endpoint: Endpoint) -> String {
        endpoint.path.replacing(":person", with: "1").replacing(":appointment", with: "1")
            .replacing(":clinician", with: "0").replacing(":team", with: "0").replacing(":id", with: "clinician-0")
    }

    private func body(_ endpoint: Endpoint) -> AnyJSON? { endpoint.body == nil ? nil : .object([:]) }

    @Test func nobodyIsLetInWithoutAToken() async throws {
        let clinic = try ServedClinic()
        for endpoint in Endpoints.all {
            for token in [nil, "made-up"] {
                let answer = try await clinic.ask(
                    endpoint.method, path(endpoint), token: token, body: body(endpoint))
                if endpoint.right == nil {
                    #expect(![401, 403].contains(answer.status), "\(endpoint.name)")
                } else {
                    #expect(answer.status == 401, "\(endpoint.name)")
                    #expect(answer.headers[.wwwAuthenticate] == "Bearer")
                }
            }
        }
    }

    @Test func aTokenMayWhatItWasMadeFor() async throws {
        let clinic = try ServedClinic()
        for right in Permission.allCases {
            let (one, rest) = (
                try clinic.token([right]), try clinic.token(Permission.allCases.filter { $0 != right })
            )
            for endpoint in Endpoints.all where endpoint.right == right {
                let allowed = try await clinic.ask(endpoint.method, path(endpoint), token: one, body: body(endpoint))
                #expect(
                    ![401, 403].contains(allowed.status) && allowed.status < 500, "\(endpoint.name) \(allowed.text)")
                let refused = try await clinic.ask(
                    endpoint.method, path(endpoint), token: rest, body: body(endpoint))
                #expect(refused.status == 403, "\(endpoint.name)")
                #expect(refused.text.contains("may-not"))
            }
        }
    }

    @Test func aTokenMayNoMoreThanWhoeverMadeIt() async throws {
        let clinic = try ServedClinic()
        for role in Self.roles {
            let token = try clinic.token(Permission.allCases, of: role)
            for endpoint in Endpoints.all {
                guard let right = endpoint.right else { continue }
                let answer = try await clinic.ask(
                    endpoint.method, path(endpoint), token: token, body: body(endpoint))
                let isOwn = role == .clinician && answer.code == "reason-to-look"
                #expect(
                    (answer.status == 403 && !isOwn) == !role.permissions.contains(right), "\(role) \(endpoint.name)")
            }
        }
    }

    @Test func somebodyWhoIsSignedInMayWhatTheirRoleMay() async throws {
        let clinic = try ServedClinic()
        for role in Self.roles {
            let (cookie, form) = try await clinic.session(role)
            for endpoint in Endpoints.all {
                guard let right = endpoint.right else { continue }
                let answer = try await clinic.ask(
                    endpoint.method, path(endpoint), body: body(endpoint), [.cookie: cookie, .formSecret: form])
                let isOwn = role == .clinician && answer.code == "reason-to-look"
                #expect(
                    (answer.status == 403 && !isOwn) == !role.permissions.contains(right), "\(role) \(endpoint.name)")
                guard endpoint.method == .post else { continue }
                let forged = try await clinic.ask(.post, path(endpoint), body: body(endpoint), [.cookie: cookie])
                #expect(forged.status == 403, "without the form's secret: \(endpoint.name)")
            }
        }
    }

    /// The service asks for further rights than the address does: a token has none that it was not made for.
    @Test func whatATokenWasNotMadeForIsRefusedWithinToo() async throws {
        let clinic = try ServedClinic()
        let slot: AnyJSON = ["clinician": 0, "start": "2027-03-24T13:00"]
        let body: AnyJSON = ["person": 1, "slot": slot, "reason": "it must be"]
        let path = "/api/v1/commands/book"
        let without = try await clinic.ask(.post, path, token: try clinic.token([.book]), body: body)
        #expect(without.status == 403)
        #expect(without.json["right"] == "override")
        let with = try await clinic.ask(.post, path, token: try clinic.token([.book, .override]), body: body)
        #expect(with.status == 200, "\(with.text)")
    }

    @Test func aClinicianSaysWhyTheyLook() async throws {
        let clinic = try ServedClinic()
        let token = try clinic.token([.seePeople], of: .clinician)
        let refused = try await clinic.ask(.get, "/api/v1/people/6", token: token)
        #expect(refused.status == 403)
        #expect(refused.code == "reason-to-look")
        let heard = try await clinic.ask(
            .get, "/api/v1/people/6", token: token, [.reasonToLook: "covers for a colleague"])
        #expect(heard.status == 200)
    }

    @Test func anUnknownMethodIsToldWhatThereIs() async throws {
        let clinic = try ServedClinic()
        let answer = try await clinic.ask(.delete, "/api/v1/rooms")
        #expect(answer.status == 405)
        #expect(answer.headers[.allow] == "GET, HEAD")
        #expect(try await clinic.ask(.get, "/api/v1/commands/book").headers[.allow] == "POST")
        #expect(try await clinic.ask(.get, "/api/v1/nothing").type == "application/problem+json")
    }
}
