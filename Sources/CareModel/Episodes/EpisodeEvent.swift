/// Something that happens to a person. Episodes move by these and by nothing else.
@frozen
public enum EpisodeEvent: Hashable, Sendable, BitwiseCopyable {
    /// Screened and accepted for a first appointment at a step (RF-4).
    case accepted(Step, PriorityClass)
    /// The clerk reached the person, who wants an appointment (RF-10).
    case contacted
    /// A first appointment was booked.
    case firstAppointmentBooked
    /// The booked first appointment was cancelled, by either side; the person is on the list again (FA-5, AT-10).
    case firstAppointmentCancelled
    /// The first appointment was missed (FA-4).
    case firstAppointmentMissed
    /// The first appointment was attended, and led to this (FA-3).
    case assessed(AssessmentOutcome, treatmentBegan: Bool)
    /// Treatment is put off for somebody who waits for it (PR-3, RF-11).
    case putOnHold
    /// The time on hold is over (PR-3).
    case holdEnded
    /// Allocated to a clinician's caseload (CL-1, CL-11).
    case allocated(clinician: Int32)
    /// A treatment session was attended; while the person waits, a contact that supports computerised CBT (TX-5).
    case sessionAttended
    /// A session was cancelled by either side; the course goes on.
    case sessionCancelled
    /// A session was missed; the time to make contact runs (AT-4).
    case sessionMissed
    /// Made contact in time after missing an appointment (AT-4).
    case madeContact
    /// The clinician proposed a step-up (ST-1).
    case stepUpProposed
    /// Supervision agreed the step-up (ST-1).
    case stepUpAgreed
    /// Supervision did not agree the step-up: the course goes on at step 2 (ST-1).
    case stepUpDeclined
    /// The clinician left or will be away long; the person goes back to the list, first in line (TX-12).
    case handedOver
    /// At a keeping-in-touch call the plan was changed to a quicker or a readier intervention (KT-4).
    case planAmended(Step, PriorityClass)
    /// Another therapy was agreed while waiting, or in the middle of treatment at the same step (TX-4, PO-4).
    case therapyChanged(Modality)
    /// An appointment that the person missed or cancelled during treatment counts against the limit of misses (AT-3).
    case missCounted
    /// The episode ended.
    case closed(EndReason)
}

/// What was agreed at the first appointment (FA-3).
@frozen
public enum AssessmentOutcome: Hashable, Sendable, BitwiseCopyable {
    /// Treatment at a step, by a therapy.
    case treatment(Step, Modality)
    /// Treatment at a step once a baby is born (PR-3).
    case hold(Step, Modality)
    /// No treatment here.
    case end(EndReason)
}

/// A move that the state of an episode does not allow. It is always a bug in the caller.
public struct IllegalMove: Error, Hashable, Sendable {
    /// The state that the episode was in.
    public let state: EpisodeState
    /// What was applied to it.
    public let event: EpisodeEvent

    /// A refused move.
    @inlinable
    public init(state: EpisodeState, event: EpisodeEvent) {
        self.state = state
        self.event = event
    }
}
