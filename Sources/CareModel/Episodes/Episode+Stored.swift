/// The properties of an episode as a store and tables keep them: what ``Episode/apply(_:at:)`` made of it, to be given
/// back unchanged. What has not been reached, or is nobody's, is nil.
///
/// A store writes the properties of an episode and reads the same episode back; nothing else should make one of these,
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
    /// Why the episode ended; nil while it is open.
    public var endReason: EndReason?
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
    /// Index of the clinician whose caseload holds the person; nil if none does.
    public var clinician: Int32?
    /// When the referral was received.
    public var received: CivilMinute
    /// Since when the person has been in the present state.
    public var stateSince: CivilMinute
    /// When the wait for treatment began.
    public var waitingSince: CivilMinute?
    /// The first appointment attended.
    public var firstAppointment: CivilMinute?
    /// The first treatment contact.
    public var firstTreatment: CivilMinute?
    /// The second treatment contact (KT-1).
    public var secondTreatment: CivilMinute?
    /// The last treatment contact.
    public var lastTreatment: CivilMinute?

    /// The properties of a new episode.
    public init(received: CivilMinute) {
        self.received = received
        stateSince = received
    }

    /// The properties of an episode.
    public init(_ episode: Episode) {
        func reached(_ minute: CivilMinute) -> CivilMinute? { minute == Episode.never ? nil : minute }
        self.init(received: episode.received)
        state = episode.state
        step = episode.step
        priority = episode.priority
        modality = episode.modality
        endReason = episode.state == .closed ? episode.endReason : nil
        wasSteppedUp = episode.wasSteppedUp
        missedCount = episode.missedCount
        contactsAtStep = episode.contactsAtStep
        lowContacts = episode.lowContacts
        highContacts = episode.highContacts
        clinician = episode.clinician < 0 ? nil : episode.clinician
        stateSince = episode.stateSince
        waitingSince = reached(episode.waitingSince)
        firstAppointment = reached(episode.firstAppointment)
        firstTreatment = reached(episode.firstTreatment)
        secondTreatment = reached(episode.secondTreatment)
        lastTreatment = reached(episode.lastTreatment)
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
        endReason = stored.endReason ?? .completed
        wasSteppedUp = stored.wasSteppedUp
        missedCount = stored.missedCount
        contactsAtStep = stored.contactsAtStep
        lowContacts = stored.lowContacts
        highContacts = stored.highContacts
        clinician = stored.clinician ?? -1
        stateSince = stored.stateSince
        waitingSince = stored.waitingSince ?? Episode.never
        firstAppointment = stored.firstAppointment ?? Episode.never
        firstTreatment = stored.firstTreatment ?? Episode.never
        secondTreatment = stored.secondTreatment ?? Episode.never
        lastTreatment = stored.lastTreatment ?? Episode.never
    }
}
