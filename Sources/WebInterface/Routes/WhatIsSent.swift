import BookingService
import CareModel
import Foundation

/// What anybody may send, read as the server reads it: for whoever tries what cannot be read. Whatever the bytes are,
/// each of these returns.
package enum WhatIsSent {
    /// A form of each command, filled in with what was sent.
    /// - Returns: how many commands it makes.
    package static func form(_ bytes: [UInt8]) -> Int {
        let form = WebForm(encoded: String(decoding: bytes, as: UTF8.self))
        let setting = CommandForm.Setting(number: 1, now: CivilMinute(minutes: 30_000_000), teams: ["north"])
        return CommandForms.all.count { $0.make(Entered(form), setting) != nil }
    }

    /// A command, as the body of a request for it: `{"name": {…}}`.
    /// - Returns: whether it is one.
    package static func command(_ bytes: [UInt8]) -> Bool {
        guard let parts = try? AnyJSON(reading: Data(bytes)), case .object(let named) = parts else { return false }
        return named.contains { name, body in
            guard let endpoint = CommandEndpoints.all.first(where: { $0.path.hasSuffix("/\(name)") }),
                let shape = endpoint.body, let kept = try? shape.kept(body)
            else { return false }
            return (try? CommandEndpoints.command(name, kept)) != nil
        }
    }

    /// What stands in an address: dates of FHIR, days, times, a code, and where somebody goes on after signing in.
    /// - Returns: how much of it means something.
    package static func address(_ bytes: [UInt8]) -> Int {
        let text = String(decoding: bytes, as: UTF8.self)
        let query = WebForm(encoded: text)
        let values = [text] + query.fields.map(\.value)
        return values.count { FHIRParameters.span($0) != nil } + values.count { Entered.day($0) != nil }
            + values.count { Shape.minute($0) != nil }
    }
}
