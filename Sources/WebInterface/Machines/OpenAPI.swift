import BookingService
import HTTPTypes

/// The description of the interface in OpenAPI 3.1, made of its table.
enum OpenAPI {
    static let description: AnyJSON = make(Endpoints.all)

    /// Statuses of problems, and what they mean.
    private static let problems: [(status: Int, words: String)] = [
        (400, "What was sent cannot be read."), (401, "A token is needed."), (403, "The token may not do this."),
        (404, "There is no such thing."), (405, "The address takes another method."),
        (409, "It cannot be done now: the code says why."), (413, "Too much at once."),
        (415, "The body is not JSON."), (422, "What was said cannot be."),
        (429, "Too many requests: Retry-After says when to come back."), (503, "The database does not answer."),
    ]

    static func make(_ endpoints: [Endpoint]) -> AnyJSON {
        var named: [String: AnyJSON] = [:]
        let problem = Problem.shape.schema(.told, &named)
        named["OperationOutcome"] = fhir("OperationOutcome")
        var paths: [String: [String: AnyJSON]] = [:]
        for endpoint in endpoints {
            let method = endpoint.method.rawValue.lowercased()
            paths[address(endpoint), default: [:]][method] = operation(endpoint, &named)
        }
        var responses: [String: AnyJSON] = [:]
        for (status, words) in problems {
            responses["Problem\(status)"] = .object([
                "description": .text(words), "content": ["application/problem+json": .object(["schema": problem])],
            ])
            responses["Outcome\(status)"] = .object([
                "description": .text(words),
                "content": [
                    "application/fhir+json": ["schema": ["$ref": "#/components/schemas/OperationOutcome"]]
                ],
            ])
        }
        return .object([
            "openapi": "3.1.0",
            "info": [
                "title": "stepcare", "version": "1",
                "description": .text(
                    "The booking desk for machines. Days are YYYY-MM-DD and minutes YYYY-MM-DDTHH:MM, by clocks in "
                        + "London. A part that may be left out may be null. A request that is refused changes nothing."
                ),
            ],
            "servers": [["url": "/"]],
            "paths": .object(paths.mapValues { .object($0) }),
            "components": .object([
                "schemas": .object(named), "responses": .object(responses),
                "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
            ]),
        ])
    }

    /// The address as OpenAPI has it.
    static func address(_ endpoint: Endpoint) -> String {
        endpoint.path.split(separator: "/").map { $0.hasPrefix(":") ? "/{\($0.dropFirst())}" : "/\($0)" }.joined()
    }

    private static func operation(_ endpoint: Endpoint, _ named: inout [String: AnyJSON]) -> AnyJSON {
        var parameters = endpoint.placed.map { parameter($0, "path", &named) }
        parameters += endpoint.asked.map { parameter($0, "query", &named) }
        if endpoint.takesKey {
            parameters.append([
                "name": "Idempotency-Key", "in": "header", "required": false,
                "description":
                    "Sent again with the same key and body, a command is not done again: the first answer comes.",
                "schema": ["type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"],
            ])
        }
        var operation: [String: AnyJSON] = [
            "operationId": .text(endpoint.name), "summary": .text(endpoint.summary), "tags": [.text(endpoint.group)],
            "responses": responses(endpoint, &named),
        ]
        if let right = endpoint.right {
            operation["security"] = [["token": []]]
            operation["description"] = .text("Takes the right to \(right.words) (\(right.name)).")
        } else {
            operation["security"] = []
        }
        if !parameters.isEmpty { operation["parameters"] = .list(parameters) }
        if let body = endpoint.body {
            operation["requestBody"] = .object([
                "required": true, "content": ["application/json": .object(["schema": body.schema(.sent, &named)])],
            ])
        }
        return .object(operation)
    }

    private static func parameter(
        _ parameter: MachineParameter, _ place: String, _ named: inout [String: AnyJSON]
    ) -> AnyJSON {
        .object([
            "name": .text(parameter.name), "in": .text(place), "required": .flag(place == "path"),
            "description": .text(parameter.meaning), "schema": parameter.shape.schema(.sent, &named),
        ])
    }

    private static func responses(_ endpoint: Endpoint, _ named: inout [String: AnyJSON]) -> AnyJSON {
        var responses: [String: AnyJSON] = [:]
        let content: AnyJSON
        switch endpoint.answer {
        case .json(let shape): content = ["application/json": .object(["schema": shape.schema(.told, &named)])]
        case .description: content = ["application/json": ["schema": ["type": "object"]]]
        case .fhir(let resource):
            named[resource] = fhir(resource)
            content = ["application/fhir+json": ["schema": ["$ref": .text("#/components/schemas/\(resource)")]]]
        }
        responses["200"] = .object(["description": "It is done, or found.", "content": content])
        for (status, _) in problems where isPossible(status, endpoint) {
            let kind = endpoint.isFHIR ? "Outcome" : "Problem"
            responses["\(status)"] = ["$ref": .text("#/components/responses/\(kind)\(status)")]
        }
        return .object(responses)
    }

    private static func isPossible(_ status: Int, _ endpoint: Endpoint) -> Bool {
        switch status {
        case 401, 403: endpoint.right != nil || endpoint.takesKey
        case 413, 415: endpoint.body != nil
        default: true
        }
    }

    /// A resource of FHIR, whose schema is FHIR's.
    private static func fhir(_ resource: String) -> AnyJSON {
        .object([
            "type": "object", "required": ["resourceType"],
            "properties": .object(["resourceType": .object(["const": .text(resource)])]),
            "externalDocs": .object(["url": .text("https://hl7.org/fhir/R4/\(resource.lowercased()).html")]),
        ])
    }
}
