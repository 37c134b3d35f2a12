import CareModel

/// A value from the command line: `--set key=value`.
struct Override {
    /// How messages name the place of such a value.
    static let file = "--set"

    /// The full key.
    var key: String
    /// The value.
    var node: ScenarioNode

    /// A value that is parsed already.
    init(key: String, node: ScenarioNode) {
        self.key = key
        self.node = node
    }

    /// Parses a value as YAML; faults are added.
    init?(key: String, value: String, _ diagnostics: inout [FileFault]) {
        var reader = ScenarioTree(file: Self.file)
        let nothing = ScenarioNode(value: .scalar("", isQuoted: false), place: Place(file: Self.file))
        let node = reader.read(value) ?? nothing
        for var diagnostic in reader.diagnostics {
            diagnostic.line = 0
            diagnostic.key = key
            diagnostics.append(diagnostic)
        }
        guard reader.diagnostics.isEmpty else { return nil }
        self.key = key
        self.node = node.moved(to: Place(file: Self.file))
    }
}

/// Why a key cannot be set.
struct OverrideFault: Error {
    /// What is wrong.
    var message: String
    /// What would be allowed.
    var allowed: String
}

extension ScenarioNode {
    /// The same value, all of it at one place.
    func moved(to place: Place) -> ScenarioNode {
        var node = self
        node.place = place
        switch value {
        case .scalar: break
        case .sequence(let elements): node.value = .sequence(elements.map { $0.moved(to: place) })
        case .mapping(let entries):
            node.value = .mapping(entries.map { Entry(key: $0.key, place: place, value: $0.value.moved(to: place)) })
        }
        return node
    }

    /// Sets the value at a path, and makes the mappings on the way. Elements of lists are named by `name` or `role`, or
    /// counted from 1 in brackets.
    mutating func set(_ path: ArraySlice<String>, to new: ScenarioNode) throws(OverrideFault) {
        guard let step = path.first else {
            self = merged(with: new, isTop: false)
            return
        }
        if elements != nil {
            try setElement(step, path, to: new)
            return
        }
        guard var entries else {
            throw OverrideFault(message: "there is nothing below \(phrase)", allowed: "a key that has keys of its own")
        }
        let (name, index) = Self.indexed(step)
        var below = (index.map { ["[\($0)]"] } ?? []) + path.dropFirst()
        if name == "set", !below.isEmpty { below = [below.joined(separator: ".")] }
        let position = entries.firstIndex { $0.key == name }
        let found = position.map { entries[$0].value }
        if found == nil, !below.isEmpty, Self.isListName(name) {
            throw OverrideFault(message: "there are no \(name) to change", allowed: "a list in the file")
        }
        var value = found ?? ScenarioNode(value: .mapping([]), place: new.place)
        if below.isEmpty, value.elements != nil || new.entries == nil {
            value = new
        } else {
            try value.set(below[...], to: new)
        }
        if let position {
            entries[position].value = value
            entries[position].place = new.place
        } else {
            entries.append(Entry(key: name, place: new.place, value: value))
        }
        self.value = .mapping(entries)
    }

    private mutating func setElement(
        _ step: String, _ path: ArraySlice<String>, to new: ScenarioNode
    ) throws(OverrideFault) {
        guard var elements else { return }
        let position = try position(of: step, in: elements)
        if path.count == 1, new.entries == nil {
            elements[position] = new
        } else {
            try elements[position].set(path.dropFirst(), to: new)
        }
        value = .sequence(elements)
    }

    private func position(of step: String, in elements: [ScenarioNode]) throws(OverrideFault) -> Int {
        if step.hasPrefix("["), let number = Int(step.dropFirst().dropLast()) {
            guard elements.indices.contains(number - 1) else {
                throw OverrideFault(message: "there is no element \(number)", allowed: "1 to \(elements.count)")
            }
            return number - 1
        }
        let names = elements.map { ($0["name"] ?? $0["role"])?.text ?? "" }
        var found = names.indices.filter { names[$0] == step }
        if found.isEmpty { found = elements.indices.filter { elements[$0]["role"]?.text == step } }
        if found.count == 1 { return found[0] }
        if found.count > 1 {
            let numbers = found.map { "[\($0 + 1)]" }.joined(separator: ", ")
            throw OverrideFault(message: "there are \(found.count) of '\(step)'", allowed: "one of \(numbers)")
        }
        throw OverrideFault(
            message: "there is no '\(step)'" + NearestName.question(step, among: names),
            allowed: names.isEmpty ? "" : "one of " + names.joined(separator: ", "))
    }

    private static func isListName(_ name: String) -> Bool { namedLists.contains(name) || name == "staff" }

    private static func indexed(_ step: String) -> (name: String, index: Int?) {
        guard step.hasSuffix("]"), let bracket = step.lastIndex(of: "["), bracket > step.startIndex,
            let index = Int(step[step.index(after: bracket)...].dropLast())
        else { return (step, nil) }
        return (String(step[..<bracket]), index)
    }
}
