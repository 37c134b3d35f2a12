/// The keys of one kind of mapping, by path.
struct KeyTable<Root>: Sendable {
    /// The keys, in the order in which they are listed.
    let keys: [Key<Root>]
    /// Keys of the mapping that are read elsewhere.
    let elsewhere: [String]
    /// The mapping as patterns name it, such as `teams[]`; empty for the top.
    let pattern: String
    /// What to say instead of keys that did nothing in earlier releases, by path: they are read, with a warning.
    let former: [String: String]  // lookup only
    private let indexByPath: [String: Int]
    private let names: [String: [String]]

    /// A table.
    init(_ pattern: String, elsewhere: [String] = [], former: [String: String] = [:], _ keys: [Key<Root>]) {
        self.keys = keys
        self.elsewhere = elsewhere
        self.pattern = pattern
        self.former = former
        var indexByPath: [String: Int] = [:]
        var names: [String: [String]] = [:]
        for (index, key) in keys.enumerated() {
            indexByPath[key.path.joined(separator: ".")] = index
            for depth in key.path.indices {
                let section = key.path[..<depth].joined(separator: ".")
                let name = key.path[depth]
                if names[section]?.contains(name) != true { names[section, default: []].append(name) }
            }
        }
        names["", default: []] += elsewhere
        self.indexByPath = indexByPath
        self.names = names
    }

    /// The key at a path, such as `attendance.late`; nil if there is none.
    func key(at path: String) -> Key<Root>? { indexByPath[path].map { keys[$0] } }

    /// The names that may stand in a section; nil if there is no such section. The empty path is the mapping itself.
    func names(in section: String) -> [String]? { names[section] }

    /// Reads a mapping into a root. Faults go to the decoding, under the mapping's full key.
    /// - Parameters:
    ///   - node: the mapping.
    ///   - fullKey: the mapping's own key, with names; empty for the top.
    ///   - allows: names of the mapping that another table reads.
    func decode(
        _ node: ScenarioNode, fullKey: String, into root: inout Root, _ decoding: inout Decoding,
        allows: Set<String> = []
    ) {
        decoding.places[fullKey] = node.place
        section("", node, fullKey: fullKey, into: &root, &decoding, allows: allows)
        guard node.entries != nil else { return }
        for key in keys where key.facts.isRequired {
            let path = key.path.joined(separator: ".")
            let full = joined(fullKey, path)
            if decoding.places[full] == nil {
                decoding.report(node.place, full, "is missing", allowed: key.facts.allowed)
            }
        }
    }

    private func section(
        _ path: String, _ node: ScenarioNode, fullKey: String, into root: inout Root, _ decoding: inout Decoding,
        allows: Set<String>
    ) {
        guard let entries = node.entries else {
            let some = (names[path] ?? []).prefix(4).joined(separator: ", ")
            decoding.report(
                node.place, joined(fullKey, path), node.isNot("a mapping"), allowed: "keys such as \(some)")
            return
        }
        for entry in entries where !(path.isEmpty && (elsewhere.contains(entry.key) || allows.contains(entry.key))) {
            let entryPath = joined(path, entry.key)
            let full = joined(fullKey, entryPath)
            if let key = key(at: entryPath) {
                decoding.places[full] = entry.value.place
                if let change = decoding.read(key, entry.value, fullKey: full) { change(&root) }
            } else if names[entryPath] != nil {
                decoding.places[full] = entry.value.place
                section(entryPath, entry.value, fullKey: fullKey, into: &root, &decoding, allows: [])
            } else if let instead = former[entryPath] {
                decoding.places[full] = entry.value.place
                decoding.warnOfFormer(full, instead)
            } else {
                let all = (names[path] ?? []) + (path.isEmpty ? allows.sorted() : [])
                let here = path.isEmpty ? pattern : joined(pattern, path)
                decoding.reportUnknown(entry, full, siblings: all, here: here)
            }
        }
    }
}

/// Two parts of a key with a dot between them, where both are there.
func joined(_ one: String, _ other: String) -> String {
    one.isEmpty ? other : other.isEmpty ? one : one + "." + other
}
