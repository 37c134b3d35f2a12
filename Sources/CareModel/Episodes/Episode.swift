/// One person's way through the service, from referral to discharge.
///
/// The value holds what the rules need to decide: where the person is, since when, what was attended. It moves only
/// through ``apply(_:at:)``, which refuses illegal moves (KP-10).
@frozen
public struct Episode: Hashable, Sendable, BitwiseCopyable {
    /// No minute: a milestone that has not been reached.
    @inlinable public static var never: CivilMinute { CivilMinute(minutes: Int64.min) }

    /// Where the person is.
    public internal(set) var state: EpisodeState = .awaitingScreening
    /// The step at which the person is assessed, waits or is treated.
    public internal(set) var step: Step = .low
    /// Why the person moves ahead in a list, if at all.
    public internal(set) var priority: PriorityClass = .routine
    /// The agreed therapy, once assessed.
    public internal(set) var modality: Modality = .guidedSelfHelp
    /// Why the episode ended; meaningless while it is open.
    public internal(set) var endReason: EndReason = .completed
    /// Whether the person was stepped up from low intensity (ST-1).
    public internal(set) var wasSteppedUp = false
    /// Appointments missed or cancelled by the person during treatment (AT-3).
    public internal(set) var missedCount: UInt8 = 0
    /// Treatment contacts attended at the present step, the first appointment included.
    public internal(set) var contactsAtStep: UInt8 = 0
    /// Treatment contacts attended at low intensity.
    public internal(set) var lowContacts: UInt8 = 0
    /// Treatment contacts attended at high intensity.
    public internal(set) var highContacts: UInt8 = 0
    /// Index of the clinician whose caseload holds the person; -1 if none.
    public internal(set) var clinician: Int32 = -1

    /// When the referral was received.
    public let received: CivilMinute
    /// Since when the person has been in the present state.
    public internal(set) var stateSince: CivilMinute
    /// When the wait for treatment began: the assessment, or the last session at low intensity before a step-up.
    public internal(set) var waitingSince: CivilMinute = Episode.never
    /// The first appointment attended.
    public internal(set) var firstAppointment: CivilMinute = Episode.never
    /// The first treatment contact.
    public internal(set) var firstTreatment: CivilMinute = Episode.never
    /// The second treatment contact (KT-1).
    public internal(set) var secondTreatment: CivilMinute = Episode.never
    /// The last treatment contact.
    public internal(set) var lastTreatment: CivilMinute = Episode.never

    /// A new episode, waiting to be screened.
    /// - Parameter received: when the referral was received.
    public init(received: CivilMinute) {
        self.received = received
        stateSince = received
    }

    /// Somebody who left before a minute, of whom nothing else is known.
    public init(departedBefore minute: CivilMinute) {
        self.init(received: minute)
        state = .closed
    }

    /// When the episode last moved, or a contact counted: what is told late counts from then on at the earliest.
    @inlinable
    public var lastMove: CivilMinute { max(stateSince, firstAppointment, lastTreatment) }

    /// Treatment contacts attended so far.
    @inlinable
    public var treatmentContacts: Int { Int(lowContacts) + Int(highContacts) }

    /// Entered treatment: one treatment contact or more (KP-5).
    @inlinable
    public var hasEnteredTreatment: Bool { firstTreatment != Episode.never }

    /// Finished a course: discharged with two or more treatment contacts (KP-5).
    @inlinable
    public var isFinishedCourse: Bool { state == .closed && treatmentContacts >= 2 }
}
