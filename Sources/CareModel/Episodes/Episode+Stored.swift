/// The fields of an episode as a store keeps them: what ``Episode/apply(_:at:)`` made of it, to be given back
/// unchanged.
///
/// A store writes the fields of an episode and reads the same episode back; nothing else should make one of these,
/// because episodes move only through ``Episode/apply(_:at:)`` (KP-10).
public struct StoredEpisode: Hashable, Sendable {
    /// Where the person is.
    public var state: EpisodeState = .awaitingScreening
    /// The step at which the person is assessed, waits or is treated.
    public var step: Step = .low
    /// Why the person moves ahead in a list, if at all.
    public var priority: PriorityClass = .routine
    /// The agreed therapy, once assessed.
    public var modality: Modality = .guidedSelfHelp
    /// Why the episode ended; meaningless while it is open.
    public var endReason: EndReason = .completed
    /// Whether the person was stepped up from low intensity (ST-1).
    public var wasSteppedUp = false
    /// Appointments missed or cancelled by the person during treatment (AT-3).
    public var missedCount: UInt8 = 0
    /// Treatment contacts attended at the present step.
    public var contactsAtStep: UInt8 = 0
    /// Treatment contacts attended at low intensity.
    public var lowContacts: UInt8 = 0
    /// Treatment contacts attended at high intensity.
    public var highContacts: UInt8 = 0
    /// Index of the clinician whose caseload holds the person; -1 if none.
    public var clinician: Int32 = -1
    /// When the referral was received.
    public var received: CivilMinute
    /// Since when the person has been in the present state.
    public var stateSince: CivilMinute
    /// When the wait for treatment began; ``Episode/never`` before.
    public var waitingSince: CivilMinute = Episode.never
    /// The first appointment attended; ``Episode/never`` before.
    public var firstAppointment: CivilMinute = Episode.never
    /// The first treatment contact; ``Episode/never`` before.
    public var firstTreatment: CivilMinute = Episode.never
    /// The second treatment contact (KT-1); ``Episode/never`` before.
    public var secondTreatment: CivilMinute = Episode.never
    /// The last treatment contact; ``Episode/never`` before.
    public var lastTreatment: CivilMinute = Episode.never

    /// The fields of a new episode.
    public init(received: CivilMinute) {
        self.received = received
        stateSince = received
    }

    /// The fields of an episode.
    public init(_ episode: Episode) {
        self.init(received: episode.received)
        state = episode.state
        step = episode.step
        priority = episode.priority
        modality = episode.modality
        endReason = episode.endReason
        wasSteppedUp = episode.wasSteppedUp
        missedCount = episode.missedCount
        contactsAtStep = episode.contactsAtStep
        lowContacts = episode.lowContacts
        highContacts = episode.highContacts
        clinician = episode.clinician
        stateSince = episode.stateSince
        waitingSince = episode.waitingSince
        firstAppointment = episode.firstAppointment
        firstTreatment = episode.firstTreatment
        secondTreatment = episode.secondTreatment
        lastTreatment = episode.lastTreatment
    }
}

extension Episode {
    /// The episode that a store kept.
    public init(_ stored: StoredEpisode) {
        self.init(received: stored.received)
        state = stored.state
        step = stored.step
        priority = stored.priority
        modality = stored.modality
        endReason = stored.endReason
        wasSteppedUp = stored.wasSteppedUp
        missedCount = stored.missedCount
        contactsAtStep = stored.contactsAtStep
        lowContacts = stored.lowContacts
        highContacts = stored.highContacts
        clinician = stored.clinician
        stateSince = stored.stateSince
        waitingSince = stored.waitingSince
        firstAppointment = stored.firstAppointment
        firstTreatment = stored.firstTreatment
        secondTreatment = stored.secondTreatment
        lastTreatment = stored.lastTreatment
    }
}
