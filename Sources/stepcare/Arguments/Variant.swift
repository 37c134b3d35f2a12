import ArgumentParser

/// `NAME:KEY=VALUE[,KEY=VALUE]…` on the command line. A comma that begins no `KEY=` belongs to the value before it.
struct Variant: ExpressibleByArgument {
    let name: String
    let changes: [KeyValue]

    init?(argument: String) {
        guard let colon = argument.firstIndex(of: ":"), colon != argument.startIndex else { return nil }
        name = String(argument[..<colon])
        var parts: [String] = []
        for part in argument[argument.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false) {
            if part.contains("=") || parts.isEmpty {
                parts.append(String(part))
            } else {
                parts[parts.count - 1] += ",\(part)"
            }
        }
        changes = parts.compactMap { KeyValue(argument: $0) }
        guard !changes.isEmpty, changes.count == parts.count else { return nil }
    }
}
