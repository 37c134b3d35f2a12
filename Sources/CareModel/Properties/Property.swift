/// A value of which every stored property has a row in one table: what is kept in a log and in a database, and what
/// stands in the tables that leave, is made of that table. A property is added to the type and to its table.
public protocol Described: Sendable {
    /// A value of which nothing is known but what must be.
    static var blank: Self { get }
    /// The rows, in the order in which tables that leave have their columns.
    static var properties: [Property<Self>] { get }
    /// The rows of properties that have several values; none in most types.
    static var lists: [ListProperty<Self>] { get }
}

extension Described {
    /// Every property has one value.
    public static var lists: [ListProperty<Self>] { [] }
}

/// One row: a property of a value, and everything by which it is written.
public struct Property<Root: Described>: Sendable {
    /// Where a value is found in a root.
    public typealias Place<Value> = WritableKeyPath<Root, Value> & Sendable

    /// The name in a log and in JSON, as in the type: `contactAttempts`; of a part, with a dot: `scores.depression`.
    public let name: String
    /// The names in a log one below the other: the property's, or the whole's and the part's.
    public let path: [String]
    /// Where it is kept in a database.
    public var column: PropertyColumn
    /// Where it stands in the tables that leave.
    public var cell: PropertyCell
    /// What its number means.
    public var form: PropertyForm
    /// What it means.
    public let meaning: String
    /// The rules that it is kept for.
    public let rules: [String]
    /// Whether it can be unknown: nil, which is nowhere in a log, and empty in a database and in a cell.
    public let isOptional: Bool
    /// Whether whatever is read must have it; of a part, if the whole is there.
    public var isRequired = false
    /// The number of a blank value, which a log need not say.
    public let absent: Int64?
    /// The number in a root; nil if it is unknown.
    public let number: @Sendable (Root) -> Int64?
    /// Puts a number into a root; false if it means nothing.
    public let put: @Sendable (Int64?, inout Root) -> Bool

    /// A property that is always known.
    public init<Value: PropertyValue>(
        _ name: String, _ place: any Place<Value>, rules: String = "", _ meaning: String
    ) {
        self.init(
            name, Value.form, isOptional: false, rules: rules, meaning, number: { $0[keyPath: place].written },
            put: { number, root in
                guard let value = number.flatMap(Value.init(written:)) else { return false }
                root[keyPath: place] = value
                return true
            })
    }

    /// A property that may be unknown.
    public init<Value: PropertyValue>(
        _ name: String, _ place: any Place<Value?>, rules: String = "", _ meaning: String
    ) {
        self.init(
            name, Value.form, isOptional: true, rules: rules, meaning, number: { $0[keyPath: place]?.written },
            put: { number, root in
                guard let number else {
                    root[keyPath: place] = nil
                    return true
                }
                guard let value = Value(written: number) else { return false }
                root[keyPath: place] = value
                return true
            })
    }

    init(
        _ name: String, _ form: PropertyForm, isOptional: Bool, rules: String, _ meaning: String,
        number: @escaping @Sendable (Root) -> Int64?, put: @escaping @Sendable (Int64?, inout Root) -> Bool
    ) {
        self.name = name
        self.form = form
        self.isOptional = isOptional
        self.meaning = meaning
        self.rules = rules.split(separator: " ").map(String.init)
        self.number = number
        self.put = put
        absent = number(Root.blank)
        path = name.split(separator: ".").map(String.init)
        let last = path.last ?? name
        column = .own(Property.split(last, "_"))
        cell = .own(Property.split(last, "-"))
    }

    /// A name in lower case, with a mark between its words.
    private static func split(_ name: String, _ mark: String) -> String {
        name.reduce(into: "") { $0 += $1.isUppercase ? mark + $1.lowercased() : String($1) }
    }
}

/// Where a property is kept in a database.
public enum PropertyColumn: Sendable, Equatable {
    /// In a column of its own.
    case own(String)
    /// In some bits of a column that several properties share.
    case bits(of: String, at: Int64, count: Int64)
    /// With the other parts of a whole, as JSON in one column, which is written by whoever keeps the whole.
    case part(of: String)
}

/// Where a property stands in the tables that leave.
public enum PropertyCell: Sendable, Equatable {
    /// In a column of its own; unknown is empty.
    case own(String)
    /// In a column of its own, which is empty while the value is the blank one.
    case emptyIfBlank(String)
    /// As a word in a column of words; not there while it is not so.
    case word(String, of: String)
}
