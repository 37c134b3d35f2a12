import Allocation
import BookingStore
public import CareModel

/// What became of a person at a session of a course (AT-1, TX-4).
public struct SeatOutcome: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The outcome by its national code.
    public var attendance: Attendance
    /// PHQ-9 and GAD-7, if they were taken (TX-10).
    public var scores: Scores?
    /// What comes next; nil is the next session, and after the last one that the course is completed.
    public var next: ContactRecord.NextStep?
    /// What is said for the case that the rule ends the episode (AT-3); nil asks.
    public var atLimit: LimitAnswer?

    /// An outcome.
    public init(
        person: Int64, _ attendance: Attendance, scores: Scores? = nil, next: ContactRecord.NextStep? = nil
    ) {
        self.person = person
        self.attendance = attendance
        self.scores = scores
        self.next = next
    }
}

extension SeatOutcome {
    /// Why parts of the outcome do not go together; nil if they do.
    /// - Parameter isLast: whether it is of the last session, after which a course is completed.
    func contradiction(isLast: Bool) -> String? {
        let code = "person \(person) was not seen, code \(attendance.rawValue)"
        if !attendance.wasSeen {
            if scores != nil { return "\(code): scores do not go with it" }
            if next == .stepUp { return "\(code): a step-up does not go with it" }
            if next == .completed, !isLast { return "\(code): a course is not completed by a session that was missed" }
        } else if atLimit != nil {
            return "person \(person) was seen: nothing ends by a rule, and nobody need say what then"
        }
        if next == .stepDown { return "a course in a group is at step 2 already" }
        return attendance == .cancelledByProvider
            ? "a session that the service did not hold is recorded without anybody" : nil
    }
}

extension BookingService {
    /// Records a session of a course, and what became of everybody who has a seat (TX-4, AT-1). With the first one
    /// everybody is taken on by a case manager. Where nobody was there to lead it, there are no outcomes: what is left
    /// of the course is put off by a week.
    /// - Parameter leader: who led it in place of those who were to; nil if they led it.
    public func attendGroup(
        _ group: Int64, _ outcomes: [SeatOutcome], ledBy leader: Int32? = nil, in context: Context
    ) throws -> GroupEntry {
        try run(context, .recordContact, KeyedCommand("attend group", .nobody, group, outcomes, leader)) { step in
            let number = try step.index(ofGroup: group)
            let course = step.box.desk.groups[number]
            guard course.stage == .confirmed || course.stage == .running else {
                let stage = GroupDetails(course, number: number).stage.name
                throw BookingError.invalid(
                    "course \(group) is \(stage): "
                        + (course.stage == .planned ? "decide first whether it starts" : "it has no session to come"))
            }
            guard course.due <= step.context.now else { throw BookingError.notNow(course.due) }
            defer { step.box.desk.tookPlace = nil }
            step.box.desk.tookPlace = course.due
            var decisions = step.decisions()
            // Without anybody, the session was not held: what is left of the course is put off (AT-10).
            guard !outcomes.isEmpty || course.members.isEmpty else {
                try decisions.hear(.groupNotHeld(UInt32(number)))
                return try step.entry(number)
            }
            try decisions.hear(try step.meeting(of: number, ledBy: leader))
            guard step.box.desk.groups[number].held > course.held else {
                guard outcomes.isEmpty else {
                    throw BookingError.invalid(
                        "those who lead course \(group) are away on \(course.due): say who led it (--leader), or that "
                            + "it was not held (without anybody)")
                }
                return try step.entry(number)
            }
            try step.record(outcomes, number, &decisions)
            return try step.entry(number)
        }
    }
}

extension BookingService.CommandStep {
    /// The next session of a course takes place, with whoever was to lead it, or with somebody who stood in.
    fileprivate func meeting(of number: Int, ledBy leader: Int32?) throws -> DeskFact {
        guard let leader else { return .groupDue(UInt32(number)) }
        guard box.clinicians.indices.contains(Int(leader)) else { throw BookingError.refused([.noSuchClinician]) }
        let fact = DeskFact.groupLed(UInt32(number), clinician: UInt32(leader))
        guard box.desk.isPossible(fact) else {
            throw BookingError.invalid(
                "\(box.clinicians[Int(leader)].name) cannot have led course \(number + 1): not of step 2 of its team, "
                    + "away, or with somebody else at that time")
        }
        return fact
    }

    /// What became of everybody at the session that takes place.
    fileprivate func record(
        _ outcomes: [SeatOutcome], _ number: Int, _ decisions: inout DecisionWriter
    ) throws {
        let course = box.desk.groups[number]
        let seated = course.members.map { Int64($0) + 1 }
        let told = outcomes.map(\.person)
        if let stranger = told.first(where: { !seated.contains($0) }) {
            throw BookingError.invalid("person \(stranger) has no seat in course \(number + 1)")
        }
        let missing = seated.filter { person in told.count(where: { $0 == person }) != 1 }
        guard missing.isEmpty else {
            throw BookingError.invalid(
                "say once for everybody who has a seat what became of them; not so for "
                    + missing.map(String.init).joined(separator: ", "))
        }
        for person in seated {
            guard let outcome = outcomes.first(where: { $0.person == person }) else { continue }
            if course.held == 1 {
                try decisions.hear(
                    .coursePlanned(
                        UInt32(person - 1), sessions: UInt8(clamping: course.days.count), supervisorAgrees: false))
            }
            try record(outcome, isLast: course.held == course.days.count, &decisions)
        }
    }

    /// What became of one person at a session.
    func record(_ outcome: SeatOutcome, isLast: Bool, _ decisions: inout DecisionWriter) throws {
        let number = UInt32(outcome.person - 1)
        if let fault = outcome.contradiction(isLast: isLast) { throw BookingError.invalid(fault) }
        decisions.lateness = outcome.attendance
        if outcome.attendance.wasSeen {
            if let scores = outcome.scores { try decisions.hear(.scores(number, scores, isFirst: false)) }
            try decisions.hear(.groupAttended(number))
        } else {
            let goesOn = try isExcepted(Int(number), outcome.attendance, outcome.atLimit, &decisions)
            try decisions.hear(.groupMissed(number, outcome.attendance, exception: goesOn))
        }
        guard box.desk.episodes[Int(number)].state == .inTreatment else { return }
        switch outcome.next ?? (isLast ? .completed : .goesOn) {
        case .goesOn: if isLast { try decisions.hear(.courseGoesOn(number)) }
        case .completed: try decisions.hear(.closed(number, .completed))
        case .stops: try decisions.hear(.closed(number, .stoppedEarly))
        case .stepUp:
            try require(.stepUpProposed(number), "a step-up")
            try decisions.hear(.stepUpProposed(number))
        case .stepDown: throw BookingError.invalid("a course in a group is at step 2 already")
        }
    }
}
