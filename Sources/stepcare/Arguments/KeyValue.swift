import ArgumentParser
import ScenarioFiles

/// `KEY=VALUE` of `--set`.
struct KeyValue: ExpressibleByArgument {
    /// What it changes, and to what.
    let change: ScenarioChange

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
        change = ScenarioChange(
            key: String(argument[..<equals]), value: String(argument[argument.index(after: equals)...]))
    }
}

extension ScenarioChange {
    /// `KEY=VALUE`, as the command line takes it.
    var argument: String { "\(key)=\(value)" }
}
