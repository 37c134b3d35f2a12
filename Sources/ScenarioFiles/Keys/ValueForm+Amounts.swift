import CareModel

extension ValueForm where Value == [Double] {
    /// Numbers by name, in an array with one place for each; those that are left out are 0, and where all are, there is
    /// no array.
    /// - Parameters:
    ///   - range: of each.
    ///   - names: the names, in the order of their places.
    ///   - what: what the names are of, in words.
    ///   - shorthand: a name that stands for several places; a name of its own says more than it.
    static func amounts(
        _ range: ClosedRange<Double>, unit: String, names: [String], of what: String,
        shorthand: (name: String, places: [Int])
    ) -> ValueForm {
        let words = names + [shorthand.name]
        let number = ValueForm<Double>.number(ValueRange(range), unit: unit)
        let least = NumberText.of(range.lowerBound)
        return ValueForm(
            kind: "numbers by name", unit: unit,
            allowed: "\(number.allowed) each, by \(what): \(words.joined(separator: ", "))",
            read: { node, faults in
                guard let entries = node.entries else {
                    faults.append(ValueFault(place: node.place, message: node.isNot("a mapping of numbers")))
                    return nil
                }
                let before = faults.count
                var values = [Double](repeating: 0, count: names.count)
                // The name for several first: a name of its own says more, wherever it stands.
                for entry in entries.filter({ $0.key == shorthand.name }) + entries.filter({ $0.key != shorthand.name })
                {
                    guard let amount = readAmount(entry, number, words, &faults) else { continue }
                    if entry.key == shorthand.name {
                        for place in shorthand.places { values[place] = amount }
                    } else if let place = names.firstIndex(of: entry.key) {
                        values[place] = amount
                    }
                }
                guard faults.count == before else { return nil }
                return values.allSatisfy { $0 == 0 } ? [] : values
            },
            text: { values in
                let amounts = zip(names, values).filter { $0.1 != 0 }.map { "\($0.0): \(NumberText.of($0.1))" }
                return "{" + amounts.joined(separator: ", ") + "}"
            },
            samples: words.map { "{\($0): \(least)}" } + ["{\(shorthand.name): \(NumberText.of(range.upperBound))}"],
            parts: words)
    }

    private static func readAmount(
        _ entry: ScenarioNode.Entry, _ number: ValueForm<Double>, _ words: [String], _ faults: inout [ValueFault]
    ) -> Double? {
        guard words.contains(entry.key) else {
            let message = "'\(entry.key)' is not known\(NearestName.question(entry.key, among: words))"
            let allowed = "one of " + words.joined(separator: ", ")
            faults.append(ValueFault(place: entry.place, message: message, allowed: allowed))
            return nil
        }
        let known = faults.count
        let amount = number.read(entry.value, &faults)
        for fault in known..<faults.count {
            faults[fault].part = "." + entry.key
            faults[fault].allowed = number.allowed
        }
        return amount
    }
}
