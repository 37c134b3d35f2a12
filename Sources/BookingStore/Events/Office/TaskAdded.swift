public import CareModel

/// Something that somebody must do by a day (BK-12).
public struct TaskAdded: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var task: Int64
    /// What; stored as a word with hyphens.
    public var kind: TaskKind
    /// By when.
    public var due: CivilMinute
    /// About whom, if about a person.
    public var person: Int64?
    /// For whom, if for a clinician.
    public var clinician: Int32?
    /// For which team, if for one.
    public var team: UInt8?
    /// What it is about, in words: what was asked, or said.
    public var about: String?

    /// A task.
    public init(
        task: Int64, kind: TaskKind, due: CivilMinute, person: Int64? = nil, clinician: Int32? = nil,
        team: UInt8? = nil,
        about: String? = nil
    ) {
        self.task = task
        self.kind = kind
        self.due = due
        self.person = person
        self.clinician = clinician
        self.team = team
        self.about = about
    }
}

extension TaskAdded: StoredEvent {
    static let kind = EventKind.taskAdded

    var words: String { words(LogNames()) }

    func words(_ names: LogNames) -> String {
        let who = clinician.map { " (\(names.clinician($0)))" } ?? ""
        let what = about.map { ", \($0)" } ?? ""
        return "to be done by \(due): \(kind.words)\(who)\(what)"
    }

    func subject(in tables: Projector) throws -> Int64? { person }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.insert(
            TaskRecord.columns,
            [
                task, kind.rawValue, due.minutes, person, clinician.map { Int64($0) }, team.map { Int64($0) },
                entry.at.minutes, nil, nil, about,
            ], entry)
    }
}
