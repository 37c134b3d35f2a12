import BookingStore
import CareModel

/// Who may do and see what, and what the access log says of it (IG-1). A user who is a clinician opens the records of
/// their own people; another's needs a reason, which is kept.
enum AccessRules {
    /// Whoever asks has the right to it.
    /// - Throws: ``BookingError/forbidden(_:_:)``.
    static func check(
        _ permission: Permission, _ context: BookingService.Context, _ reader: StoreReader
    ) throws {
        if let rights = context.rights, !rights.contains(permission) { throw BookingError.forbidden(nil, permission) }
        let author = context.author
        // A service without users is on somebody's own machine: whoever can open the file may do everything.
        guard author != .software, try reader.hasUsers else { return }
        let user = try reader.activeUser(author.user)
        guard let user, user.role.permissions.contains(permission) else {
            throw BookingError.forbidden(user?.role, permission)
        }
    }

    /// Enters in the access log what somebody looks at.
    /// - Parameter words: nil for what is about nobody, such as rooms: nothing is entered.
    static func notice(
        _ subject: CommandSubject, _ words: String?, _ context: BookingService.Context, _ writer: StoreWriter
    ) throws {
        guard let words else { return }
        try writer.recordAccess(
            toPerson: person(of: subject, writer), what: words, at: context.now, by: context.author,
            reason: context.saysWhy)
    }

    /// An error, once it is entered where it refuses somebody what they may not; the store's, if that cannot be.
    static func noticed(
        _ error: BookingError, _ subject: CommandSubject, _ words: String?, _ context: BookingService.Context,
        _ store: BookingStore
    ) -> BookingError {
        guard error.refusesSomebody, let words else { return error }
        do {
            try store.writeBlocking { writer in
                try writer.recordAccess(
                    toPerson: person(of: subject, writer), what: words, at: context.now, by: context.author,
                    isRefused: true)
            }
        } catch let failure { return BookingError(failure) }
        return error
    }

    /// A clinician has a legitimate relationship with whom they open, or says why they look all the same (IG-1).
    /// - Throws: ``BookingError/noRelationship(person:)``.
    static func checkRelationship(_ question: BookingQuestion, _ context: BookingService.Context, _ reader: StoreReader)
        throws
    {
        guard let opened = question.opens, context.saysWhy == nil, context.author != .software else { return }
        let user = try reader.activeUser(context.author.user)
        guard let user, user.role == .clinician, let clinician = user.clinician else { return }
        switch opened {
        case .diary(clinician): return
        case .diary: throw BookingError.noRelationship(person: nil)
        case .person(let person):
            guard try !isOwn(person, of: clinician, reader) else { return }
            throw BookingError.noRelationship(person: person)
        }
    }

    /// Whether somebody is one of a clinician's own people: on their caseload, assessed or seen by them, booked with
    /// them, in a course that they lead, or theirs to call.
    private static func isOwn(_ person: Int64, of clinician: Int32, _ reader: StoreReader) throws -> Bool {
        guard let known = try reader.person(person) else { return true }
        if known.episode.state.isOnCaseload, known.episode.clinician == clinician { return true }
        if known.facts.assessor == clinician { return true }
        let isSeen = try reader.appointments(ofPerson: person).contains {
            $0.status == .standing && $0.placement.clinician == clinician
        }
        if isSeen { return true }
        if try reader.tasks().contains(where: { $0.task.person == person && $0.task.clinician == clinician }) {
            return true
        }
        let led = try reader.groups().map(\.details).filter { $0.facts.facilitators.contains(Int(clinician)) }
        guard !led.isEmpty else { return false }
        return try reader.seatsTaken().contains { seat in
            seat.taken.person == person && led.contains { $0.group == seat.taken.group }
        }
    }

    /// The number of the person whose record it is; 0 for many, for nobody, and for what is not there.
    private static func person(of subject: CommandSubject, _ reader: StoreReader) throws -> Int64 {
        switch subject {
        case .person(let person): person
        case .appointment(let number): try reader.appointment(number)?.placement.person ?? 0
        case .hold(let number): try reader.hold(number)?.placement.person ?? 0
        case .task(let number): try reader.tasks().first { $0.task.task == number }?.task.person ?? 0
        case .nobody: 0
        }
    }
}

extension BookingQuestion {
    /// What it opens that belongs to a clinician's own people alone.
    fileprivate enum Opened {
        /// The record of one person.
        case person(Int64)
        /// A clinician's days, with everybody who is in them.
        case diary(Int32)
    }

    fileprivate var opens: Opened? {
        switch self {
        case .record(let person), .records(let person, _): .person(person)
        case .diary(let clinician): .diary(clinician)
        case .waitingList, .roomDiary, .offer, .peopleForSlot, .proposal, .courses, .calls, .tasks, .caseManagement,
            .outbox, .accessLog, .search, .snapshot, .export, .staff, .measures, .assessmentWeeks, .dutyCall,
            .publicMeasures, .link, .waitsNow, .workload:
            nil
        }
    }
}

extension BookingError {
    /// Whether it keeps somebody from what they may not do or see.
    fileprivate var refusesSomebody: Bool {
        if case .forbidden = self { return true }
        if case .noRelationship = self { return true }
        return self == .noSuchLink
    }
}
