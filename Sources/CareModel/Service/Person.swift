/// Somebody whom the service knows, and where they stand, without name, contact details or date of birth (IG-2): what
/// the desk, a forecast, the store and the tables all speak of.
public struct Person: Hashable, Sendable, BitwiseCopyable {
    /// A number that stays with the person and means nothing outside.
    public var key: UInt64
    /// The number that the person had in an earlier episode (ST-6); nil if there was none, or if it is not known.
    public var earlier: UInt64?
    /// What the referral carries.
    public var referral: Referral
    /// Where the person is.
    public var episode: Episode
    /// What else is known.
    public var facts: PersonFacts
    /// What is known from before, where somebody has counted it; nil where nobody has.
    public var history: PersonHistory?
    /// What nobody sees of the person, where a simulation made the person up.
    public var unseen: UnseenSnapshot?

    /// Somebody who was just referred.
    public init(key: UInt64, referral: Referral) {
        self.key = key
        self.referral = referral
        episode = Episode(received: referral.received)
        facts = PersonFacts(startScores: referral.scores, scores: referral.scores)
    }
}

extension Person {
    /// The person as whoever has only what is written down knows them: what only a simulation knows is gone. Whoever
    /// was handed over in mid-course goes on with the plan of the course (TX-12); of the courses of others nobody has
    /// written down more than the sessions that were had.
    public var asWrittenDown: Person {
        var known = self
        known.unseen = nil
        known.history = nil
        known.facts.acceptsShortNotice = nil
        let goesOn = episode.state == .waitingTreatment && unseen != nil
        known.facts.supervisorAgrees = goesOn && facts.supervisorAgrees
        let planned = goesOn ? facts.plannedSessions ?? 0 : facts.sessionsAtStep
        known.facts.plannedSessions = facts.supportContactsLeft == nil && planned > 0 ? planned : nil
        return known
    }
}
