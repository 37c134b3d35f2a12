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
    static let kind = ServiceEvent.Kind.messageWithdrawn

    var words: String { "message \(message) was withdrawn: \(why)" }

    func subject(in log: LogTable) throws -> Int64? { try log.person("outbox", "message", message) }

    func apply(to tables: Projector, _ entry: LogEntry) throws {
        try tables.change(
            "UPDATE outbox SET is_withdrawn = 1 WHERE message = ? AND is_withdrawn = 0 AND sent_at IS NULL",
            [message], entry, else: "message \(message) is not there, or was sent or withdrawn before")
    }
}
