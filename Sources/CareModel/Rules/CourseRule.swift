/// What a course of treatment at one step looks like (TX-1, TX-2, TX-7, TX-8).
public struct CourseRule: Sendable, Equatable {
    /// Length of a session, minutes.
    public var sessionMinutes: Int
    /// Length of the first appointment at this step, minutes (FA-2).
    public var firstAppointmentMinutes: Int
    /// Days between sessions that the course aims at.
    public var intervalDays: Int
    /// Contacts that a course usually has at most, the assessment included.
    public var usualContacts: Int
    /// Contacts that it may have with the supervisor's agreement.
    public var agreedContacts: Int
    /// Sessions between reviews (TX-7).
    public var blockSessions: Int
    /// How many sessions at the end are spaced out (TX-8).
    public var spacedSessions: Int
    /// Days between the spaced sessions.
    public var spacedIntervalDays: Int
    /// Sessions after which somebody who has not improved is discussed: another step, service or ending (TX-6).
    public var improvementReview: Int
    /// Minutes that the clinician waits for somebody who is late (AT-7).
    public var waitingMinutes: Int
    /// The session before which a supervisor must have agreed to go on (TX-11); 0 is never asked.
    public var extensionBeforeSession = 0
    /// Sessions between such requests (TX-11).
    public var extensionEverySessions = 4

    /// Guided self-help at step 2.
    public static let lowIntensity = CourseRule(
        sessionMinutes: 30, firstAppointmentMinutes: 50, intervalDays: 14, usualContacts: 7, agreedContacts: 10,
        blockSessions: 6, spacedSessions: 1, spacedIntervalDays: 21, improvementReview: 3, waitingMinutes: 10)

    /// CBT at step 3.
    public static let highIntensity = CourseRule(
        sessionMinutes: 60, firstAppointmentMinutes: 60, intervalDays: 7, usualContacts: 13, agreedContacts: 20,
        blockSessions: 6, spacedSessions: 2, spacedIntervalDays: 14, improvementReview: 6, waitingMinutes: 15)

    /// Whether the course ends for want of an agreement: the usual number is reached and the supervisor does not agree
    /// to more, or the agreed number is reached.
    @inlinable
    public func isExhausted(contacts: Int, supervisorAgrees: Bool) -> Bool {
        contacts >= (supervisorAgrees ? agreedContacts : usualContacts)
    }

    /// Whether the session just attended closes a block, so that progress is reviewed (TX-7).
    @inlinable
    public func isReviewDue(sessions: Int) -> Bool { sessions > 0 && sessions % blockSessions == 0 }

    /// Whether somebody with these scores is discussed after so many sessions, for want of improvement (TX-6).
    @inlinable
    public func lacksImprovement(sessions: Int, _ scores: Scores, since start: Scores) -> Bool {
        sessions == improvementReview && !scores.hasImproved(since: start)
    }

    /// Whether the next session needs a supervisor's agreement, after so many sessions (TX-11).
    @inlinable
    public func isExtensionDue(sessions: Int) -> Bool {
        let next = sessions + 1
        guard extensionBeforeSession > 0, next >= extensionBeforeSession else { return false }
        return (next - extensionBeforeSession) % max(1, extensionEverySessions) == 0
    }

    /// Whether somebody who comes so late is still seen (AT-7).
    @inlinable
    public func isSeen(minutesLate: Double) -> Bool { minutesLate <= Double(waitingMinutes) }

    /// Days until the next session: the last ones are spaced (TX-8).
    /// - Parameter sessionsLeft: sessions that the course still needs, the next included.
    @inlinable
    public func daysUntilNext(sessionsLeft: Int) -> Int {
        sessionsLeft <= spacedSessions ? spacedIntervalDays : intervalDays
    }
}
