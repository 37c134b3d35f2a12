import Allocation
public import BookingStore
public import CareModel
import Synchronization

extension BookingService {
    /// Who waits, whoever breaches next first (KT-8): for screening, to be reached, for a first appointment or
    /// treatment, to be in touch again, for supervision, or until treatment can start. With those who have something
    /// booked they are everybody in the service (KP-10).
    public func waitingList(
        team: UInt8? = nil, step: Step? = nil, in context: Context
    ) throws(BookingError) -> [WaitingEntry] {
        try look(context, .waitingList, keeping: .waitingList(team: team, step: step)) {
            try WhoWaits(step: $0).entries(team: team, step: step)
        }
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
                    try AccessRules.notice(.person(person), what, context, step.writer)
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
            return try KeptRecords(step: step).record(of: person)
        }
    }

    /// Everything that is kept of one person, in every episode, in order: those with the same NHS number, and those
    /// that were linked (ST-6). Each is entered in the access log (IG-1, IG-3).
    public func records(of person: Int64, _ what: String, in context: Context) throws(BookingError) -> [WholeRecord] {
        try look(context, .records(person: person, what: what)) { step in
            _ = try step.index(of: person)
            let numbers = try step.earlier.numbers(of: person)
            for number in numbers where number != person {
                try AccessRules.notice(.person(number), what, step.context, step.writer)
            }
            return try numbers.map { try KeptRecords(step: step).record(of: $0) }
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
        try look(context, .snapshot(what: what)) { try Today(step: $0).snapshot() }
    }
}

/// Everything that is kept of people, as it is read.
private struct KeptRecords: StepPart {
    let step: CommandStep

    /// Everything that is kept of one person; the look is entered in the access log, and is in the record.
    func record(of person: Int64) throws -> WholeRecord {
        guard let known = try writer.person(person), let identity = try writer.identity(ofPerson: person) else {
            throw BookingError.noSuchPerson(person)
        }
        return WholeRecord(
            identity: identity, person: known, appointments: try writer.appointments(ofPerson: person),
            entries: try writer.events(ofPerson: person), accesses: try writer.accesses(ofPerson: person),
            before: try step.earlier.before(person),
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
