/// Where something stands in a file.
struct Place: Hashable, Sendable {
    /// The file as the caller wrote it, or `--set`.
    var file: String
    /// The line, from 1; 0 when there is none.
    var line = 0
    /// The column in Unicode scalars, from 1; 0 when there is none.
    var column = 0
}

/// A value of a scenario file, with its place and its source: what the YAML says once tags and aliases are resolved.
struct ScenarioNode: Sendable {
    /// What a value can be.
    enum Value: Sendable {
        /// A single value as it was written.
        case scalar(String, isQuoted: Bool)
        /// Keys and their values, in the file's order.
        case mapping([Entry])
        /// A list.
        case sequence([ScenarioNode])
    }

    /// A key and its value.
    struct Entry: Sendable {
        var key: String
        var place: Place
        var value: ScenarioNode
    }

    /// What it is.
    var value: Value
    /// Where it starts.
    var place: Place
    /// The source that a tag gives it, on itself or on something around it.
    var source: ValueSource?

    /// The keys and values; nil if it is not a mapping.
    var entries: [Entry]? {
        if case .mapping(let entries) = value { return entries }
        return nil
    }

    /// The elements; nil if it is not a list.
    var elements: [ScenarioNode]? {
        if case .sequence(let elements) = value { return elements }
        return nil
    }

    /// The text; nil if it is not a single value.
    var text: String? {
        if case .scalar(let text, _) = value { return text }
        return nil
    }

    /// Whether nothing is written, or YAML's word for nothing.
    var isNull: Bool {
        if case .scalar(let text, isQuoted: false) = value { return text.isEmpty || text == "~" || text == "null" }
        return false
    }

    /// The value under a key; nil if there is none.
    subscript(_ key: String) -> ScenarioNode? {
        entries?.first { $0.key == key }?.value
    }

    /// How a sentence calls it: `'full'`, `a list`, `a mapping`, `nothing`.
    var phrase: String {
        switch value {
        case .scalar(let text, _): isNull ? "nothing" : "'\(text.count > 60 ? text.prefix(57) + "…" : text[...])'"
        case .mapping: "a mapping"
        case .sequence: "a list"
        }
    }
}
