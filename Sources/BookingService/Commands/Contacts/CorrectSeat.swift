import Allocation
import BookingStore
import CareModel

/// Puts right what became of a person at a session of a course (BK-4, TX-4): the wrong outcome is undone by an entry,
/// with everything that followed from it, and the right one is recorded as if it had been at first. Where only the
/// scores, or whether somebody was late, were wrong, what was agreed stays. It is refused where something later depends
/// on it, and is corrected first.
public struct CorrectSeat: UseCase {
    /// The course's number.
    public var group: Int64
    /// Which session, from 1; nil is the last one of which something is recorded of the person.
    public var session: Int?
    /// The person's number.
    public var person: Int64
    /// The right one; nil leaves the person without one. An outcome that was undone can be told again.
    public var outcome: SeatOutcome?
    /// What was wrong.
    public var why: String

    /// The command.
    public init(group: Int64, session: Int? = nil, person: Int64, outcome: SeatOutcome? = nil, why: String = "") {
        self.group = group
        self.session = session
        self.person = person
        self.outcome = outcome
        self.why = why
    }
}

extension CorrectSeat {
    package static let name = "correct-seat"
    package static let right: Permission? = .recordContact
    package var subject: CommandSubject { .person(person) }
    package var words: String { "correct seat" }

    package func perform(in step: CommandStep) throws -> CorrectionReply {
        _ = try step.index(of: person)
        let course = step.box.desk.groups[try step.index(ofGroup: group)]
        let isLast = (session ?? course.held) == course.days.count
        if let fault = outcome?.contradiction(isLast: isLast) { throw BookingError.invalid(fault) }
        let entries = try step.corrections.entries(of: person)
        let entry = entries.last { $0.isOutcome(ofGroup: group, session) }
        guard let entry, case .groupContact(let wrong) = entry.event else {
            guard let outcome, let session = try SeatCorrection(step: step).sessionToTellAgain(group, session, person)
            else {
                throw BookingError.invalid(
                    "person \(person) has no outcome in course \(group) that could be corrected: one is recorded with "
                        + "'group attend'")
            }
            return CorrectionReply(state: try SeatCorrection(step: step).tellAgain(outcome, group, session))
        }
        if let outcome, try SeatCorrection(step: step).amend(wrong, outcome, entry, why) {
            return CorrectionReply(state: try step.state(of: person))
        }
        let undoing = Undoing(person: person, from: try step.corrections.origin(of: entry, person), why: why)
        let undone = try step.corrections.undo(undoing, about: nil)
        let again = try step.readAgain()
        var reply = CorrectionReply(
            state: try again.state(of: person), restored: undone.restored, lost: undone.lost,
            givenUp: undone.givenUp)
        if let outcome { reply.state = try SeatCorrection(step: again).tellAgain(outcome, group, wrong.session) }
        return reply
    }
}

extension LogEntry {
    /// Whether it says what became of somebody at a session of a course, or at any session of it.
    fileprivate func isOutcome(ofGroup group: Int64, _ session: Int?) -> Bool {
        guard case .groupContact(let contact) = event else { return false }
        return contact.group == group && session ?? contact.session == contact.session
    }
}

/// How what became of somebody at a session is put right.
private struct SeatCorrection: StepPart {
    let step: CommandStep

    /// The session of which an outcome was undone and can be told again; nil if there is none.
    func sessionToTellAgain(_ group: Int64, _ session: Int?, _ person: Int64) throws -> Int? {
        let told = try writer.events(ofPerson: person).last { $0.isOutcome(ofGroup: group, session) }
        guard case .groupContact(let contact) = told?.event else { return nil }
        return contact.session
    }

    /// Tells what became of a person at a session that was held.
    func tellAgain(_ outcome: SeatOutcome, _ group: Int64, _ session: Int) throws -> PersonStanding {
        let course = box.desk.groups[try step.index(ofGroup: group)]
        let index = Int(outcome.person - 1)
        guard box.desk.isPossible(.groupAttended(UInt32(index))), course.members.contains(UInt32(index)),
            course.days.indices.contains(session - 1)
        else {
            throw BookingError.invalid(
                "person \(outcome.person) has no seat in course \(group) any more: it was taken, or the course was "
                    + "given up since")
        }
        defer { box.desk.tookPlace = nil }
        let start = CivilMinute(day: course.days[session - 1], minuteOfDay: course.rule.startMinute)
        box.desk.hear(.groupToldAgain(UInt32(index), session: start))
        var decisions = decisions()
        decisions.session = session
        try step.seats.record(outcome, isLast: session == course.days.count, &decisions)
        return try step.state(of: outcome.person)
    }

    /// Whether scores, or whether somebody was late, are all that was wrong; then they are written, and what was agreed
    /// stays.
    func amend(
        _ wrong: GroupContact, _ right: SeatOutcome, _ entry: LogEntry, _ why: String
    ) throws -> Bool {
        let isAlike = wrong.attendance.wasSeen == right.attendance.wasSeen
        let isCancelled = [wrong.attendance, right.attendance].contains(.cancelledByPatient)
        guard isAlike, !isCancelled, right.next == nil, right.atLimit == nil else { return false }
        var contact = wrong
        contact.attendance = right.attendance
        contact.scores = right.scores ?? wrong.scores
        try decisions().append(.corrected(Corrected(sequence: entry.sequence, why: why)))
        try decisions().append(.groupContact(contact))
        let isFollowed = try step.corrections.entries(of: wrong.person).contains {
            $0.sequence > entry.sequence && $0.isSeenContact(but: contact)
        }
        if let new = right.scores, !isFollowed, var facts = try writer.person(wrong.person)?.facts,
            facts.scores != new
        {
            facts.scores = new
            try decisions().append(.personFactsChanged(PersonFactsChanged(person: wrong.person, facts: facts)))
        }
        box.isStale = true
        return true
    }
}

extension LogEntry {
    /// Whether somebody was seen at another contact than this one.
    fileprivate func isSeenContact(but own: GroupContact) -> Bool {
        if case .attendanceRecorded(let recorded) = event { return recorded.attendance.wasSeen }
        if case .groupContact(let contact) = event {
            return contact.attendance.wasSeen && (contact.group, contact.session) != (own.group, own.session)
        }
        return false
    }
}
