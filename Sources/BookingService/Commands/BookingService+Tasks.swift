import Allocation
import BookingStore
public import CareModel

/// Something that somebody must do (BK-12).
public struct OpenTask: Codable, Hashable, Sendable {
    /// Its number; nil if it is done by the command that it names, and by nothing else.
    public var task: Int64?
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
    /// The number of the appointment, if it is about one.
    public var appointment: Int64?
    /// The number of the course in a group, if it is about one.
    public var course: Int64?

    /// What is to be done of a contact that is over and has no outcome.
    public static let outcome = "record-outcome"
}

extension BookingService {
    /// What is to be done, whatever is due first before the rest (BK-12). Outcomes that nobody recorded on the day are
    /// among it: whoever waits for nothing but an outcome stands on no other list (KP-10).
    /// - Parameter day: only what is due by this day; nil is everything.
    public func tasks(dueBy day: CivilDay? = nil, in context: Context) throws -> [OpenTask] {
        try look(context, .seePeople, KeyedCommand("list of tasks")) { step in
            let added = try step.writer.tasks(dueBefore: day.map { ($0 + 1).start }).map { record in
                let clinician = record.task.clinician.map { Int($0) } ?? -1
                return OpenTask(
                    task: record.task.task, kind: record.task.kind, due: record.task.due, person: record.task.person,
                    isOverdue: record.task.due < context.now,
                    clinicianName: step.clinicianName(clinician))
            }
            let missing = try step.outcomesMissing().filter { task in day.map { task.due.day <= $0 } ?? true }
            let tasks = (missing + added).enumerated()
                .sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }.map(\.element)
            return try step.writer.named(tasks)
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

extension BookingService.CommandStep {
    /// Contacts of earlier days of which nobody recorded what became, by start.
    fileprivate func outcomesMissing() throws -> [OpenTask] {
        let today = context.now.day
        let alone = try writer.standingAppointments(before: today.start).map { record in
            OpenTask(
                kind: OpenTask.outcome, due: (record.placement.start.day + 1).start, person: record.placement.person,
                isOverdue: true, clinicianName: clinicianName(Int(record.placement.clinician)),
                appointment: record.appointment)
        }
        let sessions = box.desk.groups.enumerated().filter { _, group in
            (group.stage == .confirmed || group.stage == .running) && group.due.day < today
        }
        return alone
            + sessions.map { number, group in
                OpenTask(
                    kind: OpenTask.outcome, due: (group.due.day + 1).start, isOverdue: true, course: Int64(number + 1))
            }
    }

    /// The name of a clinician; nil if there is none with this number.
    fileprivate func clinicianName(_ clinician: Int) -> String? {
        box.clinicians.indices.contains(clinician) ? box.clinicians[clinician].name : nil
    }
}
