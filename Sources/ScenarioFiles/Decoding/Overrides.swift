import CareModel
internal import ServiceSimulation

/// Lays the values of the command line over a scenario's tree.
enum Overrides {
    /// Sets one value. A key of practice at the top acts on all teams, also on those that say otherwise: the command
    /// line is the most specific.
    static func apply(_ override: Override, to tree: inout ScenarioNode, _ diagnostics: inout [FileFault]) {
        let path = override.key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard !override.key.isEmpty, !path.contains("") else {
            report(override, "is not a key", "names with dots between them, such as attendance.late", &diagnostics)
            return
        }
        guard path[0] != "extends", path[0] != "sources" else {
            report(override, "cannot be set", "keys of the scenario itself", &diagnostics)
            return
        }
        let sections = PracticeKeys.table.names(in: override.key)
        if sections != nil, let entries = override.node.entries {
            for entry in entries {
                apply(Override(key: joined(override.key, entry.key), node: entry.value), to: &tree, &diagnostics)
            }
            return
        }
        do throws(OverrideFault) {
            seedShares(path, in: &tree)
            try tree.set(path[...], to: override.node)
            if PracticeKeys.sections.contains(path[0]) { try applyToTeams(path, override.node, &tree) }
        } catch {
            report(override, error.message, error.allowed, &diagnostics)
        }
    }

    private static func applyToTeams(
        _ path: [String], _ node: ScenarioNode, _ tree: inout ScenarioNode
    ) throws(OverrideFault) {
        guard let teams = tree["teams"]?.elements else { return }
        let isShare = TeamKeys.defaultShares[path.dropLast().joined(separator: ".")] != nil
        for (index, team) in teams.enumerated() where find(isShare ? path.dropLast() : path[...], in: team) != nil {
            let teamPath = ["teams", "[\(index + 1)]"] + path
            try tree.set(teamPath[...], to: node)
        }
    }

    /// A share by name is set among the shares in force, not among none: they are written out first.
    private static func seedShares(_ path: [String], in tree: inout ScenarioNode) {
        if path.count > 2, path[0] == "teams", let teams = tree["teams"]?.elements,
            let index = teams.firstIndex(where: { $0["name"]?.text == path[1] })
        {
            seed(
                Array(path.dropFirst(2)), TeamKeys.defaultShares, at: ["teams", "[\(index + 1)]"], teams[index], &tree)
        } else {
            seed(path, TeamKeys.defaultShares, at: [], tree, &tree)
        }
    }

    private static func seed(
        _ path: [String], _ defaults: [String: (text: String, parts: [String])], at prefix: [String],
        _ owner: ScenarioNode, _ tree: inout ScenarioNode
    ) {
        let key = path.dropLast().joined(separator: ".")
        guard let shares = defaults[key], let last = path.last, shares.parts.contains(last) else { return }
        guard find(path.dropLast(), in: owner) == nil else { return }
        var reader = ScenarioTree(file: Override.file)
        guard let node = find(path.dropLast(), in: tree) ?? reader.read(shares.text) else { return }
        let full = prefix + path.dropLast()
        try? tree.set(full[...], to: node.moved(to: Place(file: Override.file)))
    }

    private static func find(_ path: ArraySlice<String>, in node: ScenarioNode) -> ScenarioNode? {
        path.reduce(node as ScenarioNode?) { $0?[$1] }
    }

    private static func report(
        _ override: Override, _ message: String, _ allowed: String, _ diagnostics: inout [FileFault]
    ) {
        diagnostics.append(
            FileFault(file: Override.file, key: override.key, message: message, allowed: allowed))
    }
}

extension TeamKeys {
    /// The keys whose values are shares by name, with their defaults and those names.
    static let defaultShares: [String: (text: String, parts: [String])] = {
        var shares: [String: (text: String, parts: [String])] = [:]
        for key in table.keys where !key.facts.parts.isEmpty {
            shares[key.path.joined(separator: ".")] = (key.text(.init()) ?? "{}", key.facts.parts)
        }
        return shares
    }()
}
