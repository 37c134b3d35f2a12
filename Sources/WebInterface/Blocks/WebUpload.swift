import Foundation

/// A file that was sent with a form.
struct WebUpload: Sendable {
    var field: String
    /// What the file is called at the sender's: only its last part, and only to show it.
    var name: String
    var bytes: Data
}

extension WebForm {
    /// Most parts of a form with a file that are read.
    private static let mostParts = 50

    /// Reads a form with files, as a browser sends it (RFC 7578); what cannot be read is passed over.
    /// - Parameter type: the type that was said of it, with its boundary.
    init(multipart body: Data, type: String) {
        self.init()
        guard let boundary = WebForm.boundary(type) else { return }
        let mark = Data("--\(boundary)".utf8)
        var rest = body[...]
        guard let first = rest.range(of: mark) else { return }
        rest = rest[first.upperBound...]
        for _ in 0..<Self.mostParts {
            // Before the next mark stands the line end that belongs to it.
            guard let next = rest.range(of: Data("\r\n".utf8) + mark) else { return }
            read(part: rest[rest.startIndex..<next.lowerBound])
            rest = rest[next.upperBound...]
        }
    }

    private static func boundary(_ type: String) -> String? {
        guard let found = type.firstMatch(of: /boundary="?([^";,\s]{1,70})"?/) else { return nil }
        return String(found.1)
    }

    /// A part: its headers, an empty line, and what it holds.
    private mutating func read(part: Data) {
        guard let blank = part.range(of: Data("\r\n\r\n".utf8)) else { return }
        let headers = String(decoding: part[part.startIndex..<blank.lowerBound], as: UTF8.self)
        let bytes = Data(part[blank.upperBound...])
        guard let field = headers.firstMatch(of: /(?i)content-disposition:[^\r\n]*?[; ]name="([^"\r\n]*)"/) else {
            return
        }
        let name = String(field.1)
        if let file = headers.firstMatch(of: /(?i)content-disposition:[^\r\n]*?filename="([^"\r\n]*)"/) {
            let shown = file.1.split { $0 == "/" || $0 == "\\" }.last.map { String($0.prefix(100)) } ?? ""
            uploads.append(WebUpload(field: name, name: shown, bytes: bytes))
        } else {
            append(name, String(decoding: bytes, as: UTF8.self))
        }
    }
}
