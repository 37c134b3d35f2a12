import CareModel

/// Somebody sent a message (BK-7).
public struct MessageSent: Hashable, Sendable, Codable {
    /// Its number.
    public var message: Int64

    /// A message that was sent.
    public init(message: Int64) { self.message = message }
}

extension MessageSent: StoredEvent {
    static let kind = EventKind.messageSent

    var words: String { "message \(message) was sent" }

    func subject(in tables: Projector) throws -> Int64? { try tables.person("outbox", "message", message) }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            "UPDATE outbox SET sent_at = ? WHERE message = ? AND is_withdrawn = 0 AND sent_at IS NULL",
            [entry.at.minutes, message], entry,
            else: "message \(message) is not there, or was sent or withdrawn before")
    }
}
