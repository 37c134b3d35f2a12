/// Something wrong with a value, before it is known under which key the value stands.
struct ValueFault: Sendable {
    /// Where.
    var place: Place
    /// The part of the value, such as `.gp` or `[3]`; empty for the whole.
    var part = ""
    /// What is wrong.
    var message: String
    /// What would be allowed; nil takes the form's own words.
    var allowed: String?
    /// Whether it is only doubtful.
    var isWarning = false
}

/// How a kind of value is read from a file and written into one.
struct ValueForm<Value: Sendable>: Sendable {
    /// The kind in a word or two, for the list of keys.
    var kind: String
    /// The unit; empty if there is none.
    var unit = ""
    /// What is allowed, in words.
    var allowed: String
    /// The value that a node says; nil if it says none, and then at least one fault is added.
    var read: @Sendable (ScenarioNode, inout [ValueFault]) -> Value?
    /// The value as a file would write it; nil if there is none to write.
    var text: @Sendable (Value) -> String?
    /// Texts that are allowed, for tests and examples.
    var samples: [String]
    /// The names that may stand below the key, if its value is a mapping.
    var parts: [String] = []
}

extension ValueForm where Value == Double {
    /// A number.
    static func number(_ range: ValueRange, kind: String = "number", unit: String = "") -> ValueForm {
        ValueForm(
            kind: kind, unit: unit, allowed: range.text,
            read: { node, faults in
                guard let number = readNumber(node, &faults) else { return nil }
                guard range.contains(number) else {
                    faults.append(ValueFault(place: node.place, message: "\(NumberText.of(number)) is out of range"))
                    return nil
                }
                return number
            },
            text: NumberText.of, samples: range.samples.map(NumberText.of))
    }

    /// The number that a node says; a fault if it says none.
    static func readNumber(_ node: ScenarioNode, _ faults: inout [ValueFault]) -> Double? {
        guard case .scalar(let text, let isQuoted) = node.value, !isQuoted, let number = NumberText.number(text) else {
            var hint = ""
            if case .scalar(let text, let isQuoted) = node.value { hint = NumberText.hint(text, isQuoted: isQuoted) }
            faults.append(ValueFault(place: node.place, message: "\(node.phrase) is not a number\(hint)"))
            return nil
        }
        return number
    }
}

extension ValueForm where Value == Int {
    /// A whole number.
    static func count(_ range: ClosedRange<Int>, multipleOf step: Int = 1, unit: String = "") -> ValueForm {
        let bounds = ValueRange(Double(range.lowerBound)...Double(range.upperBound))
        let steps = step == 1 ? "" : ", a multiple of \(step)"
        return ValueForm(
            kind: "whole number", unit: unit, allowed: bounds.text + steps,
            read: { node, faults in
                guard let number = ValueForm<Double>.readNumber(node, &faults) else { return nil }
                let text = NumberText.of(number)
                guard bounds.contains(number) else {
                    faults.append(ValueFault(place: node.place, message: "\(text) is out of range"))
                    return nil
                }
                guard number == number.rounded() else {
                    faults.append(ValueFault(place: node.place, message: "\(text) is not a whole number"))
                    return nil
                }
                guard Int(number) % step == 0 else {
                    faults.append(ValueFault(place: node.place, message: "\(text) is not a multiple of \(step)"))
                    return nil
                }
                return Int(number)
            },
            text: { String($0) }, samples: [range.upperBound, range.lowerBound].map { String($0 / step * step) })
    }
}

extension ValueForm where Value == Bool {
    /// Yes or no.
    static var flag: ValueForm {
        ValueForm(
            kind: "yes or no", allowed: "true or false",
            read: { node, faults in
                switch node.text {
                case "true", "yes", "on": return true
                case "false", "no", "off": return false
                default:
                    faults.append(ValueFault(place: node.place, message: "\(node.phrase) is neither true nor false"))
                    return nil
                }
            },
            text: { $0 ? "true" : "false" }, samples: ["true", "false"])
    }
}
