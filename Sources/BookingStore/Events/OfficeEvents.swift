public import CareModel

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

/// Somebody sent a message (BK-7).
public struct MessageSent: Hashable, Sendable, Codable {
    /// Its number.
    public var message: Int64

    /// A message that was sent.
    public init(message: Int64) { self.message = message }
}

/// Something that somebody must do by a day (BK-12).
public struct TaskAdded: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var task: Int64
    /// What, as a word with hyphens.
    public var kind: String
    /// By when.
    public var due: CivilMinute
    /// About whom, if about a person.
    public var person: Int64?
    /// For whom, if for a clinician.
    public var clinician: Int32?
    /// For which team, if for one.
    public var team: UInt8?

    /// A task.
    public init(
        task: Int64, kind: String, due: CivilMinute, person: Int64? = nil, clinician: Int32? = nil, team: UInt8? = nil
    ) {
        self.task = task
        self.kind = kind
        self.due = due
        self.person = person
        self.clinician = clinician
        self.team = team
    }
}

/// A task was done.
public struct TaskDone: Hashable, Sendable, Codable {
    /// Its number.
    public var task: Int64
    /// What came of it.
    public var note: String

    /// The end of a task.
    public init(task: Int64, note: String = "") {
        self.task = task
        self.note = note
    }
}
