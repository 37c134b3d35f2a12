/// A scenario's text, with the name that messages give it and by which another text may extend it.
public struct ScenarioText: Hashable, Sendable, Codable {
    /// The name, such as `north-essex.yaml`.
    public var name: String
    /// What it says, as YAML.
    public var text: String

    /// A text.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// Where a scenario is found: in a file, or in texts that are at hand.
///
/// A scenario names no other files than the one that it `extends:`. A file looks for it in its own folder; a text looks
/// for it among the texts beside it, then in a folder, if there is one.
public struct ScenarioSource: Hashable, Sendable {
    /// Where a text, and what it extends, is read from.
    enum Address: Hashable, Sendable {
        /// A file of the disk.
        case file(String)
        /// One of the texts, by place.
        case text(Int)
        /// Nowhere: nobody has a text of this name.
        case missing(String)
    }

    /// The texts that are at hand, the scenario's own first; empty for a file.
    let texts: [ScenarioText]
    /// The folder in which what no text is called is looked for; nil if nowhere.
    let folder: String?
    /// Where the scenario's own text is.
    let first: Address

    private init(texts: [ScenarioText], folder: String?, first: Address) {
        self.texts = texts
        self.folder = folder
        self.first = first
    }

    /// A file, and what it extends from the folder of each.
    /// - Parameter path: as messages will name it.
    public static func file(_ path: String) -> ScenarioSource {
        ScenarioSource(texts: [], folder: nil, first: .file(path))
    }

    /// A text, and what it extends.
    /// - Parameters:
    ///   - text: the scenario, as YAML.
    ///   - name: what messages call it.
    ///   - others: texts that may be extended, by name; a name without its folders is enough.
    ///   - folder: where else a file that is extended is looked for; nil if nowhere.
    public static func text(
        _ text: String, name: String = "scenario.yaml", beside others: [ScenarioText] = [], folder: String? = nil
    ) -> ScenarioSource {
        ScenarioSource(
            texts: [ScenarioText(name: name, text: text)] + others, folder: folder, first: .text(0))
    }

    /// Where a text is that another one names.
    func address(of name: String, namedBy address: Address) -> Address {
        switch address {
        case .file(let path): .file(Self.path(name, beside: path))
        case .text(let place): self.place(of: name, after: place) ?? .missing(name)
        case .missing: .missing(name)
        }
    }

    /// A text of the name, first among those that follow; else a file in the folder.
    private func place(of name: String, after place: Int) -> Address? {
        let order = Array(texts.indices.dropFirst(place + 1)) + Array(texts.indices.prefix(place + 1))
        let found =
            order.first { texts[$0].name == name }
            ?? order.first { Self.lastPart(texts[$0].name) == Self.lastPart(name) }
        return found.map(Address.text) ?? folder.map { .file(Self.path(name, beside: $0 + "/")) }
    }

    /// How messages call what stands there.
    func name(of address: Address) -> String {
        switch address {
        case .file(let path): path
        case .text(let place): texts[place].name
        case .missing(let name): name
        }
    }

    private static func lastPart(_ name: String) -> Substring {
        name.lastIndex(of: "/").map { name[name.index(after: $0)...] } ?? name[...]
    }

    private static func path(_ name: String, beside path: String) -> String {
        guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
        return path[...slash] + name
    }
}

/// A value that is laid over a scenario, as `--set KEY=VALUE` does.
public struct ScenarioChange: Hashable, Sendable, Codable {
    /// The key in full, such as `teams.mid-essex.referrals.per-week`.
    public var key: String
    /// The value, as YAML.
    public var value: String

    /// A change.
    public init(key: String, value: String) {
        self.key = key
        self.value = value
    }
}
