public import CareModel

/// An entry of the log.
public struct LogEntry: Hashable, Sendable {
    /// Its place, from 1, without gaps.
    public var sequence: Int64
    /// When it was made.
    public var at: CivilMinute
    /// Who made it, and from where.
    public var by: Author
    /// What happened.
    public var event: ServiceEvent

    /// An entry.
    public init(sequence: Int64, at: CivilMinute, by: Author, event: ServiceEvent) {
        self.sequence = sequence
        self.at = at
        self.by = by
        self.event = event
    }
}

/// Somebody looked at a person's record (IG-1).
public struct AccessRecord: Hashable, Sendable {
    /// Its place, from 1.
    public var entry: Int64
    /// When.
    public var at: CivilMinute
    /// Who, and from where.
    public var by: Author
    /// Whose record; 0 is a whole list, or nobody in particular.
    public var person: Int64
    /// What was looked at.
    public var what: String
    /// Whether the look was refused.
    public var isRefused: Bool

    /// A look.
    public init(entry: Int64, at: CivilMinute, by: Author, person: Int64, what: String, isRefused: Bool = false) {
        self.entry = entry
        self.at = at
        self.by = by
        self.person = person
        self.what = what
        self.isRefused = isRefused
    }
}

/// A task as it stands (BK-12).
public struct TaskRecord: Hashable, Sendable {
    /// What is to be done, and by when.
    public var task: TaskAdded
    /// When it was added.
    public var addedAt: CivilMinute
    /// When it was done; nil while it is open.
    public var doneAt: CivilMinute?
    /// What came of it.
    public var note: String?

    /// A task.
    public init(task: TaskAdded, addedAt: CivilMinute, doneAt: CivilMinute?, note: String?) {
        self.task = task
        self.addedAt = addedAt
        self.doneAt = doneAt
        self.note = note
    }
}

/// A message of the outbox (BK-7).
public struct MessageRecord: Hashable, Sendable {
    /// What is to be sent, and how.
    public var message: MessageQueued
    /// When it was queued.
    public var queuedAt: CivilMinute
    /// Not true any more, or queued in error: it is not to be sent (BK-4, BK-7).
    public var isWithdrawn: Bool
    /// When somebody sent it; nil if nobody said so.
    public var sentAt: CivilMinute?

    /// A message.
    public init(message: MessageQueued, queuedAt: CivilMinute, isWithdrawn: Bool, sentAt: CivilMinute? = nil) {
        self.message = message
        self.queuedAt = queuedAt
        self.isWithdrawn = isWithdrawn
        self.sentAt = sentAt
    }
}
