internal import CareModel

extension ValueForm where Value == String {
    /// Any text that is not empty.
    static var title: ValueForm { text("a title", 1...120, sample: "A title") }

    /// A few sentences.
    static var sentence: ValueForm { text("sentences", 1...2000, sample: "A sentence.") }

    private static func text(_ what: String, _ lengths: ClosedRange<Int>, sample: String) -> ValueForm {
        ValueForm(
            kind: "text", allowed: "a text of \(lengths.lowerBound) to \(lengths.upperBound) characters",
            read: { node, faults in
                guard let text = node.text, !node.isNull, !text.trimmed.isEmpty, text.count <= lengths.upperBound
                else {
                    faults.append(ValueFault(place: node.place, message: node.isNot(what)))
                    return nil
                }
                return text
            },
            text: { $0 }, samples: [sample], exact: { quoted($0) })
    }

    /// A text in quotation marks, as YAML reads it back whatever is in it.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value == 0xFEFF:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            case _: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// A short name: lower-case letters and digits, words joined by hyphens.
    static var name: ValueForm {
        ValueForm(
            kind: "name", allowed: "lower-case letters, digits and hyphens, a letter first, such as 'mid-essex'",
            read: { node, faults in
                guard let text = node.text, isName(text) else {
                    let proposal = node.text.flatMap(proposedName).map { "; write '\($0)'" } ?? ""
                    faults.append(ValueFault(place: node.place, message: node.isNot("a name") + proposal))
                    return nil
                }
                return text
            },
            text: { $0 }, samples: ["a-name"])
    }

    /// Whether a text is a short name.
    static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, (97...122).contains(first), bytes.count <= 60, bytes.last != 45 else {
            return false
        }
        return bytes.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
            && !text.contains("--")
    }

    private static func proposedName(_ text: String) -> String? {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
        return isName(words) ? words : nil
    }
}

extension ValueForm {
    /// One of a few names.
    static func choice(_ names: [(name: String, value: Value)], kind: String = "one of") -> ValueForm
    where Value: Equatable {
        let words = names.map(\.name)
        return ValueForm(
            kind: kind, allowed: words.joined(separator: ", "),
            read: { node, faults in
                if let text = node.text, let found = names.first(where: { $0.name == text }) { return found.value }
                let question = NearestName.question(node.text ?? "", among: words)
                faults.append(ValueFault(place: node.place, message: node.isNot("known") + question))
                return nil
            },
            text: { value in names.first { $0.value == value }?.name }, samples: words)
    }

    /// The same, or nothing.
    func orNothing(_ words: String) -> ValueForm<Value?> {
        ValueForm<Value?>(
            kind: kind, unit: unit, allowed: allowed,
            read: { node, faults in
                if node.isNull { return .some(nil) }
                guard let value = read(node, &faults) else { return nil }
                return .some(value)
            },
            text: { value in value.flatMap(text) ?? words }, samples: samples, parts: parts,
            exact: { value in value.flatMap(written) })
    }

    /// A list of them, each only once if the list is a set.
    func list(
        _ counts: ClosedRange<Int> = 0...1000, each: String, isSet: Bool = true
    ) -> ValueForm<[Value]> {
        let number = counts.lowerBound == counts.upperBound ? "\(counts.lowerBound) " : ""
        return ValueForm<[Value]>(
            kind: "list", unit: unit, allowed: "a list of \(number)\(each), each \(allowed)",
            read: { node, faults in
                guard let elements = node.elements else {
                    faults.append(ValueFault(place: node.place, message: node.isNot("a list")))
                    return nil
                }
                let before = faults.count
                guard elements.count <= counts.upperBound else {
                    faults.append(ValueFault(place: node.place, message: "the list has \(elements.count) \(each)"))
                    return nil
                }
                var values: [Value] = []
                for (index, element) in elements.enumerated() {
                    let known = faults.count
                    if let value = read(element, &faults) {
                        if isSet, values.contains(where: { text($0) == text(value) }) {
                            faults.append(ValueFault(place: element.place, message: "\(element.phrase) stands twice"))
                        }
                        values.append(value)
                    }
                    for fault in known..<faults.count {
                        faults[fault].part = "[\(index + 1)]" + faults[fault].part
                        faults[fault].allowed = faults[fault].allowed ?? allowed
                    }
                }
                if !counts.contains(elements.count) {
                    faults.append(ValueFault(place: node.place, message: "the list has \(elements.count) \(each)"))
                }
                return faults.count == before ? values : nil
            },
            text: { "[" + $0.compactMap(text).joined(separator: ", ") + "]" },
            samples: samples.map { sample in
                "[" + Array(repeating: sample, count: max(1, counts.lowerBound)).joined(separator: ", ") + "]"
            },
            exact: { "[" + $0.compactMap(written).joined(separator: ", ") + "]" })
    }
}
