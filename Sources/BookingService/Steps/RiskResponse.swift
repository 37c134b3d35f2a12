import Allocation
import BookingStore
import CareModel

/// What is done at once for somebody at risk (BK-11).
struct RiskResponse: StepPart {
    let step: CommandStep

    /// Tells the desk of risk, and says what came of it.
    func find(
        _ index: Int, with clinician: Int, from: CivilMinute, _ decisions: inout DecisionWriter
    ) throws -> UrgentSlot {
        let appointments = box.appointments
        let before = decisions.decided.count
        let (why, fact) = (decisions.why, DeskFact.riskFound(UInt32(index), clinician: Int32(clinician), from: from))
        try step.require(fact, "an urgent slot")
        decisions.why = "an urgent slot for somebody at risk"
        try decisions.hear(fact)
        decisions.why = why
        var slot = UrgentSlot(
            person: Int64(index + 1), start: from, isDuty: false, displaced: [], reason: Wording.noUrgentSlot)
        for effect in decisions.decided[before...] {
            if case .urgentSlot(_, let clinician, let start) = effect, clinician >= 0 {
                slot.clinician = clinician
                slot.clinicianName = box.clinicians[Int(clinician)].name
                slot.start = start
                slot.isDuty = box.desk.capacity.absence(Int(clinician), on: start.day).contains(.duty)
            } else if let (other, given) = effect.givenUp {
                let number = appointments[Int(other), given.start] ?? 0
                slot.displaced.append(try affected(Int(other), number))
            }
        }
        let shown = step.shown.slotsApart(for: slot.displaced.map { Int($0.person - 1) }, limit: 3)
        for place in slot.displaced.indices {
            slot.displaced[place].slots = shown[place]
            let known = box.desk.people[Int(slot.displaced[place].person - 1)]
            slot.displaced[place].goesOnAt = known.isBooked ? known.slotStart : nil
        }
        slot.displaced = try writer.named(slot.displaced)
        slot.name = try step.name(of: slot.person)
        if let name = slot.clinicianName {
            slot.reason = Wording.urgent(name, slot.start, isDuty: slot.isDuty, displaced: slot.displaced.count)
        }
        return slot
    }

    private func affected(_ index: Int, _ appointment: Int64) throws -> AffectedBooking {
        let start = try writer.appointment(appointment)?.placement.start ?? context.now
        return AffectedBooking(person: Int64(index + 1), appointment: appointment, start: start, slots: [])
    }
}

extension CommandStep {
    /// What is done at once for somebody at risk.
    var risk: RiskResponse { RiskResponse(step: self) }
}

extension DeskEffect {
    /// The appointment that will not take place, and whose it was; nil of what gives none up.
    fileprivate var givenUp: (person: UInt32, appointment: DeskAppointment)? {
        if case .cancelled(let person, let appointment, _) = self { return (person, appointment) }
        if case .laterCancelled(let person, let appointment, _) = self { return (person, appointment) }
        return nil
    }
}
