internal import CareModel
internal import ServiceSimulation

extension ScenarioDecoder {
    /// Reads the levers, after the teams.
    mutating func readLevers(_ tree: ScenarioNode) {
        guard let list = tree["levers"] else { return }
        decoding.places["levers"] = list.place
        guard let elements = list.elements else {
            decoding.report(
                list.place, "levers", list.isNot("a list"),
                allowed: "a list of levers, such as '- name: surge'")
            return
        }
        for (index, node) in elements.enumerated() {
            readLever(node, fullKey: Self.fullKey(of: node, in: "levers", index: index))
        }
    }

    private mutating func readLever(_ node: ScenarioNode, fullKey: String) {
        var draft = LeverDraft()
        LeverKeys.table.decode(node, fullKey: fullKey, into: &draft, &decoding)
        guard node.entries != nil else { return }
        reportNothingToDrop(node, fullKey: fullKey)
        let changes = readSettings(node, fullKey: fullKey)
        let hasCondition = node["when"] != nil
        if let condition = node["when"]?.entries {
            for name in ["measure", "above"] where !condition.contains(where: { $0.key == name }) {
                decoding.report(
                    at: ["\(fullKey).when"], "\(fullKey).when.\(name)", "is missing",
                    allowed: LeverKeys.table.key(at: "when.\(name)")?.facts.allowed ?? "")
            }
        }
        leverDrafts.append(draft)
        scenario.levers.append(
            Lever(
                name: draft.name, teams: teamIndices(draft, fullKey: fullKey), from: draft.from, until: draft.until,
                condition: hasCondition ? (draft.measure, draft.above) : nil,
                change: { practice in
                    for change in changes { change(&practice) }
                }))
    }

    private mutating func teamIndices(_ draft: LeverDraft, fullKey: String) -> [Int] {
        guard !draft.teams.isEmpty else { return Array(scenario.teams.indices) }
        let names = scenario.teams.map(\.name)
        var indices: [Int] = []
        for name in draft.teams {
            if let index = names.firstIndex(of: name) {
                indices.append(index)
            } else if !teamKeys.isEmpty, !teamKeys.contains(where: { $0.hasPrefix("teams[") }) {
                decoding.report(
                    at: ["\(fullKey).teams"], "\(fullKey).teams",
                    "there is no team '\(name)'" + NearestName.question(name, among: names),
                    allowed: names.isEmpty ? "" : "one of " + names.joined(separator: ", "))
            }
        }
        return indices
    }

    private mutating func readSettings(
        _ lever: ScenarioNode, fullKey: String
    ) -> [@Sendable (inout Practice) -> Void] {
        let allowed = "keys of practice and values, such as 'diary.low-first-share: 0.6'"
        settings.append([])
        guard let node = lever["set"] else {
            decoding.report(lever.place, "\(fullKey).set", "is missing", allowed: allowed)
            return []
        }
        guard let entries = node.entries, !entries.isEmpty else {
            decoding.report(node.place, "\(fullKey).set", "\(node.phrase) sets nothing", allowed: allowed)
            return []
        }
        var changes: [@Sendable (inout Practice) -> Void] = []
        for entry in entries {
            let full = "\(fullKey).set.\(entry.key)"
            decoding.places[full] = entry.value.place
            if let instead = PracticeKeys.table.former[entry.key] {
                decoding.warnOfFormer(full, instead)
                continue
            }
            guard let key = PracticeKeys.table.key(at: entry.key) else {
                let names = PracticeKeys.all.map { $0.path.joined(separator: ".") }
                let question = decoding.question(entry.key, among: names)
                decoding.report(
                    entry.place, full, "unknown key of practice\(question)", allowed: question.isEmpty ? allowed : "")
                continue
            }
            guard let change = decoding.read(key, entry.value, fullKey: full) else { continue }
            changes.append(change)
            var changed = practice
            change(&changed)
            settings[settings.count - 1].append(
                Setting(
                    fullKey: full, facts: key.facts, valueText: key.text(changed) ?? "",
                    written: key.written(changed) ?? "null"))
        }
        return changes
    }
}
