internal import CareModel
internal import ServiceSimulation

/// Fills a scenario from a tree, and remembers what the assumptions and the checks need.
struct ScenarioDecoder {
    /// A value that a lever sets.
    struct Setting {
        var fullKey: String
        var facts: KeyFacts
        var valueText: String
        /// As a file must write it to be read back as the same.
        var written: String
    }

    /// The scenario.
    var scenario = ServiceScenario()
    /// The practice of teams that say nothing else.
    var practice = Practice()
    /// Faults and places.
    var decoding = Decoding(sections: ScenarioKeys.sections(of:))
    /// How full keys name each team.
    var teamKeys: [String] = []
    /// How full keys name each group of staff, by team.
    var staffKeys: [[String]] = []
    /// The groups of staff as the file lists them, before anybody leaves or joins, by team.
    var listedStaff: [[StaffInput]] = []
    /// Who leaves, joins and is away as the file says it, by team.
    var staffChanges: [[StaffChangeDraft]] = []
    /// The levers as the file says them, in the order of the scenario's.
    var leverDrafts: [LeverDraft] = []
    /// What the levers set, in the order of the scenario's.
    var settings: [[Setting]] = []

    /// Reads a tree.
    init(_ tree: ScenarioNode) {
        ServiceKeys.table.decode(
            tree, fullKey: "", into: &scenario, &decoding, allows: PracticeKeys.sections)
        PracticeKeys.table.decode(
            practicePart(of: tree), fullKey: "", into: &practice, &decoding)
        decoding.places[""] = tree.place
        if tree["title"] == nil { scenario.title = Self.title(scenario.name) }
        readTeams(tree)
        readLevers(tree)
    }

    private func practicePart(of tree: ScenarioNode) -> ScenarioNode {
        var part = tree
        part.value = .mapping((tree.entries ?? []).filter { PracticeKeys.sections.contains($0.key) })
        return part
    }

    private mutating func readTeams(_ tree: ScenarioNode) {
        let allowed = "a list with at least one team, such as '- name: mid-essex'"
        guard let list = tree["teams"] else {
            decoding.report(tree.place, "teams", "is missing", allowed: allowed)
            return
        }
        decoding.places["teams"] = list.place
        guard let elements = list.elements, !elements.isEmpty else {
            let message = list.elements == nil ? list.isNot("a list") : "the list is empty"
            decoding.report(list.place, "teams", message, allowed: allowed)
            return
        }
        for (index, node) in elements.enumerated() {
            let fullKey = Self.fullKey(of: node, in: "teams", index: index)
            var team = TeamScenario()
            team.practice = practice
            TeamKeys.table.decode(node, fullKey: fullKey, into: &team, &decoding)
            if node["title"] == nil { team.title = Self.title(team.name) }
            var staff = readStaff(node, fullKey: fullKey)
            listedStaff.append(staff.map(\.group))
            staffChanges.append([])
            readStaffChanges(node, fullKey: fullKey, &staff)
            reportNothingToDrop(node, fullKey: fullKey)
            team.staff = staff.map(\.group)
            scenario.teams.append(team)
            teamKeys.append(fullKey)
            staffKeys.append(staff.map(\.fullKey))
        }
    }

    private mutating func readStaff(_ team: ScenarioNode, fullKey: String) -> [(fullKey: String, group: StaffInput)] {
        guard let list = team["staff"] else { return [] }
        let key = fullKey + ".staff"
        decoding.places[key] = list.place
        guard let elements = list.elements else {
            decoding.report(
                list.place, key, list.isNot("a list"), allowed: "a list of groups, such as '- {role: pwp}'")
            return []
        }
        let names = elements.map { ($0["name"] ?? $0["role"])?.text ?? "" }
        var groups: [String: Int] = [:]  // lookup only
        for name in names { groups[name, default: 0] += 1 }
        return elements.enumerated().map { index, node in
            let name = names[index]
            let isName = Role.allCases.contains { $0.name == name } || ValueForm<String>.isName(name)
            let isAlone = isName && groups[name] == 1
            let groupKey = isAlone ? "\(key).\(name)" : "\(key)[\(index + 1)]"
            var group = StaffInput()
            StaffKeys.table.decode(node, fullKey: groupKey, into: &group, &decoding)
            return (groupKey, group)
        }
    }

    /// A file drops what the file that it extends has: what is left with the word is not there, or says otherwise.
    mutating func reportNothingToDrop(_ node: ScenarioNode, fullKey: String) {
        guard let drop = node["drop"], drop.text != "false" else { return }
        let isDropped = drop.text == "true"
        decoding.report(
            drop.place, "\(fullKey).drop",
            isDropped ? "there is nothing of this name in the file that this one extends" : drop.isNot("true or false"),
            allowed: isDropped ? "the name of a team or lever that is there" : "true, false")
    }

    /// `teams.mid-essex`, or `teams[2]` while the name is no name.
    static func fullKey(of node: ScenarioNode, in list: String, index: Int) -> String {
        if let name = node["name"]?.text, ValueForm<String>.isName(name) { return "\(list).\(name)" }
        return "\(list)[\(index + 1)]"
    }

    /// `North Essex` for `north-essex`.
    static func title(_ name: String) -> String {
        name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}
