public import CareModel

/// Values in which every property of the table of a type is set, each to something of its own.
public enum EveryProperty {
    /// A number that the property may have, and that a blank value has not.
    public static func sample<Root>(_ property: Property<Root>, _ place: Int) -> Int64 {
        switch property.form {
        case .minute, .dueMinute: return 14_000_000 + Int64(place)
        case .day: return 9000 + Int64(place)
        case .flag: return property.absent == 1 ? 0 : 1
        case .team: return 1
        case .number(let range):
            let number = min(range.upperBound, max(range.lowerBound, 2 + Int64(place % 17)))
            if number != property.absent { return number }
            return number < range.upperBound ? number + 1 : number - 1
        case .words(let words):
            let others = words.filter { $0.number != property.absent }
            return others[place % others.count].number
        }
    }

    /// Numbers that a list may have, and that no other list of the type has.
    public static func sample<Root>(_ list: ListProperty<Root>, _ place: Int) -> [Int64] {
        (0...1).map { Int64(10 * place + $0 + 1) }
    }

    /// A value in which nothing is blank.
    public static func filled<Root: Described>(_ type: Root.Type) -> Root {
        var root = Root.blank
        for (place, property) in Root.properties.enumerated() { _ = property.put(sample(property, place), &root) }
        for (place, list) in Root.lists.enumerated() { _ = list.put(sample(list, place), &root) }
        return root
    }

    /// The properties that differ in two values.
    public static func differences<Root: Described>(_ one: Root, _ other: Root) -> [String] {
        Root.properties.filter { $0.number(one) != $0.number(other) }.map(\.name)
            + Root.lists.filter { $0.numbers(one) != $0.numbers(other) }.map(\.name)
    }
}
