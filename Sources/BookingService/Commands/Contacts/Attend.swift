import Allocation

/// Records what became of a standing appointment (AT-1), and what follows. The waits that it ends and begins are
/// counted to and from the appointment, however late it is recorded; what is to be done next is counted from now.
public struct Attend: UseCase {
    /// The appointment's number.
    public var appointment: Int64
    /// What became of it.
    public var contact: ContactRecord

    /// The command.
    public init(appointment: Int64, contact: ContactRecord) {
        self.appointment = appointment
        self.contact = contact
    }
}

extension Attend {
    package static let name = "attend"
    package static let right: Permission? = .recordContact
    package var subject: CommandSubject { .appointment(appointment) }
    package var words: String { "attend" }

    package func perform(in step: CommandStep) throws -> PersonStanding {
        var decisions = step.decisions()
        defer { step.box.desk.tookPlace = nil }
        return try step.contacts.record(appointment, contact, &decisions)
    }
}
