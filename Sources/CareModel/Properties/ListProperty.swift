/// One row for a property that has several values, in an order: what ``Property`` is for one value.
public struct ListProperty<Root: Sendable>: Sendable {
    /// The name in a log and in JSON, as in the type; always there.
    public let name: String
    /// The column of a database, where the numbers stand with spaces between.
    public let column: String
    /// What each number means.
    public let form: PropertyForm
    /// What it means.
    public let meaning: String
    /// The rules that it is kept for.
    public let rules: [String]
    /// The numbers in a root.
    public let numbers: @Sendable (Root) -> [Int64]
    /// Puts numbers into a root; false, and nothing is put, if one means nothing.
    public let put: @Sendable ([Int64], inout Root) -> Bool

    /// A property with as many values as there are.
    public init<Value: PropertyValue>(
        _ name: String, _ place: any WritableKeyPath<Root, [Value]> & Sendable, rules: String = "", _ meaning: String
    ) {
        self.name = name
        column = name
        form = Value.form
        self.meaning = meaning
        self.rules = rules.split(separator: " ").map(String.init)
        numbers = { $0[keyPath: place].map(\.written) }
        put = { numbers, root in
            let values = numbers.compactMap(Value.init(written:))
            guard values.count == numbers.count else { return false }
            root[keyPath: place] = values
            return true
        }
    }
}
