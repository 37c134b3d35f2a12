import BookingStore
import CareModel

/// A task was done. Of a duty call it is said what came of it (ST-8).
public struct FinishTask: UseCase {
    /// The task's number.
    public var task: Int64
    /// What came of it.
    public var note: String

    /// The command.
    public init(task: Int64, note: String = "") {
        self.task = task
        self.note = note
    }
}

extension FinishTask {
    package static let name = "done"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .task(task) }
    package var words: String { "done" }

    package func perform(in step: CommandStep) throws -> Bool {
        guard let open = try step.writer.tasks().first(where: { $0.task.task == task }) else {
            throw BookingError.invalid("there is no open task \(task)")
        }
        guard open.task.kind != .dutyCall || note.contains(where: { !$0.isWhitespace }) else {
            throw BookingError.invalid(
                "task \(task) is a duty call for somebody at risk: say what came of it (--note), for nobody is "
                    + "discharged before that (ST-8)")
        }
        // What was asked has an answer (ST-9).
        guard !open.task.kind.isTicket else {
            throw BookingError.invalid(
                "task \(task) is a question to supervision: a supervisor answers it ('ticket --task \(task) --answer')")
        }
        try step.decisions().append(.taskDone(TaskDone(task: task, note: note)))
        return true
    }
}
