import Allocation
import BookingStore
public import CareModel

/// Who acts on risk that was found, and when (ST-7, RF-3).
public struct UrgentSlot: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// Index of the clinician; nil if nobody has time today.
    public var clinician: Int32?
    /// The clinician's name.
    public var clinicianName: String?
    /// From when on.
    public var start: CivilMinute
    /// Whether it is the duty worker (CL-5).
    public var isDuty: Bool
    /// What gives way to it, with the best new slots: those people are rebooked first (AT-10).
    public var displaced: [AffectedBooking]
    /// Why it is this one, in words.
    public var reason: String
    /// The person's name.
    public var name: String?
}

extension BookingService {
    /// Records that somebody is at risk (ST-7, RF-3): the duty worker's urgent slot of the day is booked, if there is
    /// time; else whoever found it acts on it, and what is booked with them in that time gives way. The duty worker's
    /// day is bookable for nothing else.
    /// - Parameter clinician: who found it; nil is the clinician who the user is, or a clerk.
    public func recordRisk(
        person: Int64, foundBy clinician: Int32? = nil, in context: Context
    ) throws -> UrgentSlot {
        try run(context, .book, KeyedCommand("risk", .person(person), clinician)) { step in
            let index = try step.index(of: person)
            guard step.box.desk.episodes[index].state.isOpen else {
                throw BookingError.impossible(person: person, state: .closed, command: "an urgent slot")
            }
            let own = try step.writer.users().first { $0.user == context.author.user }?.clinician
            let finder = Int(clinician ?? own ?? -1)
            guard finder == -1 || step.box.clinicians.indices.contains(finder) else {
                throw BookingError.refused([.noSuchClinician])
            }
            var decisions = step.decisions()
            return try step.findRisk(index, with: finder, from: step.context.now, &decisions)
        }
    }
}

extension BookingService.CommandStep {
    /// Tells the desk of risk, and says what came of it.
    func findRisk(
        _ index: Int, with clinician: Int, from: CivilMinute, _ decisions: inout DecisionWriter
    ) throws -> UrgentSlot {
        let (appointments, later) = (box.appointments, box.laterAppointments)
        let before = decisions.decided.count
        let (why, fact) = (decisions.why, DeskFact.riskFound(UInt32(index), clinician: Int32(clinician), from: from))
        try require(fact, "an urgent slot")
        decisions.why = "an urgent slot for somebody at risk"
        try decisions.hear(fact)
        decisions.why = why
        var slot = UrgentSlot(
            person: Int64(index + 1), start: from, isDuty: false, displaced: [], reason: Wording.noUrgentSlot)
        for effect in decisions.decided[before...] {
            switch effect {
            case .urgentSlot(_, let clinician, let start) where clinician >= 0:
                slot.clinician = clinician
                slot.clinicianName = box.clinicians[Int(clinician)].name
                slot.start = start
                slot.isDuty = box.desk.capacity.absence(Int(clinician), on: start.day).contains(.duty)
            case .cancelledByService(let other):
                slot.displaced.append(try affected(Int(other), appointments[Int(other)]))
            case .laterCancelled(let other, let start):
                let number = later[LaterKey(person: Int(other), start: start)] ?? 0
                slot.displaced.append(try affected(Int(other), number))
            default: break
            }
        }
        let shown = slotsApart(for: slot.displaced.map { Int($0.person - 1) }, limit: 3)
        for place in slot.displaced.indices {
            slot.displaced[place].slots = shown[place]
            let known = box.desk.people[Int(slot.displaced[place].person - 1)]
            slot.displaced[place].goesOnAt = known.isBooked ? known.slotStart : nil
        }
        slot.displaced = try writer.named(slot.displaced)
        slot.name = try name(of: slot.person)
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
