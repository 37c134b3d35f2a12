public import CareModel

/// Something that somebody must do (BK-12).
public struct OpenTask: Codable, Hashable, Sendable {
    /// Its number; nil if it is done by the command that it names, and by nothing else.
    public var task: Int64?
    /// What; written as a word with hyphens.
    public var kind: TaskKind
    /// By when.
    public var due: CivilMinute
    /// About whom, if about a person.
    public var person: Int64?
    /// Whether the time is over.
    public var isOverdue: Bool
    /// The person's name.
    public var name: String?
    /// The name of the clinician whom it is for, if it is for one.
    public var clinicianName: String?
    /// What it is about, in words: what was asked, or said.
    public var about: String?
    /// The number of the appointment, if it is about one.
    public var appointment: Int64?
    /// The number of the course in a group, if it is about one.
    public var course: Int64?
    /// The command that does it, without the database, or that says that it was done.
    public var command: String?
}
