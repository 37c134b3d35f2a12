/// What is to be written: values with their sources, in sections and lists.
indirect enum WrittenNode {
    /// A value as YAML writes it.
    case value(WrittenValue)
    /// Keys and what stands under each.
    case section(WrittenSection)
    /// A list of mappings.
    case list([WrittenSection])

    /// What a tag on the whole would have to say.
    var mark: SourceMark {
        switch self {
        case .value(let value): value.mark
        case .section(let section): section.mark
        case .list(let sections):
            sections.reduce(.any) { $0.joined(with: $1.strictMark, isStrict: true) }
        }
    }
}

extension WrittenNode {
    /// The tag that every figure has.
    var strictMark: SourceMark {
        switch self {
        case .value(let value): value.mark
        case .section(let section): section.strictMark
        case .list: mark
        }
    }
}

/// A value as YAML writes it.
struct WrittenValue {
    var text: String
    /// Whose it is; nil if no tag says so.
    var source: ValueSource?
    /// Whether it is a figure, whose source matters.
    var isFigure: Bool
    /// Its unit; empty if it has none, or the key says it.
    var unit: String

    var mark: SourceMark {
        guard isFigure else { return .any }
        return source.map(SourceMark.one) ?? .none
    }
}

/// Which tag speaks for several values.
enum SourceMark: Equatable {
    /// Any, for none of them is a figure.
    case any
    /// This one.
    case one(ValueSource)
    /// None.
    case none

    /// The mark of both.
    /// - Parameter isStrict: whether one tag speaks for both only if both say it; else the first speaks, and the other
    ///   says that it is another.
    func joined(with other: SourceMark, isStrict: Bool) -> SourceMark {
        if self == .any { return other }
        if self == other || other == .any { return self }
        return isStrict || self == .none || other == .none ? .none : self
    }
}

/// Keys in order, and what stands under each.
struct WrittenSection {
    /// A key and what stands under it.
    struct Entry {
        var name: String
        var node: WrittenNode
    }

    private(set) var entries: [Entry] = []

    /// The tag of the first figure, if every figure has one.
    var mark: SourceMark { entries.reduce(.any) { $0.joined(with: $1.node.mark, isStrict: false) } }

    /// The tag that every figure has.
    var strictMark: SourceMark { entries.reduce(.any) { $0.joined(with: $1.node.strictMark, isStrict: true) } }

    var isEmpty: Bool { entries.isEmpty }

    mutating func add(_ name: String, _ node: WrittenNode) { entries.append(Entry(name: name, node: node)) }

    /// Sets a value at a path; sections on the way are made.
    mutating func set(_ path: ArraySlice<String>, _ value: WrittenValue) {
        guard let name = path.first else { return }
        let place = entries.firstIndex { $0.name == name }
        guard path.count > 1 else { return add(name, .value(value)) }
        var section = WrittenSection()
        if let place, case .section(let found) = entries[place].node { section = found }
        section.set(path.dropFirst(), value)
        if let place { entries[place].node = .section(section) } else { add(name, .section(section)) }
    }

    /// Adds the entries of another.
    mutating func append(_ other: WrittenSection) { entries += other.entries }
}
