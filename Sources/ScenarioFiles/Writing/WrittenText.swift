/// Lines of YAML.
struct WrittenText {
    private(set) var text = ""
    /// The list in whose elements a section takes one line; nil if every key has its own.
    private let compactBelow: String?

    init(compactBelow: String?) { self.compactBelow = compactBelow }

    mutating func blank() { text += "\n" }

    mutating func comment(_ lines: [String]) {
        for line in lines { text += line.isEmpty ? "#\n" : "# \(line)\n" }
    }

    /// Writes the top: sections apart, single values together.
    mutating func write(_ top: WrittenSection) {
        for entry in top.entries {
            if case .value = entry.node {} else { blank() }
            write(entry.name, entry.node, indent: "", inherited: nil, isCompact: false)
        }
    }

    private mutating func write(
        _ name: String, _ node: WrittenNode, indent: String, inherited: ValueSource?, isCompact: Bool
    ) {
        switch node {
        case .value(let value):
            let comment = value.unit.isEmpty ? "" : "  # \(value.unit)"
            text += "\(indent)\(name): \(tagged(value, inherited))\(comment)\n"
        case .section(let section):
            let tag = tag(node.mark, inherited)
            if isCompact {
                text += "\(indent)\(name): \(tag.text)\(flow(section, tag.source))\n"
                return
            }
            text += "\(indent)\(name):\(tag.text.isEmpty ? "" : " " + tag.text.dropLast())\n"
            for entry in section.entries {
                write(entry.name, entry.node, indent: indent + "  ", inherited: tag.source, isCompact: false)
            }
        case .list(let sections):
            let tag = tag(node.mark, inherited)
            text += "\(indent)\(name):\(tag.text.isEmpty ? "" : " " + tag.text.dropLast())\n"
            for section in sections {
                element(section, indent: indent, inherited: tag.source, isCompact: name == compactBelow)
            }
        }
    }

    /// An element of a list: on one line if it is a row of values.
    private mutating func element(
        _ section: WrittenSection, indent: String, inherited: ValueSource?, isCompact: Bool
    ) {
        let isRow = !section.entries.contains { entry in
            if case .value = entry.node { false } else { true }
        }
        if isRow {
            text += "\(indent)  - \(flow(section, inherited))\n"
            return
        }
        for (place, entry) in section.entries.enumerated() {
            let start = text.endIndex
            write(entry.name, entry.node, indent: indent + "    ", inherited: inherited, isCompact: isCompact)
            guard place == 0 else { continue }
            text.replaceSubrange(start..<text.index(start, offsetBy: indent.count + 4), with: indent + "  - ")
        }
    }

    /// A mapping on one line.
    private func flow(_ section: WrittenSection, _ inherited: ValueSource?) -> String {
        let parts = section.entries.map { entry -> String in
            switch entry.node {
            case .value(let value): return "\(entry.name): \(tagged(value, inherited))"
            case .section(let section):
                let tag = tag(entry.node.mark, inherited)
                return "\(entry.name): \(tag.text)\(flow(section, tag.source))"
            case .list(let sections):
                let tag = tag(entry.node.mark, inherited)
                let elements = sections.map { flow($0, tag.source) }.joined(separator: ", ")
                return "\(entry.name): \(tag.text)[\(elements)]"
            }
        }
        return "{ \(parts.joined(separator: ", ")) }"
    }

    private func tagged(_ value: WrittenValue, _ inherited: ValueSource?) -> String {
        guard value.isFigure, let source = value.source, source != inherited else { return value.text }
        return "!\(source.rawValue) \(value.text)"
    }

    /// The tag of a whole with a space behind it, if one speaks for all of it, and what holds within.
    private func tag(_ mark: SourceMark, _ inherited: ValueSource?) -> (text: String, source: ValueSource?) {
        switch mark {
        case .one(let source): (source == inherited ? "" : "!\(source.rawValue) ", source)
        case .any, .none: ("", inherited)
        }
    }
}
