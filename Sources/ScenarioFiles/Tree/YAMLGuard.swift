import CareModel

/// Refuses, before the YAML reader sees them, the few texts that would make it recurse or hash without end.
enum YAMLGuard {
    /// How deep brackets may nest; a scenario needs five.
    static let depthLimit = 64

    /// What is wrong, if anything: too many brackets within brackets, or a key that is an alias or a list while there
    /// are aliases.
    static func fault(in text: String, file: String) -> FileFault? {
        let hasAliases = text.utf8.contains(UInt8(ascii: "*")) && text.utf8.contains(UInt8(ascii: "&"))
        var depth = 0
        var lineNumber = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            lineNumber += 1
            for byte in line.utf8 {
                if byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{") { depth += 1 }
                if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") { depth = max(0, depth - 1) }
            }
            if depth > depthLimit {
                return FileFault(
                    file: file, line: lineNumber, column: 1, message: "brackets nest too deep",
                    allowed: "at most \(depthLimit)")
            }
            if hasAliases, hasCollectionKey(line) {
                return FileFault(
                    file: file, line: lineNumber, column: 1, message: "a key must be plain text",
                    allowed: "not an alias, a list or a mapping")
            }
        }
        return nil
    }

    private static func hasCollectionKey(_ line: Substring) -> Bool {
        var last: UInt8 = 0
        var isAlias = false
        var opens = true
        var before = UInt8(ascii: " ")
        for byte in line.utf8 {
            if byte == UInt8(ascii: "#"), before == UInt8(ascii: " ") { return false }
            before = byte
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): continue
            case UInt8(ascii: ":"):
                if isAlias || last == UInt8(ascii: "]") || last == UInt8(ascii: "}") { return true }
                isAlias = false
            case UInt8(ascii: "?"):
                if opens || last == UInt8(ascii: "{") || last == UInt8(ascii: ",") { return true }
            case UInt8(ascii: "*"): isAlias = true
            case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","): isAlias = false
            default: break
            }
            if byte != UInt8(ascii: "-") { opens = false }
            last = byte
        }
        return false
    }
}
