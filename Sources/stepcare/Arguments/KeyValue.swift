import ArgumentParser
import Reporting

/// `KEY=VALUE` of `--set`.
struct KeyValue: ExpressibleByArgument {
    let key: String
    let value: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
        key = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
    }

    /// The change as a report names it.
    var change: RunChange { RunChange(key: key, value: value) }
}
