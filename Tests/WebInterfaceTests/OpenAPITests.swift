import BookingService
import HTTPTypes
import Testing

@testable import WebInterface

/// The description has every address, and leads nowhere that is not there.
@Suite struct OpenAPITests {
    @Test func everyAddressIsDescribed() {
        for endpoint in Endpoints.all {
            let method = endpoint.method.rawValue.lowercased()
            let operation = OpenAPI.description["paths"]?[OpenAPI.address(endpoint)]?[method]
            #expect(operation?["operationId"] == .text(endpoint.name))
            #expect((operation?["requestBody"] == nil) == (endpoint.body == nil))
            #expect(RouteTable.all.contains { $0.path == endpoint.path && $0.method == endpoint.method })
        }
        #expect(Set(Endpoints.all.map(\.name)).count == Endpoints.all.count)
    }

    @Test func everyReferenceLeadsSomewhere() {
        func references(_ value: AnyJSON) -> [String] {
            switch value {
            case .object(let parts):
                if case .text(let reference) = parts["$ref"] {
                    [reference]
                } else {
                    parts.sorted { $0.key < $1.key }.flatMap { references($0.value) }
                }
            case .list(let values): values.flatMap(references)
            case .null, .flag, .whole, .decimal, .text: []
            }
        }
        let all = references(OpenAPI.description)
        #expect(all.count > 500)
        for reference in all {
            let place = reference.dropFirst(2).split(separator: "/").reduce(OpenAPI.description as AnyJSON?) {
                $0?[String($1)]
            }
            #expect(place != nil, "\(reference)")
        }
    }

    /// Two types with one name would be one in the description.
    @Test func aNameIsOfOneShape() {
        var known: [String: [ShapePart]] = [:]
        func walk(_ shape: Shape) {
            switch shape {
            case .object(let name, let parts), .one(let name, let parts):
                if let met = known[name] {
                    #expect(met == parts, "\(name)")
                } else {
                    known[name] = parts
                    for part in parts { walk(part.shape) }
                }
            case .list(let shape), .nullable(let shape), .unnamed(let shape): walk(shape)
            case .text, .flag, .whole, .decimal, .day, .minute, .word, .words, .named, .anything: break
            }
        }
        for endpoint in Endpoints.all {
            if let body = endpoint.body { walk(body) }
            if case .json(let shape) = endpoint.answer { walk(shape) }
        }
        #expect(known.count > 100)
    }

    @Test func thePageNamesEveryAddress() async throws {
        let clinic = try ServedClinic()
        let page = try await clinic.ask(.get, "/api")
        #expect(page.status == 200)
        for endpoint in Endpoints.all { #expect(page.text.contains(OpenAPI.address(endpoint))) }
    }
}
