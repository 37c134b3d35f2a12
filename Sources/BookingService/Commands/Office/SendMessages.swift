import BookingStore

/// Somebody sent messages of the outbox (BK-7): all that are named, or none if one of them may not be sent.
public struct SendMessages: UseCase {
    /// Their numbers, 1 or more of them.
    public var messages: [Int64]

    /// The command.
    public init(messages: [Int64]) {
        self.messages = messages
    }
}

extension SendMessages {
    package static let name = "sent"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .nobody }
    package var words: String { "sent" }

    package func perform(in step: CommandStep) throws -> Bool {
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
