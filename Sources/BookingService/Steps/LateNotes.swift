import Allocation
import BookingStore
import CareModel

/// Notes and letters about contacts that are late: who owes any takes nobody new (CL-17).
enum LateNotes {
    /// For each clinician who owes any, the one that was due first; to look up only.
    static func first(_ reader: StoreReader, _ now: CivilMinute) throws -> [Int32: TaskAdded] {
        var first: [Int32: TaskAdded] = [:]
        for record in try reader.tasks() {
            let task = record.task
            guard let clinician = task.clinician, task.due < now, task.kind.isWrittenUp,
                (first[clinician]?.due ?? now) > task.due
            else { continue }
            first[clinician] = task
        }
        return first
    }

    /// The desk knows who takes nobody new at a minute, where a team asks for notes.
    static func heed(_ box: DeskBox, _ policy: ServicePolicy, _ reader: StoreReader, _ now: CivilMinute) throws {
        guard policy.rules.contains(where: { $0.safeguards.notesHours > 0 }) else { return }
        let late = try first(reader, now)
        for clinician in box.desk.capacity.clinicians.indices {
            var known = box.desk.capacity.clinicians[clinician]
            let asks = policy.rules[Int(known.team)].safeguards.notesHours > 0
            let owes = asks && late[Int32(clinician)] != nil
            guard owes != known.owesNotes else { continue }
            known.owesNotes = owes
            box.desk.hear(.clinician(clinician, known))
        }
    }
}
