import CareModel

/// Answers to what is asked about everybody, for as long as nothing happens and the minute is the same: whoever asks
/// next gets what was worked out before.
struct KeptAnswers {
    /// What was asked.
    enum Question: Hashable {
        /// Who waits, of a team and of a step if they are given.
        case waitingList(team: UInt8?, step: Step?)
        /// What is to be done by a day, or ever.
        case tasks(CivilDay?)
        /// Calls that are due by a day.
        case calls(CivilDay)
        /// Who works here, with absences from a day on.
        case staff(CivilDay)
    }

    private var sequence: Int64 = -1
    private var minute: CivilMinute?
    private var answers: [Question: any Sendable] = [:]  // lookup only

    /// The answer to a question; the one that is kept, if the log's last entry and the minute are still those.
    mutating func answer<Answer: Sendable>(
        _ question: Question, after sequence: Int64, at minute: CivilMinute, _ make: () throws -> Answer
    ) rethrows -> Answer {
        if self.sequence != sequence || self.minute != minute {
            answers.removeAll(keepingCapacity: true)
            (self.sequence, self.minute) = (sequence, minute)
        }
        if let known = answers[question] as? Answer { return known }
        let answer = try make()
        answers[question] = answer
        return answer
    }
}
