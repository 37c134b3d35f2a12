import Allocation
import BookingStore

/// Puts the outcome of an appointment right (BK-4): the wrong one is undone by an entry, with everything that followed
/// from it, and the right one is recorded as if it had been at first. Where only the scores, or whether somebody was
/// late, were wrong, what was agreed stays. It is refused where something later depends on it, and is corrected first.
public struct Correct: UseCase {
    /// The appointment's number.
    public var appointment: Int64
    /// The right outcome; nil leaves the appointment without one. A cancellation that is undone leaves it standing, if
    /// its time is still free.
    public var contact: ContactRecord?
    /// What was wrong.
    public var why: String

    /// The command.
    public init(appointment: Int64, contact: ContactRecord? = nil, why: String = "") {
        self.appointment = appointment
        self.contact = contact
        self.why = why
    }
}

extension Correct {
    package static let name = "correct"
    package static let right: Permission? = .recordContact
    package var subject: CommandSubject { .appointment(appointment) }
    package var words: String { "correct" }

    package func perform(in step: CommandStep) throws -> CorrectionReply {
        guard let record = try step.writer.appointment(appointment), let person = record.placement.person,
            let outcome = record.attendance, let entry = try step.corrections.outcomeEntry(of: appointment, person)
        else { throw BookingError.nothingToCorrect(appointment) }
        if let contact, try step.corrections.amend(record, outcome, contact, entry, why) {
            return CorrectionReply(state: try step.state(of: person))
        }
        let undoing = Undoing(person: person, from: try step.corrections.origin(of: entry, person), why: why)
        let undone = try step.corrections.undo(undoing, about: record)
        let again = try step.readAgain()
        guard try again.corrections.isWhere(person, before: record) else {
            throw BookingError.dependsOn(
                "the log does not say where person \(person) was before appointment \(appointment), so that only "
                    + "its scores, or whether somebody was late, can be put right")
        }
        var reply = CorrectionReply(
            state: try again.state(of: person), restored: undone.restored, lost: undone.lost,
            givenUp: undone.givenUp)
        if let contact {
            var decisions = again.decisions()
            defer { again.box.desk.tookPlace = nil }
            reply.state = try again.contacts.record(appointment, contact, &decisions)
        }
        return reply
    }
}
