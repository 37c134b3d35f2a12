public import BookingStore
public import CareModel

/// Something that somebody must do (BK-12).
public struct OpenTask: Codable, Hashable, Sendable {
    /// Its number.
    public var task: Int64
    /// What, as a word with hyphens.
    public var kind: String
    /// By when.
    public var due: CivilMinute
    /// About whom, if about a person.
    public var person: Int64?
    /// Whether the time is over.
    public var isOverdue: Bool
}

/// A message that waits to be sent by somebody who may send it (BK-7).
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
}

extension BookingService {
    /// What is to be done, whatever is due first before the rest (BK-12).
    /// - Parameter day: only what is due by this day; nil is everything.
    public func tasks(dueBy day: CivilDay? = nil, in context: Context) throws -> [OpenTask] {
        try store.read { reader in
            try BookingService.check(.seePeople, context.author, reader)
            return try reader.tasks(dueBefore: day.map { ($0 + 1).start }).map { record in
                OpenTask(
                    task: record.task.task, kind: record.task.kind, due: record.task.due, person: record.task.person,
                    isOverdue: record.task.due < context.now)
            }
        }
    }

    /// A task was done.
    /// - Parameter note: what came of it.
    public func done(task: Int64, note: String = "", in context: Context) throws {
        _ = try run(context, .book, "done \(task) \(note)") { step in
            guard try step.writer.tasks().contains(where: { $0.task.task == task }) else {
                throw BookingError.invalid("there is no open task \(task)")
            }
            try step.decisions().append(.taskDone(TaskDone(task: task, note: note)))
            return true
        }
    }

    /// The messages that wait to be sent, in the order in which they were queued (BK-7): only such as the person agreed
    /// to. This software sends none.
    public func outbox(person: Int64? = nil, in context: Context) throws -> [OutboxMessage] {
        try store.read { reader in
            try BookingService.check(.seePeople, context.author, reader)
            return try reader.outbox(ofPerson: person).filter { !$0.isWithdrawn }.map { record in
                OutboxMessage(
                    message: record.message.message, person: record.message.person, channel: record.message.channel,
                    template: record.message.template, appointment: record.message.appointment,
                    queuedAt: record.queuedAt)
            }
        }
    }
}
