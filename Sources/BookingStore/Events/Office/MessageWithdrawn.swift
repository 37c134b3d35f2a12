/// A message is not true any more: it is not to be sent (BK-7).
public struct MessageWithdrawn: Hashable, Sendable, Codable {
    /// Its number.
    public var message: Int64
    /// Why.
    public var why: String

    /// The end of a message.
    public init(message: Int64, why: String) {
        self.message = message
        self.why = why
    }
}

extension MessageWithdrawn: StoredEvent {
    static let kind = EventKind.messageWithdrawn

    var words: String { "message \(message) was withdrawn: \(why)" }

    func subject(in tables: Projector) throws -> Int64? { try tables.person("outbox", "message", message) }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            "UPDATE outbox SET is_withdrawn = 1 WHERE message = ? AND is_withdrawn = 0 AND sent_at IS NULL",
            [message], entry, else: "message \(message) is not there, or was sent or withdrawn before")
    }
}
