/// How often, and when, the booking clerk tries to reach a person who was referred (RF-10), or a clinician writes to
/// one (FA-7).
public struct ContactRule: Sendable, Equatable {
    /// Attempts before the case is closed.
    public var attempts = 3
    /// Days over which the attempts are spread.
    public var withinDays = 14
    /// Days between attempts to reach somebody who moves ahead (PR-1, FA-8).
    public var priorityDays = 1
    /// Whether the clinician writes: a welcome message, a reminder, and the case is closed if neither is answered
    /// (FA-7).
    public var isByMessage = false
    /// Hours within which the welcome message is sent (FA-7).
    public var welcomeHours = 48
    /// Days from the welcome message to the reminder (FA-7).
    public var reminderDays = 3
    /// Days from the welcome message until somebody who has not answered is removed (FA-7).
    public var removedDays = 7

    /// The rule of the sources.
    public init() {}

    /// Days to wait after an attempt that failed.
    /// - Parameters:
    ///   - attempt: which attempt failed, 1 … ``attempts``.
    ///   - priority: the class of the person; all but the routine are tried again sooner.
    /// - Returns: nil when it was the last: the case is closed.
    @inlinable
    public func daysUntilNext(after attempt: Int, priority: PriorityClass = .routine) -> Int? {
        if isByMessage {
            switch attempt {
            case 1: return reminderDays
            case 2: return max(1, removedDays - reminderDays)
            default: return nil
            }
        }
        guard attempt < attempts else { return nil }
        let usual = max(1, withinDays / max(1, attempts))
        return priority == .routine ? usual : min(usual, max(1, priorityDays))
    }

    /// The first day on which another attempt in vain counts (RF-10): the working day after the last one, so that
    /// several on one day are one; where the clinician writes, the day on which the next message is due (FA-7).
    /// - Parameters:
    ///   - attempt: how many have failed, 1 or more.
    ///   - due: the day for the next one, so many days after the last as ``daysUntilNext(after:priority:)`` says.
    public func nextCounts(
        after attempt: Int, due: CivilDay, priority: PriorityClass = .routine, in calendar: WorkingCalendar
    ) -> CivilDay {
        guard !isByMessage, let days = daysUntilNext(after: attempt, priority: priority) else { return due }
        return calendar.day(0, workingDaysAfter: due - Int32(days) + 1)
    }
}
