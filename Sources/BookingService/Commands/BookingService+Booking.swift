public import Allocation
import BookingStore
public import CareModel

/// A slot that is kept for a person for some minutes (BK-4).
public struct HeldSlot: Codable, Hashable, Sendable {
    /// Its number.
    public var hold: Int64
    /// From this minute it keeps nothing.
    public var expires: CivilMinute
    /// The person's hold that it ended; nil if there was none.
    public var instead: Int64?
    /// The person's number and name.
    public var person: Int64?
    public var name: String?
}

/// What became of a command that books.
public struct BookedSlot: Codable, Hashable, Sendable {
    /// The appointment's number.
    public var appointment: Int64
    /// When it starts.
    public var start: CivilMinute
    /// Index of the clinician.
    public var clinician: Int32
    /// The name of the room, if the person is seen face to face in one (CL-9).
    public var room: String?
    /// The person's number and name.
    public var person: Int64?
    public var name: String?
    /// Whether the appointment was there already, and nothing was done; nil if it was not.
    public var isUnchanged: Bool?
    /// The clinician's name.
    public var clinicianName: String?
    /// The number of the appointment that it takes the place of; nil if it is not instead of another.
    public var replaces: Int64?
}

extension BookingService {
    /// Keeps a slot for a person for some minutes, so that nobody else is offered it (BK-4). A slot of 0 minutes is as
    /// long as the kind of appointment. A person has one hold at a time: another that is open ends.
    /// - Parameter reason: why a rule is overridden, if it must be (CL-1); the confirmation has it too.
    public func hold(
        person: Int64, slot: SlotOffer, reason: String? = nil, in context: Context
    ) throws -> HeldSlot {
        let minutes = policy.holdMinutes
        return try run(context, .book, KeyedCommand("hold", .person(person), slot, reason)) { step in
            let index = try step.index(of: person)
            let isMove = step.box.desk.people[index].isBooked && step.box.desk.nextKind(of: index) == nil
            guard let kind = isMove ? step.box.desk.people[index].slotKind : step.box.desk.nextKind(of: index) else {
                throw BookingError.refused([.notWaiting])
            }
            try step.checkBegun(index)
            let instead = try step.endHolds(of: person)
            let slot = step.box.desk.fitted(slot, for: index, kind: kind, isMove: isMove)
            if isMove, step.isThere(index, slot) {
                throw BookingError.invalid("appointment \(step.box.appointments[index]) is there already")
            }
            try step.check(slot, for: index, kind: kind, isMove: isMove, reason: reason)
            let held = HoldPlaced(
                hold: try step.writer.nextNumber(of: .hold),
                placement: Placement(
                    person: person, clinician: slot.clinician, room: slot.roomNumber, kind: kind, start: slot.start,
                    minutes: slot.minutes),
                expires: step.context.now + Int64(minutes), overrideReason: reason)
            try step.decisions().append(.held(held))
            guard step.box.keep(held) else { throw BookingError.refused([.taken]) }
            return HeldSlot(
                hold: held.hold, expires: held.expires, instead: instead, person: person,
                name: try step.name(of: person))
        }
    }

    /// Gives a hold up.
    public func release(hold: Int64, in context: Context) throws {
        _ = try run(context, .book, KeyedCommand("release", .hold(hold))) { step in
            try step.release(step.openHold(hold))
            return true
        }
    }

    /// Books what a hold keeps (BK-4). A person who has an appointment already is moved to it.
    /// - Parameter reason: why a rule is overridden, if it must be (CL-1); nil is what was said when it was held.
    public func confirm(
        hold: Int64, reason: String? = nil, channel: ConsultationChannel = .unknown, in context: Context
    ) throws -> BookedSlot {
        try run(context, .book, KeyedCommand("confirm", .hold(hold), reason, channel)) { step in
            let record = try step.openHold(hold)
            let slot = SlotOffer(record.placement)
            guard let person = record.placement.person else { throw BookingError.noSuchHold(hold) }
            let reason = try reason ?? step.overrideReason(of: hold, person)
            try step.decisions().append(.holdEnded(HoldEnded(hold: hold, outcome: .confirmed)))
            step.box.letGo(hold)
            return try step.book(person, slot, hold: hold, reason: reason, channel: channel, byPerson: true)
        }
    }

