import ArgumentParser
import Forecasting

/// `NAME:KEY=VALUE[,KEY=VALUE]…` on the command line. A comma that begins no `KEY=` belongs to the value before it.
struct Variant: ExpressibleByArgument {
    /// What it is called, and what it changes.
    let variant: ComparisonRequest.Variant

    init?(argument: String) {
        guard let colon = argument.firstIndex(of: ":"), colon != argument.startIndex else { return nil }
        let name = String(argument[..<colon])
        var parts: [String] = []
        for part in argument[argument.index(after: colon)...].split(separator: ",", omittingEmptySubsequences: false) {
            if part.contains("=") || parts.isEmpty {
                parts.append(String(part))
            } else {
                parts[parts.count - 1] += ",\(part)"
            }
        }
        let changes = parts.compactMap { KeyValue(argument: $0)?.change }
        guard !changes.isEmpty, changes.count == parts.count else { return nil }
        variant = ComparisonRequest.Variant(name: name, changes: changes)
    }
}

extension ComparisonRequest.Variant {
    /// `NAME:KEY=VALUE[,KEY=VALUE]…`, as the command line takes it.
    var argument: String { name + ":" + changes.map(\.argument).joined(separator: ",") }
}
