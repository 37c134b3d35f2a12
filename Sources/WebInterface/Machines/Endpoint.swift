import BookingService
import HTTPTypes
import Hummingbird
import NIOCore

/// One address of the interface for machines: what it takes, who may ask, what it answers, and how. There is one table
/// of them (``Endpoints``); routes, the description in OpenAPI and the page about the interface are made of it.
struct Endpoint: Sendable {
    typealias Handler = @Sendable (MachineCall) async throws -> MachineAnswer

    /// How faults are told, and what stands in an answer.
    enum Form: Hashable, Sendable {
        /// JSON of this shape.
        case json(Shape)
        /// A resource of FHIR R4.
        case fhir(String)
        /// The description itself.
        case description
    }

    let method: HTTPRequest.Method
    /// The address, with `:name` for what changes.
    let path: String
    /// Who may ask; nil is anybody.
    let right: Permission?
    /// What it does, in a line.
    let summary: String
    /// The part of the page about the interface that it stands in.
    let group: String
    /// What may stand in the address.
    var parameters: [MachineParameter] = []
    /// What is sent; nil is nothing.
    var body: Shape?
    /// What is answered.
    let answer: Form
    /// Most bytes of a body.
    var mostBytes = 64 * 1024
    /// Whether a command may carry a key that makes it happen once.
    var takesKey = false
    let run: Handler

    /// Its name for programs that are made of the description.
    var name: String {
        let words = path.split(separator: "/").map { String($0).replacing(":", with: "by-").replacing(".", with: "-") }
        return ([method.rawValue.lowercased()] + words).joined(separator: "-")
    }

    /// The parameters in its path, in their order.
    var placed: [MachineParameter] {
        path.split(separator: "/").filter { $0.hasPrefix(":") }.map { part in
            let name = String(part.dropFirst())
            return parameters.first { $0.name == name } ?? MachineParameter(name, .whole(0...Shape.exact.upperBound))
        }
    }

    /// The parameters after the question mark.
    var asked: [MachineParameter] {
        parameters.filter { parameter in !placed.contains { $0.name == parameter.name } }
    }

    var isFHIR: Bool { if case .fhir = answer { true } else { false } }

    /// The route.
    var route: Route {
        Route(
            method: method, path: path, right: right.map { .machine($0) } ?? .anyMachine, mostBytes: mostBytes
        ) { asked in
            try await self.run(MachineCall(asked, self)).response
        }
    }
}

/// What may stand in an address.
struct MachineParameter: Hashable, Sendable {
    let name: String
    let shape: Shape
    let meaning: String

    init(_ name: String, _ shape: Shape, _ meaning: String = "") {
        (self.name, self.shape, self.meaning) = (name, shape, meaning)
    }
}

/// What is answered.
struct MachineAnswer: Sendable {
    var content: AnyJSON
    var type = "application/json"
    var headers: HTTPFields = [:]

    /// A value, as it is written for people and other software.
    static func of(_ value: some Encodable) throws -> MachineAnswer {
        MachineAnswer(content: try AnyJSON.told(value))
    }

    var response: Response {
        var headers = headers
        headers[.contentType] = type
        return Response(
            status: .ok, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: content.data)))
    }
}
