internal import Crypto
internal import ServiceSimulation

extension ScenarioDraft {
    /// A fingerprint of what the scenario says of the service: two that say the same have the same, however they are
    /// written.
    ///
    /// What names something, when and for how long it is forecast, how near a fit is and what may be promised change
    /// nothing that happens, and are left out; so is what equals a default, said or unsaid.
    public var said: String {
        var lines = lines(ServiceKeys.table.keys, scenario, ServiceScenario(), "")
        for (place, team) in scenario.teams.enumerated() {
            let key = "teams.\(team.name)"
            lines += self.lines(TeamKeys.own, team, TeamScenario(), key)
            lines += self.lines(PracticeKeys.all, team.practice, Practice(), key)
            for (number, group) in origin.staff[place].enumerated() {
                lines += self.lines(StaffKeys.table.keys, group, StaffInput(), "\(key).staff[\(number + 1)]")
            }
            for (number, change) in origin.staffChanges[place].enumerated() {
                let full = "\(key).staff-changes[\(number + 1)]"
                lines += self.lines(StaffChangeKeys.table.keys, change, StaffChangeDraft(), full)
            }
        }
        for lever in origin.levers {
            let key = "levers.\(lever.draft.name)"
            lines += self.lines(LeverKeys.table.keys, lever.draft, LeverDraft(), key)
            lines += lever.settings.map { "\($0.fullKey)=\($0.written)" }
        }
        let hash = SHA256.hash(data: Array(lines.joined(separator: "\n").utf8))
        return hash.prefix(8).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// What is said of a root, where it matters and differs from the defaults.
    private func lines<Root>(_ keys: [Key<Root>], _ root: Root, _ defaults: Root, _ fullKey: String) -> [String] {
        keys.filter { $0.facts.isAssumption && !Self.isBeside($0.path) }.compactMap { key in
            guard let text = key.written(root), text != key.written(defaults) else { return nil }
            return "\(joined(fullKey, key.path.joined(separator: ".")))=\(text)"
        }
    }

    /// Whether a key says when the service is looked at, or how far a forecast of it can be trusted.
    private static func isBeside(_ path: [String]) -> Bool {
        path[0] == "fit" || path[0] == "trusted" || [["starts"], ["weeks"], ["by-group"]].contains(path)
    }
}

extension LoadedScenario {
    /// A fingerprint of what the scenario says of the service (``ScenarioDraft/said``).
    public var said: String { ScenarioDraft(self).said }
}
