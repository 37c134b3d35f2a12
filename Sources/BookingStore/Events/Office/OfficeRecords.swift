public import CareModel

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
