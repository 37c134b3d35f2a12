/// A value as the keys of the versions up to 0.1 had it: every part of it, in the words of Swift.
struct FormerForm {
    let text: String

    /// Every part of a value in one form.
    static func form(of value: Any) -> String {
        if let text = value as? String { return text.debugDescription }
        if let told = value as? any FormerlyOtherwise { return told.former.text }
        if let form = value as? FormerForm { return form.text }
        let mirror = Mirror(reflecting: value)
        let parts = mirror.children.map { "\($0.label ?? ""):\(form(of: $0.value))" }
        guard !parts.isEmpty || mirror.displayStyle == .optional else {
            let isEmptyList = mirror.displayStyle != nil && mirror.displayStyle != .enum
            return isEmptyList ? "()" : "\(value)"
        }
        return mirror.displayStyle == .optional
            ? parts.first.map { "some(\($0))" } ?? "nil" : "(\(parts.joined(separator: ",")))"
    }
}

/// A value that had another form in the keys of the versions before.
protocol FormerlyOtherwise {
    /// The form that it had.
    var former: FormerForm { get }
}
