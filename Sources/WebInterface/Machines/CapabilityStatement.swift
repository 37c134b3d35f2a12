import CareModel
import HTTPTypes
import Hummingbird
import Interchange
import NIOCore

/// What of FHIR R4 is known here.
enum CapabilityStatement {
    static func content(_ day: CivilDay) -> AnyJSON {
        .object([
            "resourceType": "CapabilityStatement", "status": "active", "date": .text("\(day)"), "kind": "instance",
            "fhirVersion": "4.0.1", "format": ["application/fhir+json"],
            "software": ["name": "stepcare"],
            "implementation": ["description": "The booking desk of a service: diaries and appointments, to be read."],
            "rest": [
                .object([
                    "mode": "server",
                    "security": ["description": "A bearer token that an administrator made (RFC 6750)."],
                    "resource": .list(FHIRSearch.Kind.allCases.map(resource)),
                ])
            ],
        ])
    }

    private static func resource(_ kind: FHIRSearch.Kind) -> AnyJSON {
        .object([
            "type": .text(kind.rawValue), "interaction": [["code": "read"], ["code": "search-type"]],
            "searchParam": .list(FHIREndpoints.parameters(kind).compactMap(parameter)),
        ])
    }

    /// A parameter; those of paging are none of FHIR's search, and a modifier belongs to its parameter.
    private static func parameter(_ parameter: MachineParameter) -> AnyJSON? {
        guard parameter.name != "_count", parameter.name != "_offset", !parameter.name.contains(":") else { return nil }
        let kind =
            switch parameter.name {
            case "date", "start": "date"
            case "actor", "schedule": "reference"
            default: "token"
            }
        return .object([
            "name": .text(parameter.name), "type": .text(kind), "documentation": .text(parameter.meaning),
        ])
    }
}

/// Why a request of FHIR was not done.
enum OperationOutcome {
    static func content(_ problem: Problem) -> AnyJSON {
        .object([
            "resourceType": "OperationOutcome",
            "issue": [
                .object([
                    "severity": "error", "code": .text(code(problem.status.code)),
                    "details": .object([
                        "coding": [["system": "urn:stepcare:problem", "code": .text(problem.code)]],
                        "text": .text(problem.title),
                    ]),
                    "diagnostics": .text(problem.detail.isEmpty ? problem.title : problem.detail),
                ])
            ],
        ])
    }

    /// The code of FHIR for a status.
    private static func code(_ status: Int) -> String {
        switch status {
        case 400: "invalid"
        case 401: "login"
        case 403: "forbidden"
        case 404: "not-found"
        case 405: "not-supported"
        case 409: "conflict"
        case 413: "too-long"
        case 429: "throttled"
        case 503: "transient"
        case 500: "exception"
        default: "processing"
        }
    }

    static func response(to problem: Problem) -> Response {
        var response = problem.response
        response.headers[.contentType] = FHIREndpoints.type
        response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: content(problem).data))
        return response
    }
}
