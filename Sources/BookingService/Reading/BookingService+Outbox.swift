import BookingStore
import CareModel

extension BookingService {
    /// The messages that wait to be sent, in the order in which they were queued (BK-7): only such as the person agreed
    /// to, and as are true at the present minute. This software sends none.
    /// - Parameter all: those that were sent or withdrawn too.
    public func outbox(
        person: Int64? = nil, all: Bool = false, in context: Context
    ) throws(BookingError) -> [OutboxMessage] {
        try glance(context, .outbox(person: person)) { reader in
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
