import Allocation
import CareModel
import RandomStreams

/// Notes of contacts that are written late, and stop new allocations to the clinician until they are done (CL-17).
extension Workforce {
    /// Somebody was seen: whether the notes will be late, and for how many days.
    /// - Parameters:
    ///   - contact: the appointment, as it was booked.
    ///   - occasion: its number among the person's appointments.
    static func writeNotes(_ person: Int, after contact: SlotOffer, occasion: Int, _ service: inout Simulation) {
        let input = service.inForce.practices[service.team(person)].safeguards
        let key = service.desk.people[person].key
        guard let due = input.rule.notesDue(after: contact.start + Int64(contact.minutes)),
            service.random.happens(.notesLate, of: key, occasion, share: input.notesLate)
        else { return }
        let drawn = service.random.uniform(.notesDays, of: key, occasion)
        let first = due.day + 1
        let last = first + Int32(drawn * Double(2 * input.notesLateDays - 1))
        service.workforce.posts[Int(contact.clinician)].lateNotes.append(first...last)
    }

    /// Who takes nobody new today because notes are late.
    static func heedLateNotes(on today: CivilDay, _ service: inout Simulation) {
        for clinician in service.workforce.posts.indices {
            let owed = service.desk.capacity.clinicians[clinician].owesNotes
            guard owed || !service.workforce.posts[clinician].lateNotes.isEmpty else { continue }
            service.workforce.posts[clinician].lateNotes.removeAll { $0.upperBound < today }
            let owes = service.workforce.posts[clinician].lateNotes.contains { $0.contains(today) }
            guard owes != owed else { continue }
            var known = service.desk.capacity.clinicians[clinician]
            known.owesNotes = owes
            service.hear(.clinician(clinician, known))
        }
    }
}
