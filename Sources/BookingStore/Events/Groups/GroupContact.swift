public import CareModel

/// What became of a person at a session of a course (AT-1, TX-4).
public struct GroupContact: Hashable, Sendable, Codable {
    /// The course's number.
    public var group: Int64
    /// Which session, from 1.
    public var session: Int
    /// The person's number.
    public var person: Int64
    /// The outcome, cancellations too: a seat is no appointment that could be given to anybody else.
    public var attendance: Attendance
    /// PHQ-9 and GAD-7 taken at it (TX-10).
    public var scores: Scores?

    /// An outcome.
    public init(group: Int64, session: Int, person: Int64, attendance: Attendance, scores: Scores? = nil) {
        self.group = group
        self.session = session
        self.person = person
        self.attendance = attendance
        self.scores = scores
    }
}

extension GroupContact: StoredEvent {
    static let kind = EventKind.groupContact

    var words: String { "session \(session) of course \(group): \(attendance.name.replacing("-", with: " "))" }

    func subject(in tables: Projector) throws -> Int64? { person }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.insert(
            GroupContactRecord.columns,
            [
                entry.sequence, group, session, person, Int64(attendance.rawValue),
                (scores?.depression).map { Int64($0) }, (scores?.anxiety).map { Int64($0) }, entry.at.minutes,
            ], entry)
    }

    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            "DELETE FROM group_contacts WHERE entry = ?", [correction.wrong.sequence], entry,
            else: "entry \(correction.wrong.sequence) was undone before")
    }
}
