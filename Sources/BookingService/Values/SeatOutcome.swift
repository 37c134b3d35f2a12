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
