import BookingStore

/// How the versions up to 0.1 told the command of a key from others: the words, and a digest of the subject and of all
/// parts as Swift shows them. Databases hold such keys; new ones are made by ``CommandKey``.
enum FormerKey {
    /// What a key was kept for.
    static func fingerprint(of command: some UseCase, by author: Author) -> String {
        let parts = command.formerParts.map { $0.map(FormerForm.form) ?? "nil" }
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
}
