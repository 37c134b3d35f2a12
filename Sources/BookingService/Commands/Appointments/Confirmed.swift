import BookingStore

/// The person confirms an appointment, where appointments must be confirmed (FA-7).
public struct Confirmed: UseCase {
    /// The appointment's number.
    public var appointment: Int64

    /// The command.
    public init(appointment: Int64) {
        self.appointment = appointment
    }
}

extension Confirmed {
    package static let name = "confirmed"
    package static let right: Permission? = .book
    package var subject: CommandSubject { .appointment(appointment) }
    package var words: String { "confirmed" }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        let person = try step.person(with: appointment)
        let record = try step.writer.tasks().first { try step.isConfirmation($0, of: Int(person - 1)) }
        guard let record else {
            throw BookingError.invalid(
                "appointment \(appointment) need not be confirmed, or was confirmed before: 'tasks' lists those that "
                    + "must be")
        }
        let done = TaskDone(task: record.task.task, note: "the person confirmed appointment \(appointment)")
        try step.decisions().append(.taskDone(done))
        return try step.state(of: person)
    }
}
