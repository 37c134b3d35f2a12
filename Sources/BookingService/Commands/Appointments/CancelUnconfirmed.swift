import Allocation
import BookingStore
import CareModel

/// Cancels the appointments that were not confirmed in time (FA-7): it is the person's cancelling, with the notice of
/// the last minute for it (AT-2), however late this is done. Their time is free, and people wait for another. The reply
/// says whose, in the order in which they were to be confirmed.
public struct CancelUnconfirmed: UseCase {
    /// The command.
    public init() {}
}

extension CancelUnconfirmed {
    package static let name = "cancel-unconfirmed"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .nobody }
    package var words: String { "cancel what was not confirmed" }

    package func perform(in step: CommandStep) throws -> [PersonStanding] {
        defer { step.box.desk.tookPlace = nil }
        var cancelled: [PersonStanding] = []
        for record in try step.writer.tasks(dueBefore: step.context.now + 1)
        where record.task.kind == .confirmedOrCancel {
            let isOpen = try step.writer.tasks().contains { $0.task.task == record.task.task }
            guard let person = record.task.person, isOpen else { continue }
            let index = Int(person - 1)
            var decisions = step.decisions()
            guard try step.isConfirmation(record, of: index),
                step.box.desk.people[index].slotStart > step.context.now
            else {
                try decisions.append(.taskDone(TaskDone(task: record.task.task, note: "it does not stand")))
                continue
            }
            decisions.why = "not confirmed"
            step.box.desk.tookPlace = record.task.due
            try decisions.append(.taskDone(TaskDone(task: record.task.task, note: "not confirmed: cancelled")))
            // Nobody is sent away by a whole list at once: a supervisor decides (AT-3).
            let goesOn = try step.limits.isExcepted(index, .cancelledByPatient, .asks, &decisions)
            try decisions.hear(.cancelledByPerson(UInt32(index), rebooks: true, exception: goesOn))
            step.box.desk.tookPlace = nil
            cancelled.append(try step.state(of: person))
        }
        return cancelled
    }
}
