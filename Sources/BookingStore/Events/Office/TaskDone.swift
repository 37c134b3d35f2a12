import CareModel

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

extension TaskDone: StoredEvent {
    static let kind = EventKind.taskDone

    var words: String { "task \(task) was done" + (note.isEmpty ? "" : ": \(note)") }

    func subject(in tables: Projector) throws -> Int64? { try tables.person("tasks", "task", task) }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            "UPDATE tasks SET done_at = ?, note = ? WHERE task = ? AND done_at IS NULL",
            [entry.at.minutes, note, task], entry, else: "there is no task \(task), or it was done before")
    }

    func undo(_ correction: Correction, in tables: Projector, _ entry: EntryHead) throws {
        try tables.run("UPDATE tasks SET done_at = NULL, note = NULL WHERE task = ?", [task])
    }
}
