import Allocation
import BookingStore
import CareModel

/// Before a rule ends an episode, the command says so and asks (AT-3, AT-4, ST-8): the rule is reviewable case by case.
struct EpisodeLimits: StepPart {
    let step: CommandStep

    /// Whether a course goes on although one more miss would end it (AT-3).
    /// - Parameters:
    ///   - notice: how long before the start a later session is cancelled, minutes; nil is the booked appointment.
    ///   - answer: what was said for the case that it ends.
    /// - Throws: ``BookingError/endsEpisode(person:misses:)`` if it would end, and nobody said so;
    ///   ``BookingError/forbidden(_:_:)`` if a supervisor's word is passed on by somebody who is not clinical.
    func isExcepted(
        _ index: Int, _ outcome: Attendance, notice: Int64? = nil, _ answer: LimitAnswer?,
        _ decisions: inout DecisionWriter
    ) throws -> Bool {
        // A supervisor's word is passed on by somebody clinical, not by the clerk.
        if answer == .exception { try AccessRules.check(.recordContact, context, writer) }
        let ends = box.desk.endsEpisode(
            index, outcome, noticeMinutes: notice ?? box.desk.noticeMinutes(index), isLater: notice != nil)
        guard ends else { return answer == .exception }
        switch answer {
        case .ends: return false
        case .exception: return true
        case .asks:
            try askForException(index, &decisions)
            return true
        case nil:
            throw BookingError.endsEpisode(
                person: Int64(index) + 1, misses: Int(box.desk.episodes[index].missedCount) + 1)
        }
    }

    /// Where people are warned and have hours to reply, nobody is discharged for what they missed before that (AT-4).
    /// - Throws: ``BookingError/notWarned(person:task:)``; ``BookingError/mayReply(person:until:)``.
    func checkTimeToReply(_ index: Int) throws {
        guard box.desk.rules[box.desk.team(index)].safeguards.replyHours > 0,
            box.desk.episodes[index].state == .missedSession
        else { return }
        let person = Int64(index) + 1
        let warning = try writer.tasks().first {
            $0.task.person == person && $0.task.kind == .warnOfDischarge
        }
        if let warning { throw BookingError.notWarned(person: person, task: warning.task.task) }
        if let until = box.desk.nextDue(of: index), until > context.now {
            throw BookingError.mayReply(person: person, until: until)
        }
    }

    /// A supervisor is to decide whether the course goes on (AT-3).
    func askForException(_ index: Int, _ decisions: inout DecisionWriter) throws {
        try decisions.log.tasks.add(.reviewException, due: box.desk.exceptionDue(index), person: index)
    }

    /// A supervisor is asked whether somebody who has not recovered may be discharged (ST-8), to be answered within
    /// four working days (ST-9). The person stays until then.
    func askForDischarge(_ index: Int, _ decisions: DecisionWriter) throws {
        let kind = TaskKind.agreeDischarge
        let asked = try writer.tasks().first {
            $0.task.person == Int64(index) + 1 && $0.task.kind == kind
        }
        if let asked {
            throw BookingError.invalid(
                "a supervisor was asked already, by task \(asked.task.task), due \(asked.task.due): their word is "
                    + "passed on with --agreed-by")
        }
        try decisions.log.tasks.add(kind, due: box.desk.answerDue(index), person: index)
    }
}

extension CommandStep {
    /// What ends an episode only when somebody has said so.
    var limits: EpisodeLimits { EpisodeLimits(step: self) }
}
