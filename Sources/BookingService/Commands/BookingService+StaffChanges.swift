import Allocation
public import BookingStore
public import CareModel

/// What is to be changed of a clinician; nil leaves it as it is.
public struct ClinicianChange: Hashable, Sendable {
    /// The name.
    public var name: String?
    /// The sex, for people who ask for one (KT-10).
    public var sex: Sex?
    /// Indices of the languages beside English (EQ-2).
    public var languages: [UInt8]?
    /// The venue of each weekday, Monday first; 0 is wherever there is a room (CL-9).
    public var venues: [UInt8]?
    /// Trained to see people under 18 (PR-4).
    public var seesUnder18: Bool?
    /// Most people on the caseload (CL-1).
    public var caseloadCap: Int?
    /// The last day on which the clinician sees anyone (CL-7).
    public var lastDay: CivilDay?
    /// Whether the clinician stays, after a last day was said.
    public var stays = false

    /// No change.
    public init() {}
}

extension BookingService {
    /// Rooms of one service, as its tables number them.
    static var mostRooms: Int64 { 9999 }

    /// Adds a room, in which people of a team are seen face to face (CL-9). From its first room on, a team's people who
    /// ask to be seen face to face need one.
    /// - Parameter room: its number is not used: it gets the next.
    /// - Returns: the room's number.
    public func addRoom(_ room: RoomAdded, in context: Context) throws -> Int64 {
        try run(context, .changeStaff, KeyedCommand("add room", .nobody, room)) { step in
            _ = try step.index(ofTeam: Int(room.team))
            var room = room
            room.room = Int64(try step.writer.rooms().count) + 1
            guard room.room <= BookingService.mostRooms else {
                throw BookingError.invalid("a service has at most \(BookingService.mostRooms) rooms")
            }
            try step.decisions().append(.roomAdded(room))
            step.box.isStale = true
            return room.room
        }
    }

    /// Changes what is known of a clinician. What is booked stands, but for what is after a last day: that is cancelled
    /// by the service and listed with new slots, as for an absence (AT-10, BK-6), and everybody on the caseload is to
    /// be handed over by then: a task for each asks for it (CL-7, CL-11, TX-12).
    public func change(
        clinician: Int32, _ change: ClinicianChange, limit: Int = 3, in context: Context
    ) throws -> ChangedClinician {
        try run(context, .changeStaff, KeyedCommand("change clinician", .nobody, clinician, change)) { step in
            let index = Int(clinician)
            guard step.box.clinicians.indices.contains(index) else {
                throw BookingError.refused([.noSuchClinician])
            }
            var details = step.box.clinicians[index]
            if let name = change.name { details.name = name }
            if let sex = change.sex { details.sex = sex }
            if let languages = change.languages { details.languages = languages }
            if let venues = change.venues { details.venues = venues }
            if let seesUnder18 = change.seesUnder18 { details.seesUnder18 = seesUnder18 }
            if let cap = change.caseloadCap { details.caseloadCap = cap }
            if let lastDay = change.lastDay {
                try step.requireNear(lastDay, back: BookingService.farthestBack)
                details.lastDay = lastDay
            }
            if change.stays { details.lastDay = nil }
            let before = step.box.clinicians[index]
            var reply = ChangedClinician(details: details)
            guard details != before else { return reply }
            var decisions = step.decisions()
            if details.lastDay != before.lastDay {
                var known = step.box.desk.capacity.clinicians[index]
                known.lastDay = details.lastDay ?? Clinician.never
                step.box.desk.hear(.clinician(index, known))
                reply.affected = try step.leave(index, after: details.lastDay, limit: limit, &decisions)
                reply.caseload = try step.handOver(caseloadOf: index, by: details.lastDay, &decisions)
                reply.toHandOver = try step.writer.named(reply.caseload.map { PersonToHandOver(person: $0) })
            }
            try decisions.append(.clinicianChanged(details))
            step.box.isStale = true
            return reply
        }
    }
}

/// What became of a change of a clinician.
public struct ChangedClinician: Codable, Hashable, Sendable {
    /// What is known of the clinician from now on.
    public var details: ClinicianDetails
    /// Who was booked after the last day, with the best new slots.
    public var affected: [AffectedBooking] = []
    /// Numbers of the people on the caseload, who are to be handed over by the last day.
    public var caseload: [Int64] = []
    /// The same people with their names; nil in an answer that was kept before names were.
    public var toHandOver: [PersonToHandOver]?
}

/// Somebody who is to be handed over to another clinician.
public struct PersonToHandOver: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The person's name.
    public var name: String?

    /// A person of whom no more than the number is known.
    public init(person: Int64) { self.person = person }
}

extension BookingService.CommandStep {
    /// Cancels what is booked with a clinician after their last day.
    fileprivate func leave(
        _ clinician: Int, after lastDay: CivilDay?, limit: Int, _ decisions: inout DecisionWriter
    ) throws -> [AffectedBooking] {
        guard let lastDay else { return [] }
        let first = max(lastDay + 1, context.now.day)
        let last = box.desk.calendar.first + Int32(box.desk.calendar.dayCount - 1)
        guard first <= last else { return [] }
        decisions.why = "the clinician's last day is \(lastDay)"
        let affected = try cancelAll(with: clinician, on: first...last, limit: limit, &decisions)
        return affected.map { booking in
            var booking = booking
            if booking.group == nil, box.desk.episodes[Int(booking.person - 1)].state.isOnCaseload {
                booking.advice = "to be handed over with the rest of the course ('move-case')"
            }
            return booking
        }
    }

    /// Somebody is to hand over everybody on a caseload by a day; what was asked for before is not, any more.
    fileprivate func handOver(
        caseloadOf clinician: Int, by lastDay: CivilDay?, _ decisions: inout DecisionWriter
    ) throws -> [Int64] {
        let members = box.desk.caseloadMembers[clinician].sorted()
        for record in try writer.tasks() where record.task.kind == "hand-over" {
            guard let person = record.task.person, members.contains(Int32(person - 1)) else { continue }
            try decisions.append(.taskDone(TaskDone(task: record.task.task, note: "the last day is another")))
        }
        guard let lastDay else { return [] }
        let due = max(context.now, CivilMinute(day: lastDay, minuteOfDay: 1020))
        for member in members {
            try decisions.addTask("hand-over", due: due, person: Int(member), clinician: clinician)
        }
        return members.map { Int64($0) + 1 }
    }
}
