import Allocation
import BookingStore
import CareModel

extension BookingService {
    /// Places a team's whole waiting list in all its free time at once, as well as can be by the order of criteria
    /// (PO-3): a proposal, of which somebody may accept all or a part. Nothing changes by it.
    public func propose(team: Int, in context: Context) throws(BookingError) -> Proposal {
        try look(context, .proposal) { try ListPlacement(step: $0).proposal(team: team) }
    }
}

/// The placement of a whole list, as it is proposed.
private struct ListPlacement: StepPart {
    let step: CommandStep

    /// The placement of a team's list.
    func proposal(team: Int) throws -> Proposal {
        try step.require(.bookingRound(team: step.index(ofTeam: team)), "a proposal")
        let batch = box.desk.teamBatch(team: team)
        let problem = batch.problem
        let proposal = BatchAllocation.propose(problem)
        let kinds = Dictionary(uniqueKeysWithValues: problem.people.map { ($0.person, $0) })
        let names = box.clinicians.map(\.name)
        func isGivenUp(_ placement: BatchPlacement) -> Bool {
            box.desk.isGivenUp(box.desk.slot(of: placement), by: Int(placement.person))
        }
        let again = proposal.placements.filter(isGivenUp).map { placement in
            LeftWaiting(
                person: Int64(placement.person) + 1, due: kinds[placement.person]?.due ?? context.now.day,
                reason: "the best time left is one that the person gave up: offer another")
        }
        let places =
            batch.alone.map { place($0) }
            + proposal.placements.filter { !isGivenUp($0) }.map { placement in
                let slot = box.desk.slot(of: placement)
                let due = context.now.day + Int32(placement.dueInDays)
                return ProposedPlace(
                    person: Int64(placement.person) + 1, kind: placement.slot.kind, clinician: slot.clinician,
                    clinicianName: names[Int(slot.clinician)], start: slot.start, minutes: slot.minutes,
                    reason: Wording.reason(
                        slot, due: due, priority: placement.priority, today: context.now.day),
                    whyNotSooner: placement.notSooner.map { Wording.obstacle($0, names: names) } ?? "")
            }
        let nameOf = try writer.names(ofPeople: places.map(\.person))
        return Proposal(
            places: places,
            left: try writer.named(
                proposal.unplaced.map { left in
                    LeftWaiting(
                        person: Int64(left.person) + 1, due: kinds[left.person]?.due ?? context.now.day,
                        reason: Wording.unplaced(left.reason, names: names))
                } + again),
            names: places.map { nameOf[$0.person] ?? "" })
    }

    /// The place of somebody who needs a room or an interpreter, and is placed before the others.
    private func place(_ alone: AlonePlacement) -> ProposedPlace {
        let slot = alone.slot
        let due = box.desk.due(of: alone.kind, for: alone.person)
        let priority = box.desk.episodes[alone.person].priority
        return ProposedPlace(
            person: Int64(alone.person) + 1, kind: alone.kind, clinician: slot.clinician,
            clinicianName: box.clinicians[Int(slot.clinician)].name, start: slot.start, minutes: slot.minutes,
            reason: Wording.reason(slot, due: due, priority: priority, today: context.now.day),
            whyNotSooner: "the first with the room or the interpreter that the person needs")
    }
}
