import Allocation
public import BookingStore
public import CareModel
import Synchronization

/// Somebody who waits (KT-8).
public struct WaitingEntry: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The name; nil for whoever may see totals only.
    public var name: String?
    /// The team.
    public var team: String
    /// Where the person is.
    public var state: EpisodeState
    /// The step.
    public var step: Step
    /// The class.
    public var priority: PriorityClass
    /// Days waited, by the clock that the promise is counted with.
    public var days: Int
    /// The last day that keeps the promise, or on which what comes next is due; nil if no day is known.
    public var due: CivilDay?
    /// The name of the clinician to whom the person is allocated; nil if to nobody (CL-18).
    public var clinician: String?
    /// What is to be done next, as a word with hyphens; nil if nothing is, because the person has a seat in a course.
    public var next: String?
    /// Whether the day is over.
    public var isOverdue = false
}

extension BookingService {
    /// Who waits, whoever breaches next first (KT-8): for screening, to be reached, for a first appointment or
    /// treatment, to be in touch again, for supervision, or until treatment can start. With those who have something
    /// booked they are everybody in the service (KP-10).
    public func waitingList(
        team: UInt8? = nil, step: Step? = nil, in context: Context
    ) throws(BookingError) -> [WaitingEntry] {
        let allocates = policy.rules.map { $0.allocation == .atReferral }
        return try look(context, .waitingList) { looking in
            let reader = looking.writer
            let teams = try reader.teams()
            if let team, !teams.indices.contains(Int(team)) {
                throw BookingError.noSuchTeam(Int(team), count: teams.count)
            }
            let records = try reader.waitingList(states: BookingService.waitingStates, team: team, step: step)
            let nameOf = try reader.names(ofPeople: records.map(\.person))
            let clinicians = allocates.contains(true) ? try reader.clinicians() : []
            let entries = records.map { record in
                let episode = record.episode
                let action = looking.box.desk.nextAction(of: Int(record.person) - 1)
                let due = record.facts.dueOn ?? action?.due.day
                return WaitingEntry(
                    person: record.person, name: nameOf[record.person], team: teams[Int(record.team)].name,
                    state: episode.state, step: episode.step, priority: episode.priority,
                    days: waitDays(from: episode.waitsSince, to: context.now), due: due,
                    clinician: allocates[Int(record.team)] ? record.facts.allocated(among: clinicians, episode) : nil,
                    next: action?.kind.rawValue, isOverdue: due.map { $0 < context.now.day } ?? false)
            }
            let last = CivilDay(number: Int32.max)
            return entries.sorted { ($0.due ?? last, $0.person) < ($1.due ?? last, $1.person) }
        }
    }

    /// The states of those who wait.
    static var waitingStates: [EpisodeState] {
        [
            .awaitingScreening, .awaitingContact, .waitingFirstAppointment, .missedFirstAppointment, .waitingTreatment,
            .onHold, .missedSession, .awaitingSupervision,
        ]
    }

    /// Reads what leaves the service, from one state; each person whose record it shows gets an entry in the access log
    /// (IG-1).
    /// - Parameters:
    ///   - what: what is taken out, for the access log.
    ///   - permission: what the author must be allowed to do.
    ///   - body: reads it, and says whose records it shows.
    /// - Throws: what the body throws, as it is; else ``BookingError``.
    public func export<Content: Sendable>(
        _ what: String, _ permission: Permission, in context: Context,
        _ body: @escaping @Sendable (StoreReader) throws -> (content: Content, people: [Int64])
    ) throws -> Content {
        let failure = Mutex<(any Error)?>(nil)
        do {
            return try look(context, .export(what: what, right: permission)) { step in
                let taken: (content: Content, people: [Int64])
                do { taken = try body(step.writer) } catch {
                    failure.withLock { $0 = error }
                    throw error
                }
                for person in taken.people {
                    try BookingService.notice(.person(person), what, context, step.writer)
                }
                return taken.content
            }
        } catch let error {
            throw failure.withLock { $0 } ?? error
        }
    }

