/// What a team's booking service holds people to beside the diary: each is off unless a service says so.
public struct Safeguards: Sendable, Equatable {
    /// Whether a supervisor agrees before somebody is discharged who has not recovered (ST-8).
    public var dischargeIsAgreed = false

    /// Hours after a contact within which the notes of it, and the letter about an assessment, are written: where they
    /// are late, the clinician takes nobody new until they are done (CL-17); 0 is that nobody asks, 0 … 336.
    public var notesHours = 0

    /// Hours that somebody has to reply after the miss at which the rule ends the episode, of which they were warned at
    /// the one before (AT-3, AT-4); 0 is that it ends at once, 0 … 336.
    public var replyHours = 0

    /// Nothing is asked for.
    public init() {}

    /// By when the notes of a contact are written (CL-17); nil if nobody asks.
    /// - Parameter end: when the contact was over.
    @inlinable
    public func notesDue(after end: CivilMinute) -> CivilMinute? {
        notesHours > 0 ? end + Int64(notesHours) * 60 : nil
    }

    /// Whether an end, for a reason that somebody gives, needs a supervisor's agreement (ST-8): in the middle of
    /// treatment, of somebody who is still a case, or of whom no scores are known. What ends by the rule of missed
    /// appointments has its own supervisor's word (AT-3, AT-4).
    /// - Parameter scores: the latest; nil if none are known.
    public func needsAgreement(toEnd reason: EndReason, in state: EpisodeState, _ scores: Scores?) -> Bool {
        guard dischargeIsAgreed, reason != .died else { return false }
        return (state.isOnCaseload || state == .awaitingSupervision) && (scores?.isCase ?? true)
    }
}
