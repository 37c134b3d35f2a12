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
    /// The case manager lets it go on at the limit of misses (AT-3).
    public var exception = false

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

extension BookingService {
    /// Records a session of a course, and what became of everybody who has a seat (TX-4, AT-1). With the first one
    /// everybody is taken on by a case manager. Where nobody was there to lead it, there are no outcomes: what is left
    /// of the course is put off by a week.
    public func attendGroup(
        _ group: Int64, _ outcomes: [SeatOutcome], in context: Context
    ) throws -> GroupEntry {
        try run(context, .recordContact, KeyedCommand("attend group", .nobody, group, outcomes)) { step in
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
            try decisions.hear(.groupDue(UInt32(number)))
            guard step.box.desk.groups[number].held > course.held else {
                guard outcomes.isEmpty else {
                    throw BookingError.invalid("nobody of step 2 was there to lead course \(group) on \(course.due)")
                }
                return try step.entry(number)
            }
            try step.record(outcomes, number, &decisions)
            return try step.entry(number)
        }
    }
}

extension BookingService.CommandStep {
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

    private func record(_ outcome: SeatOutcome, isLast: Bool, _ decisions: inout DecisionWriter) throws {
        let number = UInt32(outcome.person - 1)
        decisions.lateness = outcome.attendance
        if outcome.attendance.wasSeen {
            if let scores = outcome.scores { try decisions.hear(.scores(number, scores, isFirst: false)) }
            try decisions.hear(.groupAttended(number))
        } else {
            try decisions.hear(.groupMissed(number, outcome.attendance, exception: outcome.exception))
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
