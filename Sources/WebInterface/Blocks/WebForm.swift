import Foundation

/// The fields of a form or a question: names with what was entered, in their order.
struct WebForm: Sendable {
    /// Most fields that are read.
    static let mostFields = 500
    private(set) var fields: [(name: String, value: String)] = []
    /// Files that were sent with it.
    var uploads: [WebUpload] = []

    init() {}

    /// Adds a field, as it was entered.
    mutating func append(_ name: String, _ value: String) {
        guard fields.count < Self.mostFields else { return }
        fields.append((name, WebForm.cleaned(value)))
    }

    /// Reads `name=value&…` as a browser sends it.
    init(encoded text: String) {
        var parts = URLComponents()
        parts.percentEncodedQuery = WebForm.escaped(text)
        fields = (parts.queryItems ?? []).prefix(Self.mostFields).map { ($0.name, WebForm.cleaned($0.value ?? "")) }
    }

    /// `URLComponents` stops the program at an escape that is none: those are escaped themselves.
    private static func escaped(_ text: String) -> String {
        let allowed = CharacterSet.urlQueryAllowed.subtracting(CharacterSet(charactersIn: "+"))
        let plain = text.replacing("+", with: " ").removingBadEscapes
        return plain.unicodeScalars.reduce(into: "") { result, scalar in
            if scalar == "%" || (allowed.contains(scalar) && scalar.isASCII) {
                result.unicodeScalars.append(scalar)
            } else {
                result += String(scalar).addingPercentEncoding(withAllowedCharacters: allowed) ?? ""
            }
        }
    }

    /// Line ends as one character; nothing that no keyboard makes.
    private static func cleaned(_ text: String) -> String {
        String(
            text.replacing("\r\n", with: "\n").unicodeScalars.filter {
                $0 == "\n" || $0 == "\t" || !($0.properties.generalCategory == .control)
            })
    }

    /// What was entered in a field; the first if there are more.
    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// What was entered in a field, without blanks around it; nil if nothing was.
    func text(_ name: String) -> String? {
        guard let value = self[name]?.trimmingCharacters(in: .whitespacesAndNewlines), !value.isEmpty else {
            return nil
        }
        return value
    }

    /// Everything that was chosen under a name.
    func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map(\.value) }
}

extension String {
    /// With each `%` that begins no escape as an escape of itself.
    fileprivate var removingBadEscapes: String {
        let bytes = Array(utf8)
        var result: [UInt8] = []
        for (place, byte) in bytes.enumerated() {
            result.append(byte)
            guard byte == UInt8(ascii: "%") else { continue }
            let isEscape =
                place + 2 < bytes.count
                && bytes[place + 1...place + 2].allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
            if !isEscape { result += Array("25".utf8) }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
