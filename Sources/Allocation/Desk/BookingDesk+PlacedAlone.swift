public import CareModel

/// Somebody who needs a room or an interpreter, and the slot that the live search finds for them before a batch.
public struct AlonePlacement: Sendable, Equatable {
    /// The person's number at the desk.
    public let person: Int
    /// What for.
    public let kind: AppointmentKind
    /// Where.
    public let slot: SlotOffer
}

/// The places of those who are placed alone, and the question about everybody else.
public struct TeamBatch: Sendable {
    /// In the order of the lists.
    public let alone: [AlonePlacement]
    /// The others, and the time that is left.
    public let problem: BatchProblem
}

extension BookingDesk {
    /// What a batch proposes for a team (PO-3). The matching knows people and the time of clinicians; a room that
    /// several share (CL-9), and an appointment that an interpreter makes longer than others (EQ-2), are beyond it. The
    /// few who need them are placed first, one after another in the order of the lists, as the live search does.
    /// Nothing is booked.
    public mutating func teamBatch(team: Int) -> TeamBatch {
        let clinicians = capacity.clinicians
        var alone: [AlonePlacement] = []
        for step in Step.allCases {
            let index = team * 2 + Int(step.rawValue)
            for place in 0..<firstLists[index].count {
                placeAlone(Int(firstLists[index][place].person), .firstAppointment, &alone)
            }
            for place in 0..<treatmentLists[index].count {
                placeAlone(Int(treatmentLists[index][place].person), .treatment, &alone)
            }
        }
        let problem = batchProblem(team: team)
        for placed in alone { capacity.release(placed.slot) }
        capacity.clinicians = clinicians
        return TeamBatch(alone: alone, problem: problem)
    }

    /// Whether a person needs a room, or an interpreter.
    func isPlacedAlone(_ person: Int, _ kind: AppointmentKind) -> Bool {
        guard asksForMore(person) else { return false }
        let needs = needs(person, kind)
        return needsRoom(needs, person) || needs.language != 0 && needs.interpreterMinutes >= 0
    }

    /// Finds a place, and takes it until the batch is put together.
    private mutating func placeAlone(_ person: Int, _ kind: AppointmentKind, _ alone: inout [AlonePlacement]) {
        guard isPlacedAlone(person, kind),
            let slot = kind == .firstAppointment ? firstAppointmentOffer(person) : courseOffer(person),
            capacity.book(slot)
        else { return }
        if kind == .treatment { capacity.takeOn(Int(slot.clinician), today: now.day) }
        alone.append(AlonePlacement(person: person, kind: kind, slot: slot))
    }
}
