import CareModel

/// A message waits to be sent by somebody who may send it; this software sends nothing (BK-7).
public struct MessageQueued: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var message: Int64
    /// The person's number.
    public var person: Int64
    /// How it goes.
    public var channel: MessageChannel
    /// The name of its text.
    public var template: String
    /// The consents that the person had given when it was queued; the channel's must be one.
    public var consent: Consents
    /// The appointment that it is about, if any.
    public var appointment: Int64?

    /// A message.
    public init(
        message: Int64, person: Int64, channel: MessageChannel, template: String, consent: Consents,
        appointment: Int64? = nil
    ) {
        self.message = message
        self.person = person
        self.channel = channel
        self.template = template
        self.consent = consent
        self.appointment = appointment
    }
}

extension MessageQueued: StoredEvent {
    static let kind = EventKind.messageQueued

    var words: String { "a message waits to be sent by \(channel.title): \(template.spelledOut)" }

    func subject(in tables: Projector) throws -> Int64? { person }

    /// Nothing is queued without the consent that its channel needs (BK-7).
    func apply(to tables: Projector, _ entry: EntryHead) throws {
        guard consent.contains(channel.consent) else {
            throw tables.refusal(entry, "person \(person) has not agreed to be reached in this way")
        }
        try tables.insert(
            MessageRecord.columns,
            [
                message, person, Int64(channel.rawValue), template, Int64(consent.rawValue), appointment,
                entry.at.minutes, false, nil,
            ], entry)
    }

    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws {
        try tables.run("UPDATE outbox SET is_withdrawn = 1 WHERE message = ?", [message])
    }
}
