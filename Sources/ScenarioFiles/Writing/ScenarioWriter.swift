internal import ServiceSimulation

/// Makes of a draft what is to be written, table of keys by table of keys.
struct ScenarioWriter {
    let draft: ScenarioDraft

    init(_ draft: ScenarioDraft) { self.draft = draft }

    private var origin: ScenarioOrigin { draft.origin }

    /// The whole.
    var tree: WrittenSection {
        var top = section(ServiceKeys.table.keys, draft.scenario, ServiceScenario(), "")
        var notes = WrittenSection()
        for note in draft.notes {
            let words = ValueForm<String>.quoted(note.words)
            notes.add(note.key, .value(WrittenValue(text: words, isFigure: false, unit: "")))
        }
        if !notes.isEmpty { top.add("sources", .section(notes)) }
        top.append(
            section(PracticeKeys.all, origin.practice, Practice(), "") { key in
                origin.given.contains(key) || draft.scenario.teams.allSatisfy { isShared(key, $0.practice) }
            })
        top.add("teams", .list(draft.scenario.teams.indices.map(team)))
        if !origin.levers.isEmpty { top.add("levers", .list(origin.levers.map(lever))) }
        return top
    }

    /// Whether a team's practice is everybody's in a key.
    private func isShared(_ path: String, _ practice: Practice) -> Bool {
        guard let key = PracticeKeys.table.key(at: path) else { return false }
        return key.written(practice) == key.written(origin.practice)
    }

    private func team(_ place: Int) -> WrittenSection {
        let team = draft.scenario.teams[place]
        let key = "teams.\(team.name)"
        var section = section(TeamKeys.own, team, TeamScenario(), key)
        section.append(
            self.section(PracticeKeys.all, team.practice, origin.practice, key) {
                origin.given.contains(joined(key, $0)) || !isShared($0, team.practice)
            })
        var staff = zip(origin.staff[place], origin.staffKeys[place]).map { group, groupKey in
            self.section(StaffKeys.table.keys, group, StaffInput(), groupKey)
        }
        let added = draft.added.indices.contains(place) ? draft.added[place] : []
        staff += added.map { self.section(StaffKeys.table.keys, $0, StaffInput(), "\(key).staff.\($0.name)") }
        if !staff.isEmpty { section.add("staff", .list(staff)) }
        let leaving = draft.leaving.indices.contains(place) ? draft.leaving[place] : []
        let gone = leaving.map { StaffChangeDraft($0.change, ofGroup: $0.group, among: origin.staff[place]) }
        let changes = (origin.staffChanges[place] + gone).enumerated().map { index, change in
            self.section(
                StaffChangeKeys.table.keys, change, StaffChangeDraft(), "\(key).staff-changes[\(index + 1)]")
        }
        if !changes.isEmpty { section.add("staff-changes", .list(changes)) }
        return section
    }

    private func lever(_ lever: ScenarioOrigin.LeverOrigin) -> WrittenSection {
        let key = "levers.\(lever.draft.name)"
        var section = section(LeverKeys.table.keys, lever.draft, LeverDraft(), key, always: lever.hasCondition) {
            $0.hasPrefix("when.") ? lever.hasCondition : true
        }
        var settings = WrittenSection()
        for setting in lever.settings {
            let name = String(setting.fullKey.dropFirst(key.count + ".set.".count))
            settings.add(name, .value(value(setting.written, setting.facts, name, setting.fullKey)))
        }
        section.add("set", .section(settings))
        return section
    }

    /// What of a root is to be written.
    /// - Parameters:
    ///   - always: whether what equals the default is written too.
    ///   - isMeant: whether a key is looked at, by its path.
    private func section<Root>(
        _ keys: [Key<Root>], _ root: Root, _ defaults: Root, _ fullKey: String, always: Bool = false,
        where isMeant: (String) -> Bool = { _ in true }
    ) -> WrittenSection {
        var section = WrittenSection()
        for key in keys {
            let path = key.path.joined(separator: ".")
            let full = joined(fullKey, path)
            guard isMeant(path), let text = key.written(root) else { continue }
            let isGiven = origin.given.contains(full) || draft.sources[full] != nil || path == "title"
            guard always || key.facts.isRequired || isGiven || text != key.written(defaults) else { continue }
            section.set(key.path[...], value(text, key.facts, path, full))
        }
        return section
    }

    private func value(_ text: String, _ facts: KeyFacts, _ path: String, _ full: String) -> WrittenValue {
        WrittenValue(
            text: text, source: source(of: full, path), isFigure: facts.isAssumption,
            unit: path.hasSuffix(facts.unit) ? "" : facts.unit)
    }

    /// Whose a value is: as its text says, else as the draft says of it, or of the nearest section around it.
    private func source(of full: String, _ path: String) -> ValueSource? {
        if let source = origin.sources[full] { return source }
        guard !draft.sources.isEmpty else { return nil }
        for key in [full, path] {
            var around = key[...]
            while true {
                if let source = draft.sources[String(around)] { return source }
                guard let cut = around.lastIndex(of: ".") else { break }
                around = around[..<cut]
            }
        }
        return nil
    }
}
