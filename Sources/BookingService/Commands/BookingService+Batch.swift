import Allocation
import BookingStore
public import CareModel

/// A place that a batch proposes to somebody (PO-3). Nothing is booked until somebody accepts it.
public struct ProposedPlace: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// What for.
    public var kind: AppointmentKind
    /// Index of the clinician.
    public var clinician: Int32
    /// The clinician's name.
    public var clinicianName: String
    /// When it starts.
    public var start: CivilMinute
    /// How long, in minutes.
    public var minutes: Int
    /// Why this one, in words.
    public var reason: String
    /// What stands against something better, in words.
    public var whyNotSooner: String

    /// A place.
    public init(
        person: Int64, kind: AppointmentKind, clinician: Int32, clinicianName: String, start: CivilMinute, minutes: Int,
        reason: String = "", whyNotSooner: String = ""
    ) {
        self.person = person
        self.kind = kind
        self.clinician = clinician
        self.clinicianName = clinicianName
        self.start = start
        self.minutes = minutes
        self.reason = reason
        self.whyNotSooner = whyNotSooner
    }
}

/// Somebody to whom a batch can propose nothing, and why.
public struct LeftWaiting: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The last day that keeps the promise.
    public var due: CivilDay
    /// Why, in words.
    public var reason: String
    /// The person's name.
    public var name: String?
}

/// The best placement of a team's whole list in all its free time.
public struct Proposal: Codable, Hashable, Sendable {
    /// Places, in the order of the list.
    public var places: [ProposedPlace]
    /// Who would get none, in the order of the list.
    public var left: [LeftWaiting]
    /// The name of the person of each place, in the order of the places.
    public var names: [String]
}

/// What became of a place that somebody accepted.
public struct AcceptedPlace: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The appointment that was booked; nil if the place is not free for the person any more.
    public var appointment: Int64?
    /// Why not, in words; empty if it was booked.
    public var refusal: String
    /// The person's name.
    public var name: String?
}

extension BookingService {
    /// Places a team's whole waiting list in all its free time at once, as well as can be by the order of criteria
    /// (PO-3): a proposal, of which somebody may accept all or a part. Nothing changes by it.
    public func propose(team: Int, in context: Context) throws -> Proposal {
        try look(context, .book, KeyedCommand("proposal for a whole list", .nobody, team)) { step in
            try step.require(.bookingRound(team: step.index(ofTeam: team)), "a proposal")
            let batch = step.box.desk.teamBatch(team: team)
            let problem = batch.problem
            let proposal = BatchAllocation.propose(problem)
            let kinds = Dictionary(uniqueKeysWithValues: problem.people.map { ($0.person, $0) })
            let names = step.box.clinicians.map(\.name)
            func isGivenUp(_ placement: BatchPlacement) -> Bool {
                step.box.desk.isGivenUp(step.box.desk.slot(of: placement), by: Int(placement.person))
            }
            let again = proposal.placements.filter(isGivenUp).map { placement in
                LeftWaiting(
                    person: Int64(placement.person) + 1, due: kinds[placement.person]?.due ?? context.now.day,
                    reason: "the best time left is one that the person gave up: offer another")
            }
            let places =
                batch.alone.map { step.place($0) }
                + proposal.placements.filter { !isGivenUp($0) }.map { placement in
                    let slot = step.box.desk.slot(of: placement)
                    let due = context.now.day + Int32(placement.dueInDays)
                    return ProposedPlace(
                        person: Int64(placement.person) + 1, kind: placement.slot.kind, clinician: slot.clinician,
                        clinicianName: names[Int(slot.clinician)], start: slot.start, minutes: slot.minutes,
                        reason: Wording.reason(
                            slot, due: due, priority: placement.priority, today: context.now.day),
                        whyNotSooner: placement.notSooner.map { Wording.obstacle($0, names: names) } ?? "")
                }
            let nameOf = try step.writer.names(ofPeople: places.map(\.person))
            return Proposal(
                places: places,
                left: try step.writer.named(
                    proposal.unplaced.map { left in
                        LeftWaiting(
                            person: Int64(left.person) + 1, due: kinds[left.person]?.due ?? context.now.day,
                            reason: Wording.unplaced(left.reason, names: names))
                    } + again),
                names: places.map { nameOf[$0.person] ?? "" })
        }
    }

    /// Books places of a proposal, one after another in their order: those that are still free for the person. The
    /// others are refused, each with what stands against it, and nothing else is held up by them.
    public func accept(_ places: [ProposedPlace], in context: Context) throws -> [AcceptedPlace] {
        try run(context, .book, KeyedCommand("accept", .nobody, places)) { step in
            let accepted = try places.map { place in
                let index = try step.index(of: place.person)
                let slot = step.box.desk.fitted(
                    SlotOffer(clinician: place.clinician, start: place.start, minutes: place.minutes, reasons: []),
                    for: index, kind: place.kind)
                guard step.box.desk.nextKind(of: index) == place.kind else {
                    return AcceptedPlace(
                        person: place.person, appointment: nil, refusal: BookingRefusal.notWaiting.words)
                }
                let refusals = step.box.desk.refusals(of: slot, for: index, kind: place.kind)
                guard refusals.isEmpty else {
                    return AcceptedPlace(
                        person: place.person, appointment: nil,
                        refusal: refusals.map(\.words).joined(separator: "; "))
                }
                let booked = try step.book(
                    place.person, slot, hold: nil, reason: nil, channel: .unknown, byPerson: false)
                return AcceptedPlace(person: place.person, appointment: booked.appointment, refusal: "")
            }
            return try step.writer.named(accepted)
        }
    }
}

extension BookingService.CommandStep {
    /// The place of somebody who needs a room or an interpreter, and is placed before the others.
    fileprivate func place(_ alone: AlonePlacement) -> ProposedPlace {
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