    /// Books a slot for a person at once, without a hold.
    public func book(
        person: Int64, slot: SlotOffer, reason: String? = nil, channel: ConsultationChannel = .unknown,
        in context: Context
    ) throws -> BookedSlot {
        try run(context, .book, KeyedCommand("book", .person(person), slot, reason, channel)) { step in
            try step.book(person, slot, hold: nil, reason: reason, channel: channel, byPerson: true)
        }
    }

    /// Moves a standing appointment in one step: the person has the old one or the new one, never both, never none
    /// (BK-4).
    public func reschedule(
        appointment: Int64, to slot: SlotOffer, byPerson: Bool, reason: String? = nil, in context: Context
    ) throws -> BookedSlot {
        let command = KeyedCommand("reschedule", .appointment(appointment), slot, byPerson, reason)
        return try run(context, .book, command) { step in
            if let later = try step.laterSession(appointment) {
                return try step.move(later, to: slot, byPerson: byPerson, reason: reason)
            }
            let person = try step.person(with: appointment)
            return try step.book(person, slot, hold: nil, reason: reason, channel: .unknown, byPerson: byPerson)
        }
    }

    /// Keeps a face-to-face appointment at its time by telephone or video, because the person cannot come (AT-6): its
    /// room is free for others.
    public func keepAtADistance(
        appointment: Int64, channel: ConsultationChannel = .telephone, in context: Context
    ) throws -> BookedSlot {
        try run(context, .book, KeyedCommand("keep at a distance", .appointment(appointment), channel)) { step in
            let person = try step.person(with: appointment)
            let fact = DeskFact.keptAtADistance(UInt32(person - 1))
            try step.checkBegun(Int(person - 1))
            guard step.box.desk.isPossible(fact) else {
                throw BookingError.invalid("appointment \(appointment) is not in a room: there is nothing to change")
            }
            var decisions = step.decisions()
            decisions.why = "kept by telephone or video"
            decisions.channel = channel
            try decisions.hear(fact)
            let slot = step.box.desk.people[Int(person - 1)].slot
            return BookedSlot(
                appointment: decisions.booked.last ?? 0, start: slot.start, clinician: slot.clinician, room: nil,
                person: person, name: try step.name(of: person),
                clinicianName: step.box.clinicians[Int(slot.clinician)].name)
        }
    }
}

extension BookingService.CommandStep {
    /// Whether a slot may be given to a person.
    /// - Throws: ``BookingError/refused(_:)``, ``BookingError/needsReason(_:)`` if a reason would do, and
    ///   ``BookingError/forbidden(_:_:)`` if there is one but the user may not override rules.
    func check(
        _ slot: SlotOffer, for index: Int, kind: AppointmentKind, isMove: Bool, reason: String?
    ) throws {
        let refusals = box.desk.refusals(of: slot, for: index, kind: kind, isMove: isMove)
        let hard = refusals.filter { !$0.canBeOverridden }
        guard hard.isEmpty else { throw BookingError.refused(hard) }
        guard !refusals.isEmpty else { return }
        try checkOverride(refusals, reason)
    }

    /// An appointment that the person has, and that has begun, is not given up for another: its outcome comes first.
    func checkBegun(_ index: Int) throws {
        guard box.desk.hasBegun(index), let begun = box.desk.begunContact(of: index) else { return }
        throw box.error(begun)
    }

    /// Whether somebody may book against rules that allow it with a reason.
    func checkOverride(_ refusals: [BookingRefusal], _ reason: String?) throws {
        guard reason?.contains(where: { !$0.isWhitespace }) == true else { throw BookingError.needsReason(refusals) }
        try BookingService.check(.override, context.author, writer)
    }

    /// A hold that keeps its slot.
    func openHold(_ hold: Int64) throws -> HoldRecord {
        guard let record = try writer.hold(hold) else { throw BookingError.noSuchHold(hold) }
        let isPast = record.outcome == nil && record.held.expires <= context.now
        if let outcome = isPast ? .expired : record.outcome { throw BookingError.holdEnded(hold, outcome) }
        return record
    }

    /// Ends what is held for a person.
    /// - Returns: the latest hold that was open; nil if none was.
    func endHolds(of person: Int64) throws -> Int64? {
        try decisions().endHolds(of: person)
    }

    /// Gives up a hold that is open.
    func release(_ record: HoldRecord) throws { try decisions().endHold(record.hold) }

