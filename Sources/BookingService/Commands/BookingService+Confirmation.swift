import Allocation
import BookingStore
import CareModel

extension BookingService {
    /// The person confirms an appointment, where appointments must be confirmed (FA-7).
    public func confirmed(appointment: Int64, in context: Context) throws -> PersonStanding {
        try run(context, .book, KeyedCommand("confirmed", .appointment(appointment))) { step in
            let person = try step.person(with: appointment)
            let record = try step.writer.tasks().first { try step.isConfirmation($0, of: Int(person - 1)) }
            guard let record else {
                throw BookingError.invalid("appointment \(appointment) need not be confirmed, or was confirmed before")
            }
            let done = TaskDone(task: record.task.task, note: "the person confirmed appointment \(appointment)")
            try step.decisions().append(.taskDone(done))
            return try step.state(of: person)
        }
    }

    /// Cancels the appointments that were not confirmed in time (FA-7): it is the person's cancelling, with the notice
    /// of the last minute for it (AT-2), however late this is done. Their time is free, and people wait for another.
    /// - Returns: whose appointments, in the order in which they were to be confirmed.
    public func cancelUnconfirmed(in context: Context) throws -> [PersonStanding] {
        try run(context, .book, KeyedCommand("cancel what was not confirmed")) { step in
            defer { step.box.desk.tookPlace = nil }
            var cancelled: [PersonStanding] = []
            for record in try step.writer.tasks(dueBefore: step.context.now + 1)
            where record.task.kind == DecisionWriter.confirmation {
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
                let goesOn = try step.isExcepted(index, .cancelledByPatient, .asks, &decisions)
                try decisions.hear(.cancelledByPerson(UInt32(index), rebooks: true, exception: goesOn))
                step.box.desk.tookPlace = nil
                cancelled.append(try step.state(of: person))
            }
            return cancelled
        }
    }
}

extension BookingService.CommandStep {
    /// Whether a task is to see that the appointment which stands for a person is confirmed.
    fileprivate func isConfirmation(_ record: TaskRecord, of index: Int) throws -> Bool {
        let known = box.desk.people[index]
        guard record.task.kind == DecisionWriter.confirmation, record.task.person == Int64(index + 1), known.isBooked
        else { return false }
        let policy = box.desk.rules[box.desk.team(index)].attendance
        return policy.confirmBy(start: known.slotStart, bookedAt: known.bookedAt) == record.task.due
    }
}
