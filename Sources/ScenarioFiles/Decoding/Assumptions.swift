internal import ServiceSimulation

/// Lists every value in force, with its source.
enum Assumptions {
    /// The values in force of a scenario: the top, the practice that all teams share, what each team says otherwise,
    /// and what the levers set.
    static func list(_ decoder: ScenarioDecoder, notes: Notes) -> [Assumption] {
        let places = decoder.decoding.places
        var list = Lister(decoder.decoding, notes: notes)
        list.add(ServiceKeys.table.keys, decoder.scenario, ServiceScenario(), under: "")
        list.add(PracticeKeys.all, decoder.practice, Practice(), under: "") { path in
            decoder.teamKeys.isEmpty || decoder.teamKeys.contains { places[joined($0, path)] == nil }
        }
        for (index, team) in decoder.scenario.teams.enumerated() {
            let fullKey = decoder.teamKeys[index]
            list.add(TeamKeys.own, team, TeamScenario(), under: fullKey) {
                decoder.scenario.beginsWithLists || !$0.hasPrefix("initial.")
            }
            list.add(PracticeKeys.all, team.practice, Practice(), under: fullKey) { places[joined(fullKey, $0)] != nil }
            for (group, groupKey) in zip(team.staff, decoder.staffKeys[index]) {
                var usual = StaffInput()
                usual.role = group.role
                list.add(StaffKeys.table.keys, group, usual, under: groupKey)
            }
        }
        for (index, draft) in decoder.leverDrafts.enumerated() {
            let fullKey = "levers.\(draft.name)"
            list.add(LeverKeys.table.keys, draft, LeverDraft(), under: fullKey) {
                !$0.hasPrefix("when.") || places[joined(fullKey, $0)] != nil
            }
            for setting in decoder.settings[index] { list.add(setting) }
        }
        return list.assumptions
    }

    private struct Lister {
        let sources: [String: ValueSource]
        let given: Set<String>
        let notes: Notes
        var assumptions: [Assumption] = []

        init(_ decoding: Decoding, notes: Notes) {
            sources = decoding.sources
            given = Set(decoding.places.keys)
            self.notes = notes
        }

        mutating func add<Root>(
            _ keys: [Key<Root>], _ root: Root, _ defaults: Root, under fullKey: String,
            where isInForce: (String) -> Bool = { _ in true }
        ) {
            for key in keys where key.facts.isAssumption {
                let path = key.path.joined(separator: ".")
                guard isInForce(path), let text = key.text(root) else { continue }
                let isDefault = key.facts.hasDefault && text == key.text(defaults)
                add(joined(fullKey, path), text, key.facts, isDefault: isDefault)
            }
        }

        mutating func add(_ setting: Setting) {
            add(setting.fullKey, setting.valueText, setting.facts, isDefault: false)
        }

        private mutating func add(_ key: String, _ text: String, _ facts: KeyFacts, isDefault: Bool) {
            assumptions.append(
                Assumption(
                    key: key, valueText: text, unit: facts.unit,
                    source: sources[key] ?? (isDefault ? facts.source : .assumed), rules: facts.rules,
                    note: notes.note(for: key, isGiven: given.contains(key)), isDefault: isDefault,
                    meaning: facts.meaning))
        }
    }

    private typealias Setting = ScenarioDecoder.Setting
}

/// The scenario's own words on where its values come from, by full key or by section.
struct Notes {
    /// The text for each key that is given one.
    private(set) var texts: [String: String] = [:]
    /// The keys in the file's order.
    private(set) var keys: [String] = []

    /// Reads `sources`; faults go to the decoding.
    init(_ tree: ScenarioNode, _ decoding: inout Decoding) {
        guard let node = tree["sources"] else { return }
        decoding.places["sources"] = node.place
        guard let entries = node.entries else {
            let allowed = "full keys and texts, such as 'teams.mid-essex.referrals: \"Monthly return, 2024-25\"'"
            decoding.report(node.place, "sources", node.isNot("a mapping"), allowed: allowed)
            return
        }
        for entry in entries {
            decoding.places["sources.\(entry.key)"] = entry.place
            if let text = entry.value.text, !entry.value.isNull {
                texts[entry.key] = text
                keys.append(entry.key)
            } else {
                decoding.report(
                    entry.value.place, "sources.\(entry.key)", entry.value.isNot("a text"),
                    allowed: "where the value comes from, in words")
            }
        }
    }

    /// The note for a key: its own, or, for a value that the file gives, that of the nearest section around it.
    func note(for key: String, isGiven: Bool) -> String {
        guard isGiven else { return texts[key] ?? "" }
        var around = key[...]
        while true {
            if let text = texts[String(around)] { return text }
            guard let cut = around.lastIndex(where: { $0 == "." || $0 == "[" }) else { return "" }
            around = around[..<cut]
        }
    }

    /// Reports notes on keys that are not there.
    func check(against keys: [String], _ decoding: inout Decoding) {
        var known = Set(keys)
        for key in keys {
            for cut in key.indices where key[cut] == "." || key[cut] == "[" { known.insert(String(key[..<cut])) }
        }
        for key in texts.keys.sorted() where !known.contains(key) {
            let question = decoding.question(key, among: keys)
            decoding.report(
                at: ["sources.\(key)"], "sources.\(key)", "there is no such key in this scenario\(question)",
                allowed: "a full key, such as 'teams.mid-essex.referrals.per-week'")
        }
    }
}
