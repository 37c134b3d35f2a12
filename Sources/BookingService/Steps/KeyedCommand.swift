import BookingStore
import CareModel

/// A command as a key and the access log know it: its name, whom it is about, and every part of it.
struct KeyedCommand: Sendable {
    /// Whose record a command touches.
    enum Subject: Sendable {
        case person(Int64)
        case appointment(Int64)
        case hold(Int64)
        case task(Int64)
        /// Nobody in particular, or many.
        case nobody
    }

    /// What it does, in a word or two.
    let name: String
    /// Whom it is about.
    let subject: Subject
    /// What tells it from every other command: its name, its subject and a digest of all its parts.
    let fingerprint: String

    /// A command.
    /// - Parameter parts: everything else that was asked for: whole values, so that what is added to one is in it.
    init(_ name: String, _ subject: Subject = .nobody, _ parts: Any?...) {
        self.name = name
        self.subject = subject
        let told = "\(subject) " + parts.map { $0.map(KeyedCommand.form) ?? "nil" }.joined(separator: " ")
        fingerprint = "\(name) \(BookingService.digest(told))"
    }

    /// What the key of a user is kept for: another user's command is another command.
    func fingerprint(by author: Author) -> String { "\(fingerprint) \(author.user)" }

    /// Every part of a value in one form: two values have the same form only if no part of them differs.
    static func form(of value: Any) -> String {
        if let text = value as? String { return text.debugDescription }
        let mirror = Mirror(reflecting: value)
        let parts = mirror.children.map { "\($0.label ?? ""):\(form(of: $0.value))" }
        switch mirror.displayStyle {
        case .set, .dictionary: return "[\(parts.sorted().joined(separator: ","))]"
        case .optional: return parts.isEmpty ? "nil" : "some(\(parts[0]))"
        case .enum where parts.isEmpty: return "\(value)"
        case nil where parts.isEmpty: return "\(value)"
        default: return "(\(parts.joined(separator: ",")))"
        }
    }
}
