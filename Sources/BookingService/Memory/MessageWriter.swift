import Allocation
import BookingStore
import CareModel

/// Puts what people are told in the outbox, and takes back what is not true any more (BK-7).
struct MessageWriter {
    let log: StepLog

    /// Tells a person what the desk says they are told.
    func write(_ message: DeskMessage, to person: Int) throws {
        guard let start = message.about else { return try tell(person, message.template) }
        guard let number = try log.appointment(of: person, at: start) else { return }
        // Whoever was told of an appointment that was moved to this one without a word is told of that one.
        let told = try toldOf(number, person)
        guard told != nil || !message.ifTold else { return }
        let isBack = message.template == .appointmentCancelled
        try tell(person, message.template, appointment: isBack ? told ?? number : number)
    }

    /// Puts a message to a person in the outbox: by the channel that the person prefers, if they agreed to it, else by
    /// the first that they agreed to; without any consent, nothing (BK-7, BK-8).
    func tell(_ person: Int, _ template: MessageTemplate, appointment: Int64? = nil) throws {
        // Nothing goes to somebody who died, or to their practice as if they had left.
        guard log.box.desk.episodes[person].endReason != .died,
            let identity = try log.writer.identity(ofPerson: Int64(person + 1))
        else { return }
        if let channel = identity.channel {
            try queue(person, template, channel, identity.consents, appointment)
        } else if template.mustBeTold {
            try log.tasks.add(.tellByTelephone, due: log.now, person: person)
        }
        if template.goesToPractitioner, identity.consents.contains(.practitionerLetter) {
            try queue(person, template, .practitionerLetter, identity.consents, appointment)
        }
    }

    private func queue(
        _ person: Int, _ template: MessageTemplate, _ channel: MessageChannel, _ consents: Consents,
        _ appointment: Int64?
    ) throws {
        let number = try log.writer.nextNumber(of: .message)
        try log.append(
            .messageQueued(
                MessageQueued(
                    message: number, person: Int64(person + 1), channel: channel, template: template.rawValue,
                    consent: consents, appointment: appointment)))
    }

    /// The appointment that a person was told of last by a message that was sent: this one, or the one that was moved
    /// to it without a word being sent since; nil if the person was told of neither.
    private func toldOf(_ appointment: Int64, _ person: Int) throws -> Int64? {
        let sent = try log.writer.outbox(ofPerson: Int64(person + 1), waitingOnly: false).filter {
            $0.sentAt != nil && MessageTemplate(rawValue: $0.message.template)?.isOfComing == true
        }.compactMap(\.message.appointment)
        guard !sent.isEmpty else { return nil }
        var number: Int64? = appointment
        while let known = number {
            if sent.contains(known) { return known }
            number = try log.writer.appointment(known)?.booking.replaces
        }
        return nil
    }

    /// Messages that an appointment is to come are withdrawn, if they wait to be sent.
    func withdraw(about appointment: Int64, _ why: String) throws {
        guard let person = try log.writer.appointment(appointment)?.placement.person else { return }
        for message in try log.writer.outbox(ofPerson: person)
        where message.message.appointment == appointment
            && MessageTemplate(rawValue: message.message.template)?.isOfComing == true
        {
            try withdraw(message, why)
        }
    }

    /// Messages to a person that are not true any more are withdrawn, if they wait to be sent.
    func withdraw(of person: Int64, _ why: String, _ isUntrue: (MessageTemplate) -> Bool) throws {
        for message in try log.writer.outbox(ofPerson: person) {
            guard let template = MessageTemplate(rawValue: message.message.template), isUntrue(template) else {
                continue
            }
            try withdraw(message, why)
        }
    }

    /// A message that waits to be sent is withdrawn.
    func withdraw(_ message: MessageRecord, _ why: String) throws {
        try log.append(.messageWithdrawn(MessageWithdrawn(message: message.message.message, why: why)))
    }
}

extension Identity {
    /// How the person is reached: as they prefer, else in the order of speed; nil if they agreed to nothing.
    var channel: MessageChannel? {
        let wanted = [preferredChannel].compactMap { $0 } + [.textMessage, .email, .post, .voicemail]
        return wanted.first { $0 != .practitionerLetter && consents.contains($0.consent) }
    }
}
