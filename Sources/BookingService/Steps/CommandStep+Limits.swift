import Allocation
import CareModel

// Before a rule ends an episode, the command says so and asks (AT-3, AT-4): the rule is reviewable case by case.

extension CommandStep {
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
        if answer == .exception { try BookingService.check(.recordContact, context.author, writer) }
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

    /// A supervisor is to decide whether the course goes on (AT-3).
    func askForException(_ index: Int, _ decisions: inout DecisionWriter) throws {
        try decisions.log.tasks.add(.reviewException, due: box.desk.exceptionDue(index), person: index)
    }
}
