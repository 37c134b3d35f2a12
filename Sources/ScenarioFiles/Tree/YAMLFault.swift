import CareModel
internal import Yams

/// Says in plain words what a YAML reader complains about.
enum YAMLFault {
    /// The diagnostic for an error of the YAML reader.
    static func diagnostic(for error: YamlError, text: String, file: String) -> FileFault {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _):
            return FileFault(
                file: file, line: mark.line, column: mark.column, message: sentence(problem, context?.text ?? ""),
                allowed: hint(problem))
        case .composer(_, let problem, let mark, _):
            return FileFault(
                file: file, line: mark.line, column: mark.column, message: sentence(problem, ""),
                allowed: hint(problem))
        case .reader(let problem, let offset, _, _):
            let place = TextPlace(text: text, offset: offset ?? 0)
            return FileFault(
                file: file, line: place.line, column: place.column, message: "is not YAML: \(problem)",
                allowed: "printable text")
        case .duplicatedKeysInMapping(let keys, let context):
            let key = keys.first ?? ""
            let first = context.mark
            let place = TextPlace(secondOf: key, firstLine: first.line, firstColumn: first.column, in: text)
            return FileFault(
                file: file, line: place.line, column: place.column, key: key,
                message: "stands twice; the first is on line \(context.mark.line)", allowed: "once in each mapping")
        default:  // not ours
            return FileFault(file: file, message: "cannot be read as YAML: \(error)")
        }
    }

    private static func sentence(_ problem: String, _ context: String) -> String {
        if problem.contains("another document") { return "holds a second document" }
        if problem.contains("nesting level") { return "nests too deep" }
        return "is not YAML: \(problem)" + (context.isEmpty ? "" : " \(context)")
    }

    private static func hint(_ problem: String) -> String {
        if problem.contains("tab character") { return "indent with spaces, not tabs" }
        if problem.contains("',' or") { return "a comma between elements, and a bracket at the end" }
        if problem.contains("nesting level") { return "at most \(YAMLGuard.depthLimit) levels" }
        if problem.contains("cannot start any token") {
            return "indent with spaces, not tabs; put a text that starts with % @ or ` in quotation marks"
        }
        if problem.contains("mapping values are not allowed") {
            return "'key: value' once a line; put a text that has ': ' in quotation marks"
        }
        if problem.contains("another document") { return "one document a file, without a second '---'" }
        if problem.contains("undefined alias") { return "an anchor '&name' before the alias '*name'" }
        if problem.contains("did not find expected key") || problem.contains("block end") {
            return "keys of one mapping start in the same column"
        }
        return ""
    }
}

/// A line and a column of a text, both from 1.
struct TextPlace: Equatable {
    /// The line.
    var line: Int
    /// The column in Unicode scalars.
    var column: Int

    /// The place of a character.
    init(text: String, offset: Int) {
        let before = text.prefix(max(0, offset))
        let lastLine = before.lastIndex { $0.isNewline }.map { before[before.index(after: $0)...] } ?? before
        line = 1 + before.count { $0.isNewline }
        column = 1 + lastLine.unicodeScalars.count
    }

    /// The place where a key stands for the second time, as far as the text's layout tells; else the first place.
    init(secondOf key: String, firstLine: Int, firstColumn: Int, in text: String) {
        line = firstLine
        column = firstColumn
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard firstLine >= 1, firstLine <= lines.count else { return }
        let start = Array(lines[firstLine - 1].unicodeScalars.dropFirst(firstColumn - 1 + key.unicodeScalars.count))
        let wanted = Array(key.unicodeScalars) + [":"]
        for index in start.indices.dropLast(wanted.count - 1) where start[index...].starts(with: wanted) {
            let before = index == 0 ? ":" : start[index - 1]
            guard before == " " || before == "," || before == "{" else { continue }
            column = firstColumn + key.unicodeScalars.count + index
            return
        }
        for index in firstLine..<max(firstLine, lines.count) {
            let scalars = lines[index].unicodeScalars
            guard scalars.dropFirst(firstColumn - 1).starts(with: wanted),
                scalars.prefix(firstColumn - 1).allSatisfy({ $0 == " " })
            else { continue }
            line = index + 1
            return
        }
    }
}
