/// One key of a scenario: its name, how it is read, and what a reader must know of it.
struct Key<Root>: Sendable {
    /// A place to write in a root.
    typealias Target<Value> = WritableKeyPath<Root, Value> & Sendable

    /// The names from the table's mapping to the value, such as `attendance`, `did-not-attend-first`.
    var path: [String]
    /// What a reader must know.
    var facts: KeyFacts
    /// The change that a node makes to a root; nil if the node is faulty, and then at least one fault is added.
    var change: @Sendable (ScenarioNode, inout [ValueFault]) -> (@Sendable (inout Root) -> Void)?
    /// The value in force in a root, as a reader is told it; nil if there is nothing to tell.
    var text: @Sendable (Root) -> String?
    /// The value in a root, as a file must write it to be read back as the same; nil if there is nothing to write.
    let written: @Sendable (Root) -> String?
    /// Takes the value of one root over into another.
    let copy: @Sendable (Root, inout Root) -> Void

    /// A key for a value of some form.
    init<Value: Sendable>(
        _ name: String, _ target: any Target<Value>, _ form: ValueForm<Value>, source: ValueSource, rules: String,
        meaning: String
    ) {
        path = name.split(separator: ".").map(String.init)
        facts = KeyFacts(
            kind: form.kind, unit: form.unit, allowed: form.allowed, source: source,
            rules: rules.split(separator: " ").map(String.init), meaning: meaning, samples: form.samples,
            parts: form.parts)
        change = { node, faults in
            guard let value = form.read(node, &faults) else { return nil }
            return { root in root[keyPath: target] = value }
        }
        text = { root in form.text(root[keyPath: target]) }
        written = { root in form.written(root[keyPath: target]) }
        copy = { one, other in other[keyPath: target] = one[keyPath: target] }
    }

    private init(
        path: [String], facts: KeyFacts,
        change: @escaping @Sendable (ScenarioNode, inout [ValueFault]) -> (@Sendable (inout Root) -> Void)?,
        text: @escaping @Sendable (Root) -> String?, written: @escaping @Sendable (Root) -> String?,
        copy: @escaping @Sendable (Root, inout Root) -> Void
    ) {
        self.path = path
        self.facts = facts
        self.change = change
        self.text = text
        self.written = written
        self.copy = copy
    }

    /// The same key of a part of something larger.
    func within<Whole>(
        _ part: any WritableKeyPath<Whole, Root> & Sendable, _ name: String? = nil
    ) -> Key<Whole> {
        let change = change
        let (text, written, copy) = (text, written, copy)
        return Key<Whole>(
            path: (name.map { [$0] } ?? []) + path, facts: facts,
            change: { node, faults in
                guard let change = change(node, &faults) else { return nil }
                return { whole in change(&whole[keyPath: part]) }
            },
            text: { whole in text(whole[keyPath: part]) }, written: { whole in written(whole[keyPath: part]) },
            copy: { one, other in copy(one[keyPath: part], &other[keyPath: part]) })
    }

    /// The same key, which a file must give.
    var required: Key {
        var key = self
        key.facts.isRequired = true
        return key
    }

    /// The same key, its text taken from the value in force, where nothing written means a rule's default.
    func inForce(_ text: @escaping @Sendable (Root) -> String, defaultText: String) -> Key {
        var key = self
        key.text = text
        key.facts.defaultText = defaultText
        return key
    }

    /// The same key, left out of the table of assumptions: a name or a heading, not a figure.
    var unlisted: Key {
        var key = self
        key.facts.isAssumption = false
        return key
    }
}

/// What a reader must know of a key.
struct KeyFacts: Sendable {
    /// The kind in a word or two.
    var kind: String
    /// The unit; empty if there is none.
    var unit: String
    /// What is allowed, in words.
    var allowed: String
    /// Where the default comes from.
    var source: ValueSource
    /// The rules that the key carries out.
    var rules: [String]
    /// What it means.
    var meaning: String
    /// Texts that are allowed.
    var samples: [String]
    /// The names that may stand below it.
    var parts: [String]
    /// Whether a file must give it.
    var isRequired = false
    /// Whether it belongs into the table of assumptions.
    var isAssumption = true
    /// Whether leaving it out means its default; a key that a file must give where it stands at all has none.
    var hasDefault: Bool { !isRequired && defaultText != "none" }
    /// The default in words, where the value itself does not say it.
    var defaultText: String?
}
