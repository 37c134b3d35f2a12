public import Allocation
import BookingStore
public import CareModel

/// A slot that can be offered, and why (BK-3).
public struct RankedSlot: Codable, Hashable, Sendable {
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
    /// The number of the room, if the person is seen face to face in one (CL-9).
    public var room: Int64?
    /// The room's name.
    public var roomName: String?

    /// The slot, as the desk has it.
    public var slot: SlotOffer {
        var slot = SlotOffer(clinician: clinician, start: start, minutes: minutes, reasons: [])
        slot.room = room.map { Int32($0 - 1) } ?? -1
        return slot
    }

    /// A slot in the words of a clerk.
    init(_ slot: SlotOffer, in box: DeskBox, reason: String) {
        clinician = slot.clinician
        clinicianName = box.clinicians[Int(slot.clinician)].name
        start = slot.start
        minutes = slot.minutes
        self.reason = reason
        room = slot.roomNumber
        roomName = room.flatMap { box.roomNames[$0] }
    }
}

/// The slots that can be offered to a person.
public struct Offers: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// What for.
    public var kind: AppointmentKind
    /// The last day that keeps the promise (FA-1, KT-1, PR-1).
    public var due: CivilDay
    /// Best first.
    public var slots: [RankedSlot]
    /// Why none is sooner, in words.
    public var whyNotSooner: [String]
    /// The person's name.
    public var name: String?
}

/// A person who could be given a slot, and why.
public struct RankedPerson: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// What for.
    public var kind: AppointmentKind
    /// The last day that keeps the promise.
    public var due: CivilDay
    /// Why this one, in words.
    public var reason: String
    /// The person's name.
    public var name: String?
}

extension BookingService {
    /// Ranked slots for a person, each with its reason, and the reason why none is sooner (BK-3).
    public func offer(person: Int64, limit: Int = 5, in context: Context) throws -> Offers {
        try look(context, .book, KeyedCommand("offer", .person(person))) { step in
            let index = try step.index(of: person)
            let isBooked = step.box.desk.people[index].isBooked
            let booked = isBooked ? step.box.desk.people[index].slotKind : nil
            guard let kind = step.box.desk.nextKind(of: index) ?? booked else {
                let state = step.box.desk.episodes[index].state
                throw BookingError.impossible(person: person, state: state, command: "an offer")
            }
            let list = step.box.desk.offers(for: index, kind: kind, limit: limit)
            let priority = step.box.desk.episodes[index].priority
            return Offers(
                person: person, kind: kind, due: list.due,
                slots: list.slots.map { slot in
                    RankedSlot(
                        slot, in: step.box,
                        reason: Wording.reason(slot, due: list.due, priority: priority, today: context.now.day))
                }, whyNotSooner: list.delays.map { Wording.delay($0, list) }, name: try step.name(of: person))
        }
    }

    /// Ranked people for a slot, each with the reason (BK-5): those who wait, in the order of the lists, whom it fits.
    public func people(for slot: SlotOffer, limit: Int = 10, in context: Context) throws -> [RankedPerson] {
        try look(context, .book, KeyedCommand("people for a slot")) { step in
            guard step.box.clinicians.indices.contains(Int(slot.clinician)) else {
                throw BookingError.refused([.noSuchClinician])
            }
            let desk = step.box
            var found: [RankedPerson] = []
            for kind in [AppointmentKind.firstAppointment, .treatment] {
                for index in desk.desk.candidates(for: slot, kinds: [kind], limit: limit) {
                    let due = desk.desk.due(of: kind, for: index)
                    let priority = desk.desk.episodes[index].priority
                    found.append(
                        RankedPerson(
                            person: Int64(index + 1), kind: kind, due: due,
                            reason: Wording.due(due, today: context.now.day, priority: priority),
                            name: try step.name(of: Int64(index + 1))))
                }
            }
            found.sort { ($0.due, $0.person) < ($1.due, $1.person) }
            return Array(found.prefix(limit))
        }
    }
}
