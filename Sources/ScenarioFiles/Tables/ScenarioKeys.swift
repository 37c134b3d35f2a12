internal import ServiceSimulation

/// What a reader may want to know of one key of scenario files.
public struct KeyDescription: Hashable, Sendable {
    /// The key, `[]` for each element of a list: `teams[].staff[].wte`. A section of practice stands at the top, and
    /// may stand in a team too.
    public var pattern: String
    /// The kind of value in a word or two.
    public var kind: String
    /// The default as a file would write it, or in words; `none` for a key that a file must give.
    public var defaultText: String
    /// The unit; empty if it has none.
    public var unit: String
    /// What is allowed.
    public var rangeText: String
    /// Where the default comes from.
    public var source: ValueSource
    /// The rules that the key carries out, by id.
    public var rules: [String]
    /// What it means.
    public var meaning: String
    /// Whether a file must give it.
    public var isRequired: Bool
}

/// Every key that a scenario file may have.
public enum ScenarioKeys {
    /// The keys, in the order of the documentation: the top, practice, teams, staff, levers.
    public static let all: [KeyDescription] =
        [extends] + describe(ServiceKeys.table, ServiceScenario()) + [notes]
        + describe(PracticeKeys.table, Practice())
        + describe(KeyTable("teams[]", TeamKeys.own), TeamScenario())
        + [drop("teams[]", "team")] + describe(StaffKeys.table, StaffInput())
        + describe(StaffChangeKeys.table, StaffChangeDraft()) + describe(LeverKeys.table, LeverDraft())
        + [leverSet, drop("levers[]", "lever")]

    /// The keys whose pattern contains a text; all for an empty one.
    public static func matching(_ text: String) -> [KeyDescription] {
        guard !text.isEmpty else { return all }
        let wanted = text.lowercased()
        return all.filter { $0.pattern.contains(wanted) || $0.rules.contains { $0.lowercased() == wanted } }
    }

    /// The patterns of the mappings in which a key of this name may stand; the empty one is the top.
    static func sections(of name: String) -> [String] { sectionsByName[name] ?? [] }

    private static let sectionsByName: [String: [String]] = {
        var sections: [String: [String]] = [:]
        for description in all where !description.pattern.hasPrefix(StaffChangeKeys.table.pattern) {
            let parts = description.pattern.split(separator: ".").map(String.init)
            for depth in parts.indices {
                let name = parts[depth].hasSuffix("[]") ? String(parts[depth].dropLast(2)) : parts[depth]
                let section = parts[..<depth].joined(separator: ".")
                if sections[name]?.contains(section) != true { sections[name, default: []].append(section) }
            }
        }
        return sections
    }()

    private static func describe<Root>(_ table: KeyTable<Root>, _ defaults: Root) -> [KeyDescription] {
        table.keys.map { key in
            let path = key.path.joined(separator: ".")
            let text = key.facts.isRequired ? "none" : key.facts.defaultText ?? key.text(defaults) ?? "none"
            return KeyDescription(
                pattern: joined(table.pattern, path), kind: key.facts.kind, defaultText: text, unit: key.facts.unit,
                rangeText: key.facts.allowed, source: key.facts.source, rules: key.facts.rules,
                meaning: key.facts.meaning, isRequired: key.facts.isRequired)
        }
    }

    private static let extends = KeyDescription(
        pattern: "extends", kind: "file", defaultText: "none", unit: "",
        rangeText: "a scenario file, relative to this one", source: .assumed, rules: [],
        meaning: "The file that this one changes: mappings, teams and levers merge, all else is replaced.",
        isRequired: false)
    private static let notes = KeyDescription(
        pattern: "sources", kind: "mapping", defaultText: "{}", unit: "", rangeText: "full keys and texts",
        source: .assumed, rules: [],
        meaning: "Where values come from, in words, by full key; a section speaks for all in it.", isRequired: false)
    private static func drop(_ list: String, _ what: String) -> KeyDescription {
        KeyDescription(
            pattern: "\(list).drop", kind: "yes or no", defaultText: "false", unit: "", rangeText: "true, false",
            source: .assumed, rules: [],
            meaning: "Whether the \(what) of this name in the file that this one extends is left out.",
            isRequired: false)
    }
    private static let leverSet = KeyDescription(
        pattern: "levers[].set", kind: "mapping", defaultText: "none", unit: "",
        rangeText: "keys of practice and values, such as 'diary.low-first-share: 0.6'", source: .assumed,
        rules: ["PO-10"], meaning: "What the lever changes while it acts.", isRequired: true)
}
