/// An earlier entry is undone: it was wrong (BK-4). The entry stays in the log.
public struct Corrected: Hashable, Sendable, Codable {
    /// The sequence number of the entry.
    public var sequence: Int64
    /// Why.
    public var why: String

    /// A correction.
    public init(sequence: Int64, why: String) {
        self.sequence = sequence
        self.why = why
    }
}

extension Corrected: StoredEvent {
    static let kind = EventKind.corrected
    private static let columns = Columns("sequence, corrected_by", of: "corrections")

    var takesTime: Bool { true }

    var words: String { "entry \(sequence) was undone: \(why)" }

    func subject(in tables: Projector) throws -> Int64? { try tables.person("log", "sequence", sequence) }

    /// Undoes an earlier entry (BK-4): the tables become what they would be without it. The entry stays in the log.
    func apply(to tables: Projector, _ entry: EntryHead) throws {
        guard let wrong = try LogTable(database: tables.database).entry(sequence), wrong.sequence < entry.sequence
        else { throw tables.refusal(entry, "there is no entry \(sequence)") }
        try tables.insert(Corrected.columns, [sequence, entry.sequence], entry)
        try wrong.event.stored.undo(Correction(wrong: wrong.head, why: why), in: tables, entry)
    }
}
