import BookingStore
import CareModel

// A user who is a clinician opens the records of their own people; another's needs a reason, which is kept (IG-1).

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
        case .waitingList, .offer, .peopleForSlot, .proposal, .courses, .calls, .tasks, .caseManagement, .outbox,
            .accessLog, .search, .snapshot, .export, .staff, .measures, .assessmentWeeks, .dutyCall, .publicMeasures,
            .link:
            nil
        }
    }
}

extension BookingService {
    /// A clinician has a legitimate relationship with whom they open, or says why they look all the same (IG-1).
    /// - Throws: ``BookingError/noRelationship(person:)``.
    static func checkRelationship(_ question: BookingQuestion, _ context: Context, _ reader: StoreReader) throws {
        guard let opened = question.opens, context.saysWhy == nil, context.author != .software else { return }
        let user = try reader.users().first { $0.user == context.author.user && $0.isActive }
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
}
