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

extension LogEntry {
    /// The entry without what it says.
    var head: EntryHead { EntryHead(sequence: sequence, at: at, kind: event.kind) }
}
