import BookingService
import CareModel
import Foundation
import HTTPTypes

/// A request of a machine, read by the table: its parameters are of the right kind, its body has the right shape.
struct MachineCall: Sendable {
    let asked: WebRequest
    /// The body in the form that is kept.
    let body: AnyJSON
    private let values: [String: AnyJSON]

    /// - Throws: ``Unreadable`` with what is wrong; ``Problem``.
    init(_ asked: WebRequest, _ endpoint: Endpoint) throws {
        self.asked = asked
        var values: [String: AnyJSON] = [:]
        for parameter in endpoint.placed {
            let text = asked.parameters[parameter.name]?.removingPercentEncoding ?? ""
            do { values[parameter.name] = try MachineCall.value(text, parameter) } catch { throw Problem.notThere }
        }
        // Who asks FHIR for more than is known here gets what is known (R4, 3.1.1.4).
        let known = endpoint.asked.map(\.name)
        if !endpoint.isFHIR, let other = asked.query.fields.first(where: { !known.contains($0.name) }) {
            throw Unreadable(
                place: other.name, why: "there is no such parameter here",
                allowed: known.isEmpty ? "none" : known.joined(separator: ", "))
        }
        for parameter in endpoint.asked {
            guard let text = asked.query[parameter.name] else { continue }
            values[parameter.name] = try MachineCall.value(text, parameter)
        }
        self.values = values
        body = try endpoint.body.map { try MachineCall.body(asked, $0) } ?? .null
    }

    private static func value(_ text: String, _ parameter: MachineParameter) throws(Unreadable) -> AnyJSON {
        let value: AnyJSON =
            switch parameter.shape {
            case .whole: Int64(text).map { .whole($0) } ?? .text(text)
            case .flag: text == "true" ? .flag(true) : text == "false" ? .flag(false) : .text(text)
            case .text, .decimal, .day, .minute, .word, .words, .named, .list, .nullable, .object, .one, .unnamed,
                .anything:
                .text(text)
            }
        return try parameter.shape.kept(value, at: parameter.name)
    }

    private static func body(_ asked: WebRequest, _ shape: Shape) throws -> AnyJSON {
        let type = asked.headers[.contentType] ?? "application/json"
        let media = type.prefix { $0 != ";" }.trimmingCharacters(in: .whitespaces).lowercased()
        guard media == "application/json" || media.hasSuffix("+json") else {
            throw Problem(
                .unsupportedMediaType, "media-type", "The body is not JSON",
                "Send JSON, and the header Content-Type: application/json.")
        }
        return try shape.kept(try AnyJSON(reading: asked.body))
    }

    // MARK: What was said

    func number(_ name: String) -> Int64? { if case .whole(let number) = values[name] { number } else { nil } }
    func flag(_ name: String) -> Bool { values[name] == .flag(true) }
    func text(_ name: String) -> String? { if case .text(let text) = values[name] { text } else { nil } }
    func day(_ name: String) -> CivilDay? { number(name).map { CivilDay(number: Int32(truncatingIfNeeded: $0)) } }

    /// A part of the body that is text.
    func sent(_ name: String) -> AnyJSON? {
        if case .object(let parts) = body { parts[name] } else { nil }
    }

    var desk: ServedDesk { asked.desk }

    /// Who asks now, why they look, and the key of what happens once.
    /// - Throws: ``Unreadable`` if the key is none.
    func context() throws -> BookingService.Context {
        let key = asked.headers[HTTPField.Name.idempotencyKey]
        if let key, !(1...200).contains(key.utf8.count) || !key.utf8.allSatisfy({ (33...126).contains($0) }) {
            throw Unreadable(
                place: "Idempotency-Key", why: "this is no key", allowed: "1 to 200 printable characters of ASCII")
        }
        var context = asked.context(key: key)
        if let reason = asked.headers[.reasonToLook], reason.count <= 500 { context.reason = reason }
        context.secret = Secrets.text()
        return context
    }
}

extension HTTPField.Name {
    static let idempotencyKey = named("Idempotency-Key")
    static let reasonToLook = named("Reason-To-Look")
}