    /// Why a rule was overridden when a slot was held for a person, if one was.
    func overrideReason(of hold: Int64, _ person: Int64) throws -> String? {
        for entry in try writer.events(ofPerson: person).reversed() {
            if case .held(let held) = entry.event, held.hold == hold { return held.overrideReason }
        }
        return nil
    }

    /// Whose standing appointment this is.
    func person(with appointment: Int64) throws -> Int64 {
        guard let index = box.appointments.firstIndex(of: appointment), appointment > 0 else {
            if let attendance = try writer.appointment(appointment)?.attendance {
                throw BookingError.hasOutcome(appointment, attendance)
            }
            throw BookingError.noSuchAppointment(appointment)
        }
        return Int64(index + 1)
    }

    /// Books or moves.
    func book(
        _ person: Int64, _ slot: SlotOffer, hold: Int64?, reason: String?, channel: ConsultationChannel,
        byPerson: Bool
    ) throws -> BookedSlot {
        let index = try index(of: person)
        let isMove = box.desk.people[index].isBooked && box.desk.nextKind(of: index) == nil
        guard let kind = isMove ? box.desk.people[index].slotKind : box.desk.nextKind(of: index) else {
            throw BookingError.refused([.notWaiting])
        }
        try checkBegun(index)
        let moved = isMove ? box.appointments[index] : nil
        if hold == nil { _ = try endHolds(of: person) }
        let slot = box.desk.fitted(slot, for: index, kind: kind, isMove: isMove)
        if isMove, isThere(index, slot) { return try unchanged(box.appointments[index], slot, person) }
        try check(slot, for: index, kind: kind, isMove: isMove, reason: reason)
        var decisions = decisions()
        decisions.overrideReason = reason
        decisions.hold = hold
        decisions.channel = channel
        decisions.why = isMove ? "moved" : ""
        try decisions.hear(
            isMove ? .moved(UInt32(index), slot, byPerson: byPerson) : .chosen(UInt32(index), slot))
        guard let appointment = decisions.booked.last else { throw BookingError.refused([.taken]) }
        return BookedSlot(
            appointment: appointment, start: slot.start, clinician: slot.clinician,
            room: slot.roomNumber.flatMap { box.roomNames[$0] }, person: person, name: try name(of: person),
            clinicianName: box.clinicians[Int(slot.clinician)].name,
            replaces: moved)
    }

    /// Whether a person's appointment is at a slot already.
    func isThere(_ index: Int, _ slot: SlotOffer) -> Bool {
        let known = box.desk.people[index].slot
        return known.clinician == slot.clinician && known.start == slot.start && known.minutes == slot.minutes
            && (slot.room < 0 || known.room == slot.room)
    }

    /// The answer to a move to where the appointment is.
    func unchanged(_ appointment: Int64, _ slot: SlotOffer, _ person: Int64) throws -> BookedSlot {
        var booked = BookedSlot(
            appointment: appointment, start: slot.start, clinician: slot.clinician,
            room: slot.roomNumber.flatMap { box.roomNames[$0] }, person: person, name: try name(of: person),
            clinicianName: box.clinicians[Int(slot.clinician)].name)
        booked.isUnchanged = true
        return booked
    }

    /// Where a person is now.
    func state(of person: Int64) throws -> PersonStanding {
        let index = Int(person - 1)
        return PersonStanding(
            person: person, state: box.desk.episodes[index].state, appointment: box.appointments[index],
            nextActionDue: box.nextAction[index], group: box.desk.group(of: index).map { Int64($0 + 1) },
            name: try name(of: person))
    }

    /// The name of a person, which every reply has, so that nobody is taken for another.
    func name(of person: Int64) throws -> String? { try writer.identity(ofPerson: person)?.name }
}

/// Where a person is after a command.
public struct PersonStanding: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// Where the person is.
    public var state: EpisodeState
    /// The number of the appointment that stands; 0 if none does.
    public var appointment: Int64
    /// When something is due for the person; nil if nothing is.
    public var nextActionDue: CivilMinute?
    /// The course in a group in which the person has a seat (TX-4); nil if in none.
    public var group: Int64?
    /// The urgent slot, where risk was found (ST-7).
    public var urgent: UrgentSlot?
    /// The name.
    public var name: String?
}