    /// Everything that is kept of one person in one episode; the look is entered in the access log (IG-1).
    public func record(of person: Int64, in context: Context) throws(BookingError) -> WholeRecord {
        try look(context, .record(person: person)) { step in
            _ = try step.index(of: person)
            return try step.record(of: person)
        }
    }

    /// Everything that is kept of one person, in every episode, in order: those with the same NHS number, and those
    /// that were linked (ST-6). Each is entered in the access log (IG-1, IG-3).
    public func records(of person: Int64, _ what: String, in context: Context) throws(BookingError) -> [WholeRecord] {
        try look(context, .records(person: person, what: what)) { step in
            _ = try step.index(of: person)
            let numbers = try step.earlier.numbers(of: person)
            for number in numbers where number != person {
                try BookingService.notice(.person(number), what, step.context, step.writer)
            }
            return try numbers.map { try step.record(of: $0) }
        }
    }

    /// Every look at a record, of one person or of all (IG-1).
    /// - Parameter withReason: only those for which whoever looked gave a reason: at people who are not theirs.
    public func audit(
        person: Int64? = nil, withReason: Bool = false, in context: Context
    ) throws(BookingError) -> [AuditedLook] {
        try glance(context, .accessLog(person: person)) { reader in
            let accesses = try reader.accesses(ofPerson: person).filter { !withReason || $0.reason != nil }
            let nameOf = try reader.names(ofPeople: accesses.map(\.person))
            let userNames = try reader.userNames()
            return accesses.map { AuditedLook($0, name: nameOf[$0.person], userName: userNames[$0.by.user]) }
        }
    }

    /// Compares everything that is derived from the log with the log, and the desk with what is derived.
    /// - Parameter context: who asks; nil is this software itself, which may (IG-1).
    /// - Throws: ``BookingError/forbidden(_:_:)``; ``BookingError/store(_:)``.
    public func verify(in context: Context? = nil) throws(BookingError) -> VerificationReport {
        if let context { try BookingService.require(.audit, for: "verify", in: context, of: store) }
        do { return try store.verify() } catch { throw BookingError(error) }
    }

    /// Every clinician, by index.
    public func clinicians(in context: Context) throws(BookingError) -> [ClinicianDetails] {
        try look(context, .staff) { $0.box.clinicians }
    }

    /// Everything that a forecast needs to know of today, and nothing that identifies anybody (IG-2): who is there, who
    /// holds whom, and what is booked, from the first minute of the day on.
    /// - Parameter what: what it is for, for the access log (IG-1).
    public func snapshot(_ what: String = "forecast", in context: Context) throws(BookingError) -> ServiceSnapshot {
        try look(context, .snapshot(what: what)) { step in
            let today = context.now.day.start
            var snapshot = ServiceSnapshot(taken: today)
            for record in try step.writer.openAppointments(blocksFrom: today)
            where record.placement.start.day >= context.now.day {
                if let appointment = record.snapshot { snapshot.appointments.append(appointment) }
                if let blocked = step.ownWork(record.placement) { snapshot.blocked.append(blocked) }
            }
            let booked = Set(snapshot.appointments.map(\.person))
            var times: [Int64: ContactTime] = [:]  // lookup only
            for time in try step.writer.contactTimes(ofOpenOnly: true) { times[time.person] = time }
            for person in try step.writer.openPeople() {
                var known = person
                // Nobody knows what became of an appointment that is past: the person waits for another.
                if known.episode.state == .firstAppointmentBooked, !booked.contains(known.key) {
                    try known.episode.apply(.firstAppointmentCancelled, at: context.now)
                }
                let earlier = try known.earlier == nil ? [] : step.earlier.before(Int64(known.key))
                known.history = step.earlier.history(of: known, times[Int64(known.key)], after: earlier)
                snapshot.people.append(known)
            }
            // Whoever has a seat in a course is in it in the forecast too (TX-4).
            for number in step.box.desk.groups.indices where step.box.desk.groups[number].isOpen {
                let group = step.box.desk.groups[number]
                snapshot.groups.append(
                    group.snapshot(today: context.now.day, keys: group.members.map { UInt64($0) + 1 }))
            }
            snapshot.closedRooms = try step.writer.roomClosures(endingFrom: context.now.day).map {
                RoomClosure(room: Int($0.room) - 1, first: $0.first, last: $0.last)
            }
            snapshot.running = BookingService.running(step.box.desk, today: context.now.day)
            snapshot.lastAssessmentWeek = (0..<step.box.desk.rules.count).map { step.box.desk.lastAssessmentWeek[$0] }
            return snapshot
        }
    }
}

