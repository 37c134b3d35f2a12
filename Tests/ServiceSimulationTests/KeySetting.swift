import ServiceSimulation

@testable import ScenarioFiles

/// A key and its value as a scenario file would write it, laid over a scenario.
struct KeySetting: Sendable {
    /// The key's pattern, as `stepcare keys` names it: a key of a team acts on all, one of staff on all groups.
    let key: String
    /// The value in YAML.
    let value: String

    /// `KEY=VALUE`.
    init?(_ text: String) {
        guard let equals = text.firstIndex(of: "=") else { return nil }
        key = String(text[..<equals])
        value = String(text[text.index(after: equals)...])
    }

    /// Sets it; false if there is no such key, or the value is not allowed.
    func apply(to scenario: inout ServiceScenario) -> Bool {
        if let found = ServiceKeys.table.key(at: key) { return set(found, in: &scenario) }
        let places = scenario.teams.indices
        if let found = PracticeKeys.table.key(at: key) {
            return places.allSatisfy { set(found, in: &scenario.teams[$0].practice) }
        }
        guard key.hasPrefix("teams[].") else { return false }
        let path = key.dropFirst("teams[].".count)
        if let found = TeamKeys.own.first(where: { $0.path.joined(separator: ".") == path }) {
            return places.allSatisfy { set(found, in: &scenario.teams[$0]) }
        }
        guard path.hasPrefix("staff[]."),
            let found = StaffKeys.table.key(at: String(path.dropFirst("staff[].".count)))
        else { return false }
        return places.allSatisfy { team in
            scenario.teams[team].staff.indices.allSatisfy { set(found, in: &scenario.teams[team].staff[$0]) }
        }
    }

    private func set<Root>(_ key: Key<Root>, in root: inout Root) -> Bool {
        var reader = ScenarioTree(file: "claims.csv")
        var faults: [ValueFault] = []
        guard let node = reader.read(value), let change = key.change(node, &faults),
            faults.allSatisfy({ $0.isWarning })
        else { return false }
        change(&root)
        return true
    }
}
