import Allocation
import CareModel

extension DecisionWriter {
    /// What has begun is not still to come: whatever would give it up waits for its outcome (AT-1).
    /// - Throws: ``BookingError/begun(person:appointment:start:)``, ``BookingError/groupBegun(_:start:)``.
    func checkBegun(_ fact: DeskFact) throws {
        if let begun = box.desk.begun(givenUpBy: fact) { throw box.error(begun) }
    }
}

extension DeskBox {
    /// A contact that has begun, as the reason why something is refused.
    func error(_ begun: BegunContact) -> BookingError {
        if let group = begun.group { return .groupBegun(Int64(group) + 1, start: begun.start) }
        let person = Int(begun.person)
        let later = laterAppointments[LaterKey(person: person, start: begun.start)]
        return .begun(person: Int64(person) + 1, appointment: later ?? appointments[person], start: begun.start)
    }
}