extension PersonFacts {
    /// The name of the clinician to whom somebody who waits is allocated, where people are allocated at referral; nil
    /// if to nobody: whoever assessed at another step does not treat (CL-18).
    fileprivate func allocated(among clinicians: [ClinicianDetails], _ episode: Episode) -> String? {
        guard let assessor, clinicians.indices.contains(Int(assessor)) else { return nil }
        let known = clinicians[Int(assessor)]
        let treats = episode.state.isBeforeFirstAppointment || known.trainedIn.contains(episode.modality)
        return known.role.step == episode.step && treats ? known.name : nil
    }
}

extension Episode {
    /// From when on somebody who waits has waited for what they wait for now.
    fileprivate var waitsSince: CivilMinute {
        switch state {
        case .waitingTreatment: waitingSince == Episode.never ? received : waitingSince
        case .onHold, .missedSession, .awaitingSupervision: stateSince
        case .awaitingScreening, .awaitingContact, .waitingFirstAppointment, .firstAppointmentBooked,
            .missedFirstAppointment, .inTreatment, .closed:
            received
        }
    }
}

extension BookingService {
    /// What the service saw in the weeks before, by which it decides: the part of it that is written down.
    private static func running(_ desk: borrowing BookingDesk, today: CivilDay) -> RunningSnapshot {
        var running = RunningSnapshot()
        running.weeksSeen = desk.recentWaits.weeksSeen
        for team in 0..<desk.rules.count {
            running.recentWaits.append(desk.recentWaits.snapshot(team: team))
            running.assessmentWeeks.append(desk.capacity.assessmentWeeks(team: team, from: today))
        }
        return running
    }
}

extension CommandStep {
    /// The time of a placement of no one person that is no session of a course in a group (CL-4); nil if it is another.
    fileprivate func ownWork(_ placement: Placement) -> OwnWork? {
        guard placement.person == nil, placement.seat == nil else { return nil }
        let start = placement.start.minuteOfDay
        let hours = MinutesOfDay(start: start, end: min(1440, start + placement.minutes))
        let isCourse = box.desk.groups.contains { group in
            group.isOpen && group.days.contains(placement.start.day)
                && group.facilitators.contains(Int(placement.clinician))
                && box.desk.sessionTime(of: group.rule).overlaps(hours.touched)
        }
        return isCourse ? nil : OwnWork(clinician: placement.clinician, day: placement.start.day, hours: hours)
    }

    /// Everything that is kept of one person; the look is entered in the access log, and is in the record.
    fileprivate func record(of person: Int64) throws -> WholeRecord {
        guard let known = try writer.person(person), let identity = try writer.identity(ofPerson: person) else {
            throw BookingError.noSuchPerson(person)
        }
        return WholeRecord(
            identity: identity, person: known, appointments: try writer.appointments(ofPerson: person),
            entries: try writer.events(ofPerson: person), accesses: try writer.accesses(ofPerson: person),
            before: try earlier.before(person),
            clinicianNames: box.clinicians.map(\.name), userNames: try writer.userNames())
    }
}

/// Everything that is kept of one person (IG-3).
public struct WholeRecord: Sendable {
    /// Who they are.
    public var identity: Identity
    /// Where they are.
    public var person: Person
    /// Every appointment, cancelled ones too.
    public var appointments: [AppointmentRecord]
    /// Every entry of the log.
    public var entries: [LogEntry]
    /// Who looked.
    public var accesses: [AccessRecord]
    /// Earlier episodes of the person, in order (TX-14).
    public var before: [EarlierEpisode]
    /// What the clinicians are called, by index.
    public var clinicianNames: [String]
    /// What the users are called, by number: to look up only.
    public var userNames: [Int64: String]

    /// The names by which entries are said in words.
    public var names: LogNames { LogNames(clinicians: clinicianNames, users: userNames) }
}
