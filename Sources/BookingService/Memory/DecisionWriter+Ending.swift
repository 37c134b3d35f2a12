import Allocation
import BookingStore
import CareModel

// Before an episode ends, a supervisor has agreed where one must, and no risk is open (ST-8).

extension DecisionWriter {
    /// A discharge without recovery is agreed with a supervisor: who agrees is kept with a task that is done (ST-8).
    /// - Throws: ``BookingError/needsSupervisor(person:)`` if nobody has.
    func checkAgreed(_ fact: DeskFact) throws {
        guard case .closed(let person, let reason) = fact, box.desk.needsAgreement(Int(person), toEnd: reason) else {
            return
        }
        guard let supervisor, supervisor.contains(where: { !$0.isWhitespace }) else {
            throw BookingError.needsSupervisor(person: Int64(person) + 1)
        }
        try log.tasks.agreeDischarge(of: Int(person), "agreed by \(supervisor)")
    }

    /// Nobody is discharged with a risk that nobody has addressed, engaged or not (ST-8). Whoever is referred on is
    /// in the hands of others.
    /// - Throws: ``BookingError/riskOpen(person:task:due:)``.
    func checkNoRisk(_ person: Int, _ reason: EndReason) throws {
        guard !isReplay, reason != .died, reason != .referredOn else { return }
        let open = try writer.tasks().first {
            $0.task.person == Int64(person) + 1 && $0.task.kind == .dutyCall
        }
        guard let open else { return }
        throw BookingError.riskOpen(person: Int64(person) + 1, task: open.task.task, due: open.task.due)
    }
}
