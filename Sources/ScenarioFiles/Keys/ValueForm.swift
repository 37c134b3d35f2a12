import CareModel

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
    /// The value as ``read`` gives it back to the last digit, where ``text`` is made for readers; else nil.
    var exact: (@Sendable (Value) -> String?)?

    /// The value as a file must write it to be read back as the same; nil if there is none to write.
    func written(_ value: Value) -> String? {
        guard let exact else { return text(value) }
        return exact(value)
    }
}

extension ValueForm where Value == Double {
    /// A number.
    static func number(_ range: ValueRange, kind: String = "number", unit: String = "") -> ValueForm {
        ValueForm(
            kind: kind, unit: unit, allowed: range.text,
            read: { node, faults in
                let isShare = kind == "share" || unit.hasPrefix("share")
                guard let number = readNumber(node, range, isShare: isShare, &faults) else { return nil }
                guard range.contains(number) else {
                    let hint = NumberText.hint(outOfRange: number, range: range, isShare: isShare)
                    let message = "\(NumberText.of(number)) is out of range\(hint)"
                    faults.append(ValueFault(place: node.place, message: message))
                    return nil
                }
                return number
            },
            text: NumberText.of, samples: range.samples.map(NumberText.of))
    }

    /// The number that a node says; a fault if it says none.
    static func readNumber(
        _ node: ScenarioNode, _ range: ValueRange, isShare: Bool = false, _ faults: inout [ValueFault]
    ) -> Double? {
        guard case .scalar(let text, let isQuoted) = node.value, !isQuoted, let number = NumberText.number(text) else {
            var hint = ""
            if case .scalar(let text, let isQuoted) = node.value {
                hint = NumberText.hint(text, isQuoted: isQuoted, range: range, isShare: isShare)
            }
            faults.append(ValueFault(place: node.place, message: node.isNot("a number") + hint))
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
                guard let number = ValueForm<Double>.readNumber(node, bounds, &faults) else { return nil }
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
                    let nearest = Int((number / Double(step)).rounded()) * step
                    let hint = bounds.contains(Double(nearest)) ? "; the nearest is \(nearest)" : ""
                    let message = "\(text) is not a multiple of \(step)\(hint)"
                    faults.append(ValueFault(place: node.place, message: message))
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
            kind: "yes or no", allowed: "true, false",
            read: { node, faults in
                switch node.text {
                case "true", "yes", "on": return true
                case "false", "no", "off": return false
                default:
                    let meant = [
                        "true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false",
                    ]
                    let hint = node.text.flatMap { meant[$0.trimmed.lowercased()] }.map { "; write \($0)" } ?? ""
                    faults.append(ValueFault(place: node.place, message: node.isNot("true or false") + hint))
                    return nil
                }
            },
            text: { $0 ? "true" : "false" }, samples: ["true", "false"])
    }
}
