import CareModel
internal import Foundation

/// Reads a file's bytes and its text, with limits: nothing is read of a file that is too large.
enum ScenarioBytes {
    /// The largest file that is read, bytes.
    static let byteLimit = 4 * 1024 * 1024

    /// The bytes of a file.
    /// - Parameter place: where the file is named, if in another file.
    static func bytes(path: String, namedAt place: Place? = nil) throws(ScenarioErrors) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw fault(.missingInput, path, place, openingProblem(errno), "a scenario file that may be read")
        }
        defer { _ = close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw fault(.inputOutput, path, place, "cannot be examined: \(reason(errno))", "")
        }
        if status.st_mode & S_IFMT == S_IFDIR {
            throw fault(.missingInput, path, place, "is a directory", "a scenario file")
        }
        if status.st_mode & S_IFMT == S_IFREG, status.st_size > byteLimit {
            throw tooLarge(path, place, megabytes: Int(status.st_size) / 1_048_576)
        }
        return try contents(descriptor, path, place)
    }

    /// The bytes of a text that is at hand.
    /// - Parameter place: where the text is named, if in another.
    static func bytes(of text: ScenarioText, namedAt place: Place? = nil) throws(ScenarioErrors) -> [UInt8] {
        let bytes = Array(text.text.utf8)
        guard bytes.count <= byteLimit else {
            throw tooLarge(text.name, place, megabytes: bytes.count / 1_048_576)
        }
        return bytes
    }

    /// A text that is named and that nobody has.
    static func missing(_ name: String, namedAt place: Place?) -> ScenarioErrors {
        fault(.missingInput, name, place, "is not there", "a scenario file that may be read")
    }

    private static func contents(
        _ descriptor: Int32, _ path: String, _ place: Place?
    ) throws(ScenarioErrors) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw fault(.inputOutput, path, place, "reading broke off: \(reason(errno))", "")
            }
            bytes += chunk[..<count]
            if bytes.count > byteLimit { throw tooLarge(path, place, megabytes: nil) }
        }
    }

    /// The text of a file's bytes.
    static func text(_ bytes: [UInt8], path: String) throws(ScenarioErrors) -> String {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let body = bytes.starts(with: mark) ? bytes[3...] : bytes[...]
        guard let text = String(validating: body, as: UTF8.self) else { throw notUTF8(bytes, path: path) }
        guard body.contains(where: { $0 > 0x20 }) else {
            throw fault(.badData, path, nil, "is empty", "a scenario needs at least name, starts and teams")
        }
        return text
    }

    private static func notUTF8(_ bytes: [UInt8], path: String) -> ScenarioErrors {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return fault(.badData, path, Place(file: path, line: 1, column: 1), "is UTF-16", "a file saved as UTF-8")
        }
        var place = Place(file: path, line: 1, column: 1)
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var offset = 0
        scan: while true {
            switch decoder.decode(&iterator) {
            case .scalarValue("\n"):
                place.line += 1
                place.column = 1
                offset += 1
            case .scalarValue(let scalar):
                place.column += 1
                offset += UTF8.width(scalar)
            case .emptyInput, .error: break scan
            }
        }
        let byte = offset < bytes.count ? " 0x" + String(bytes[offset], radix: 16, uppercase: true) : ""
        return fault(.badData, path, place, "is not UTF-8: byte\(byte) at offset \(offset)", "a file saved as UTF-8")
    }

    private static func tooLarge(_ path: String, _ place: Place?, megabytes: Int?) -> ScenarioErrors {
        let size = megabytes.map { ": \($0) MB" } ?? ""
        return fault(.badData, path, place, "is too large for a scenario\(size)", "at most 4 MB")
    }

    private static func fault(
        _ kind: ScenarioErrors.Kind, _ path: String, _ place: Place?, _ message: String, _ allowed: String
    ) -> ScenarioErrors {
        if let place, place.file != path {
            let diagnostic = FileFault(
                file: place.file, line: place.line, column: place.column, key: "extends",
                message: "'\(path)' \(message)", allowed: allowed)
            return ScenarioErrors(kind: kind, diagnostics: [diagnostic])
        }
        let diagnostic = FileFault(
            file: path, line: place?.line ?? 0, column: place?.column ?? 0, message: message, allowed: allowed)
        return ScenarioErrors(kind: kind, diagnostics: [diagnostic])
    }

    private static func openingProblem(_ code: Int32) -> String {
        code == ENOENT || code == ENOTDIR ? "is not there" : "cannot be opened: \(reason(code))"
    }

    private static func reason(_ code: Int32) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}
