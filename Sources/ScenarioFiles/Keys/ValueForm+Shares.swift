import CareModel

extension ValueForm where Value == [Double] {
    /// Shares by name, in an array with one place for each; those that are left out are 0, and the sum is scaled to 1.
    /// - Parameters:
    ///   - places: how many places the array has.
    ///   - names: the names and their places.
    ///   - shorthand: a name that stands for several, with the part of each.
    static func shares(
        places: Int, names: [(name: String, index: Int)], of what: String,
        shorthand: (name: String, parts: [(index: Int, share: Double)])? = nil
    ) -> ValueForm {
        let words = names.map(\.name) + (shorthand.map { [$0.name] } ?? [])
        return ValueForm(
            kind: "shares", unit: "share", allowed: "shares of \(what), 0 to 1 each: \(words.joined(separator: ", "))",
            read: { node, faults in
                guard let entries = node.entries else {
                    faults.append(ValueFault(place: node.place, message: node.isNot("a mapping of shares")))
                    return nil
                }
                let before = faults.count
                var values = [Double](repeating: 0, count: places)
                for entry in entries {
                    guard let share = readShare(entry, words: words, &faults) else { continue }
                    if let shorthand, entry.key == shorthand.name {
                        for part in shorthand.parts { values[part.index] += part.share * share }
                    } else if let index = names.first(where: { $0.name == entry.key })?.index {
                        values[index] += share
                    }
                }
                guard faults.count == before else { return nil }
                return checkedSum(values, node, &faults) ? values : nil
            },
            text: { text($0, names, NumberText.rounded) },
            samples: names.flatMap { ["{\($0.name): 1}", "{\($0.name): 0.5}"] }, parts: words,
            exact: { text($0, names, NumberText.of) })
    }

    private static func text(
        _ values: [Double], _ names: [(name: String, index: Int)], _ number: (Double) -> String
    ) -> String {
        let shares = names.filter { values[$0.index] > 0 }.map { "\($0.name): \(number(values[$0.index]))" }
        return "{" + shares.joined(separator: ", ") + "}"
    }

    private static func readShare(
        _ entry: ScenarioNode.Entry, words: [String], _ faults: inout [ValueFault]
    ) -> Double? {
        guard words.contains(entry.key) else {
            let question = NearestName.question(entry.key, among: words)
            let message = "'\(entry.key)' is not known\(question)"
            let allowed = "one of " + words.joined(separator: ", ")
            faults.append(ValueFault(place: entry.place, message: message, allowed: allowed))
            return nil
        }
        let known = faults.count
        let share = ValueForm<Double>.number(ValueRange(0...1)).read(entry.value, &faults)
        for fault in known..<faults.count {
            faults[fault].part = "." + entry.key
            faults[fault].allowed = "0 to 1"
        }
        return share
    }

    private static func checkedSum(_ values: [Double], _ node: ScenarioNode, _ faults: inout [ValueFault]) -> Bool {
        let sum = values.reduce(0, +)
        if sum <= 0 {
            faults.append(ValueFault(place: node.place, message: "the shares add up to 0", allowed: "above 0"))
            return false
        }
        if abs(sum - 1) > 0.005 {
            let message = "the shares add up to \(NumberText.rounded(sum)) and are scaled to 1"
            faults.append(ValueFault(place: node.place, message: message, allowed: "1 in all", isWarning: true))
        }
        return true
    }

    /// Twelve, seven or so indices around 1; the word `published` stands for the published ones.
    static func indices(count: Int, of what: String, published: [Double]?) -> ValueForm {
        var form = ValueForm<Double>.number(ValueRange(0...10)).list(count...count, each: what, isSet: false)
        let list = form
        form.kind = "list"
        form.unit = "index"
        guard let published else { return form }
        form.allowed = "published, or " + list.allowed
        form.read = { node, faults in
            node.text == "published" ? published : list.read(node, &faults)
        }
        form.text = { $0 == published ? "published" : list.text($0) }
        form.exact = { $0 == published ? "published" : list.written($0) }
        return form
    }
}
