import BookingStore
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
    /// The person's name.
    public var name: String?
    /// The name of the clinician whom it is for, if it is for one.
    public var clinicianName: String?
}

extension BookingService {
    /// What is to be done, whatever is due first before the rest (BK-12).
    /// - Parameter day: only what is due by this day; nil is everything.
    public func tasks(dueBy day: CivilDay? = nil, in context: Context) throws -> [OpenTask] {
        try glance(context, .seePeople, KeyedCommand("list of tasks")) { reader in
            let clinicians = try reader.clinicians()
            let tasks = try reader.tasks(dueBefore: day.map { ($0 + 1).start }).map { record in
                let clinician = record.task.clinician.map { Int($0) } ?? -1
                return OpenTask(
                    task: record.task.task, kind: record.task.kind, due: record.task.due, person: record.task.person,
                    isOverdue: record.task.due < context.now,
                    clinicianName: clinicians.indices.contains(clinician) ? clinicians[clinician].name : nil)
            }
            return try reader.named(tasks)
        }
    }

    /// A task was done.
    /// - Parameter note: what came of it.
    public func done(task: Int64, note: String = "", in context: Context) throws {
        _ = try run(context, .book, KeyedCommand("done", .task(task), note)) { step in
            guard try step.writer.tasks().contains(where: { $0.task.task == task }) else {
                throw BookingError.invalid("there is no open task \(task)")
            }
            try step.decisions().append(.taskDone(TaskDone(task: task, note: note)))
            return true
        }
    }
}
