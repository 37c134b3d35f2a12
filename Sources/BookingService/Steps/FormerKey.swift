import BookingStore

/// How the versions up to 0.1 told the command of a key from others: the words, and a digest of the subject and of all
/// parts as Swift shows them. Databases hold such keys; new ones are made by ``CommandKey``.
enum FormerKey {
    /// A part that was told in another form than its type has now.
    struct Form {
        let text: String
    }

    /// What a key was kept for.
    static func fingerprint(of command: some UseCase, by author: Author) -> String {
        let parts = command.formerParts.map { $0.map(form) ?? "nil" }
        let told = "\(command.subject) " + parts.joined(separator: " ")
        return "\(command.words) \(TextDigest.of(told)) \(author.user)"
    }

    /// The fields of a command in their order, but for the one that is its subject.
    static func parts(of command: some UseCase) -> [Any?] {
        let subject: String? =
            switch command.subject {
            case .person: "person"
            case .appointment: "appointment"
            case .hold: "hold"
            case .task: "task"
            case .nobody: nil
            }
        return Mirror(reflecting: command).children.filter { $0.label != subject }.map { known($0.value) }
    }

    /// Without the optional around it.
    private static func known(_ value: Any) -> Any? {
        let mirror = Mirror(reflecting: value)
        return mirror.displayStyle == .optional ? mirror.children.first?.value : value
    }

    /// Every part of a value in one form.
    static func form(of value: Any) -> String {
        if let text = value as? String { return text.debugDescription }
        if let told = value as? any FormerlyOtherwise { return told.former.text }
        if let form = value as? Form { return form.text }
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
    var former: FormerKey.Form { get }
}
