import Allocation
public import BookingStore
public import CareModel

/// A message to a person (BK-7).
public struct OutboxMessage: Codable, Hashable, Sendable {
    /// Its number.
    public var message: Int64
    /// The person's number.
    public var person: Int64
    /// How it goes.
    public var channel: MessageChannel
    /// The name of its text.
    public var template: String
    /// The appointment that it is about, if any.
    public var appointment: Int64?
    /// When it was queued.
    public var queuedAt: CivilMinute
    /// When somebody sent it; nil if nobody said so.
    public var sentAt: CivilMinute?
    /// Whether it is not to be sent, because it is not true any more.
    public var isWithdrawn: Bool
    /// The person's name.
    public var name: String?
}

extension BookingService {
    /// The messages that wait to be sent, in the order in which they were queued (BK-7): only such as the person agreed
    /// to, and as are true at the present minute. This software sends none.
    /// - Parameter all: those that were sent or withdrawn too.
    public func outbox(
        person: Int64? = nil, all: Bool = false, in context: Context
    ) throws -> [OutboxMessage] {
        let seen = KeyedCommand(
            person == nil ? "outbox" : "outbox of one person", person.map { .person($0) } ?? .nobody)
        return try glance(context, .seePeople, seen) { reader in
            var messages: [OutboxMessage] = []
            for record in try reader.outbox(ofPerson: person, waitingOnly: !all) {
                let isTrue = try reader.isTrue(record.message, at: context.now)
                let isWithdrawn = record.isWithdrawn || (record.sentAt == nil && !isTrue)
                guard all || !isWithdrawn else { continue }
                messages.append(
                    OutboxMessage(
                        message: record.message.message, person: record.message.person,
                        channel: record.message.channel, template: record.message.template,
                        appointment: record.message.appointment, queuedAt: record.queuedAt, sentAt: record.sentAt,
                        isWithdrawn: isWithdrawn))
            }
            return try reader.named(messages)
        }
    }

    /// Somebody sent messages of the outbox (BK-7): all that are named, or none if one of them may not be sent.
    /// - Parameter messages: their numbers, 1 or more of them.
    public func sent(messages: [Int64], in context: Context) throws {
        _ = try run(context, .book, KeyedCommand("sent", .nobody, messages)) { step in
            let waiting = try step.writer.outbox()
            for number in messages {
                guard let record = waiting.first(where: { $0.message.message == number }),
                    try step.writer.isTrue(record.message, at: step.context.now)
                else {
                    throw BookingError.invalid(
                        "message \(number) does not wait to be sent: there is none, or it was sent or withdrawn")
                }
                try step.decisions().append(.messageSent(MessageSent(message: number)))
            }
            return true
        }
    }
}

extension StoreReader {
    /// Whether a message may go out: the person lives and still agrees to be reached so, and what it says of an
    /// appointment still holds. A letter to the general practitioner goes out whatever became of the person.
    func isTrue(_ message: MessageQueued, at now: CivilMinute) throws -> Bool {
        guard let identity = try identity(ofPerson: message.person),
            identity.consents.contains(message.channel.consent)
        else { return false }
        let hasDied = try person(message.person)?.episode.endReason == .died
        if hasDied, message.channel != .practitionerLetter { return false }
        guard let number = message.appointment, let record = try appointment(number) else { return true }
        guard MessageTemplate(rawValue: message.template)?.isOfComing == true else { return true }
        return record.status == .standing && record.attendance == nil && record.placement.start > now
    }
}
