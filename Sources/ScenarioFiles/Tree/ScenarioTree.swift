import CareModel
internal import Yams

/// Turns a YAML text into a tree of ``ScenarioNode``, or says where it cannot be read.
struct ScenarioTree {
    /// How many values a file may hold, counted as if each alias were written out: aliases of aliases grow without end.
    static let valueLimit = 200_000

    /// The file as messages name it.
    let file: String
    /// What was found wrong besides the syntax: unknown tags, keys that are not plain.
    private(set) var diagnostics: [FileFault] = []
    private var valueCount = 0

    /// A reader for one file.
    init(file: String) { self.file = file }

    /// The tree of a text; nil if there is nothing in it or it cannot be read, and then ``diagnostics`` says why.
    mutating func read(_ text: String) -> ScenarioNode? {
        if let fault = YAMLGuard.fault(in: text, file: file) {
            diagnostics.append(fault)
            return nil
        }
        do {
            guard let root = try Parser(yaml: text, encoding: .utf8).singleRoot() else { return nil }
            return node(root, inherited: nil)
        } catch let error as YamlError {
            diagnostics.append(YAMLFault.diagnostic(for: error, text: text, file: file))
        } catch {
            diagnostics.append(FileFault(file: file, message: "cannot be read as YAML: \(error)"))
        }
        return nil
    }

    private func place(_ node: Node) -> Place {
        Place(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
    }

    private mutating func report(_ place: Place, key: String = "", _ message: String, allowed: String) {
        diagnostics.append(
            FileFault(
                file: file, line: place.line, column: place.column, key: key, message: message, allowed: allowed))
    }

    private mutating func node(_ node: Node, inherited: ValueSource?) -> ScenarioNode? {
        let place = place(node)
        valueCount += 1
        guard valueCount <= Self.valueLimit else {
            if valueCount == Self.valueLimit + 1 {
                let message = "holds too many values, aliases written out"
                report(Place(file: file), message, allowed: "at most \(Self.valueLimit)")
            }
            return nil
        }
        switch node {
        case .scalar(let scalar):
            let source = source(of: scalar.tag, at: place, inherited: inherited)
            let isQuoted = scalar.style != .plain
            return ScenarioNode(value: .scalar(scalar.string, isQuoted: isQuoted), place: place, source: source)
        case .sequence(let sequence):
            let source = source(of: sequence.tag, at: place, inherited: inherited)
            var elements: [ScenarioNode] = []
            for element in sequence {
                guard let element = self.node(element, inherited: source) else { return nil }
                elements.append(element)
            }
            return ScenarioNode(value: .sequence(elements), place: place, source: source)
        case .mapping(let mapping):
            let source = source(of: mapping.tag, at: place, inherited: inherited)
            guard let entries = entries(of: mapping, source: source) else { return nil }
            return ScenarioNode(value: .mapping(entries), place: place, source: source)
        case .alias:
            return nil
        }
    }

    private mutating func entries(of mapping: Node.Mapping, source: ValueSource?) -> [ScenarioNode.Entry]? {
        var own: [ScenarioNode.Entry] = []
        var included = ScenarioNode(value: .mapping([]), place: Place(file: file))
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                report(place(key), "a key must be plain text", allowed: "such as 'weeks'")
                continue
            }
            guard let value = node(value, inherited: source) else { return nil }
            if scalar.string == "<<", scalar.style == .plain {
                for part in value.elements ?? [value] { included = part.merged(with: included, isTop: false) }
            } else {
                own.append(ScenarioNode.Entry(key: scalar.string, place: place(key), value: value))
            }
        }
        guard let base = included.entries, !base.isEmpty else { return own }
        let names = Set(own.map(\.key))
        return base.filter { !names.contains($0.key) } + own
    }

    private mutating func source(of tag: Tag, at place: Place, inherited: ValueSource?) -> ValueSource? {
        let name = tag.description
        guard name.hasPrefix("!"), name != "!" else { return inherited }
        if let source = ValueSource(rawValue: String(name.dropFirst())) { return source }
        report(
            place, "'\(name)' is not a kind of source" + NearestName.question(name, among: Self.tagNames),
            allowed: Self.tagNames.joined(separator: ", "))
        return inherited
    }

    private static let tagNames = ValueSource.allCases.map { "!" + $0.rawValue }
}
