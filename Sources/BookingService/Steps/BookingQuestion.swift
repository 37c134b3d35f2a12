/// Something that can be asked of a service, with the right that it needs, whom it is about, and what the access log
/// says of it (IG-1).
public enum BookingQuestion: Hashable, Sendable {
    /// Who waits (KT-8).
    case waitingList
    /// How many wait, and how long they have (KT-8).
    case waitsNow
    /// Caseloads, and the hours of the weeks to come (KP-8).
    case workload
    /// Slots for a person (BK-3).
    case offer(person: Int64)
    /// People for a slot (BK-5).
    case peopleForSlot
    /// The best placement of a whole list (PO-3).
    case proposal
    /// The courses in groups (TX-4).
    case courses
    /// Keeping-in-touch calls that are due (KT-2).
    case calls
    /// What is to be done (BK-12).
    case tasks
    /// Cases for the monthly case-management review (CL-16).
    case caseManagement
    /// Messages that wait to be sent (BK-7), of one person or of all.
    case outbox(person: Int64?)
    /// Everything that is kept of one person.
    case record(person: Int64)
    /// Everything that is kept of one person in every episode, and what for (IG-3).
    case records(person: Int64, what: String)
    /// Who looked (IG-1), at one person or at all.
    case accessLog(person: Int64?)
    /// People by what a clerk has at hand.
    case search
    /// A clinician's days.
    case diary(clinician: Int32)
    /// The days of a room (CL-9).
    case roomDiary(room: Int64)
    /// Today without names, and what for (IG-2).
    case snapshot(what: String)
    /// Measures of a period, of numbers of people (KP-12).
    case measures
    /// What leaves the service, and the right that it needs.
    case export(what: String, right: Permission)
    /// Who works here, and where: about nobody who is treated.
    case staff
    /// The assessment weeks to come (PO-1).
    case assessmentWeeks
    /// When the duty worker calls (RF-3), for whoever receives the referral.
    case dutyCall
    /// What anybody may know (IG-6).
    case publicMeasures
    /// What somebody with a link may choose from (BK-10).
    case link

    /// What the author must be allowed to do; nil if anybody may ask.
    public var right: Permission? {
        switch self {
        case .waitingList, .courses, .calls, .tasks, .caseManagement, .outbox, .record, .records, .search, .diary,
            .roomDiary:
            .seePeople
        case .offer, .peopleForSlot, .proposal, .dutyCall: .book
        case .accessLog: .audit
        case .snapshot, .staff, .measures, .assessmentWeeks, .waitsNow, .workload: .seeTotals
        case .export(_, let right): right
        case .publicMeasures, .link: nil
        }
    }

    /// Whom it is about.
    public var subject: CommandSubject {
        switch self {
        case .offer(let person), .record(let person), .records(let person, _): .person(person)
        case .outbox(let person), .accessLog(let person): person.map { .person($0) } ?? .nobody
        case .waitingList, .peopleForSlot, .proposal, .courses, .calls, .tasks, .caseManagement, .search, .diary,
            .roomDiary, .snapshot, .export, .measures, .staff, .assessmentWeeks, .dutyCall, .publicMeasures, .link,
            .waitsNow, .workload:
            .nobody
        }
    }

    /// What the access log says; nil if it is about nobody, and no look at it is entered.
    public var words: String? {
        switch self {
        case .waitingList: "waiting list"
        case .waitsNow: "waiting list in numbers"
        case .offer: "offer"
        case .peopleForSlot: "people for a slot"
        case .proposal: "proposal for a whole list"
        case .courses: "list of courses"
        case .calls: "list of calls"
        case .tasks: "list of tasks"
        case .caseManagement: "list of cases for review"
        case .outbox(let person): person == nil ? "outbox" : "outbox of one person"
        case .record: "record"
        case .records(_, let what), .snapshot(let what), .export(let what, _): what
        case .accessLog: "access log"
        case .search: "a search"
        case .diary(let clinician): "the diary of clinician \(clinician)"
        case .roomDiary(let room): "the diary of room \(room)"
        case .link: "link"
        case .measures: "measures of a period"
        case .assessmentWeeks: "assessment weeks"
        case .staff, .workload, .dutyCall, .publicMeasures: nil
        }
    }
}
