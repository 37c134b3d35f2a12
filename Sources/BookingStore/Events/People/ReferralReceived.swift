public import CareModel

/// A referral arrived: a person is in the service from now on (RF-13).
public struct ReferralReceived: Hashable, Sendable, Codable {
    /// The person's number, from 1; it means nothing outside.
    public var person: Int64
    /// The number the person had in an earlier episode (ST-6), if there was one.
    public var earlier: Int64?
    /// Who the person is.
    public var identity: Identity
    /// What the referral carries.
    public var referral: Referral
    /// What is known beside it.
    public var facts: PersonFacts

    /// A referral.
    public init(person: Int64, earlier: Int64? = nil, identity: Identity, referral: Referral, facts: PersonFacts) {
        self.person = person
        self.earlier = earlier
        self.identity = identity
        self.referral = referral
        self.facts = facts
    }
}

extension ReferralReceived: StoredEvent {
    static let kind = EventKind.referralReceived
    private static let people = Columns("person, earlier, \(Referral.columns.names)", of: "people")
    private static let episodes = Columns(
        "person, team, \(StoredEpisode.columns.names), \(PersonFacts.columns.names)", of: "episodes")

    var words: String { "referred (\(referral.source.title)), received \(referral.received)" }

    func subject(in tables: Projector) throws -> Int64? { person }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        guard person > 0 else { throw tables.refusal(entry, "numbers of people start at 1") }
        let episode = StoredEpisode(received: referral.received)
        try tables.insert(ReferralReceived.people, [person, earlier] + Referral.columns.values(of: referral), entry)
        try tables.insert(Identity.columns, [person] + identity.columnValues, entry)
        try tables.insert(
            ReferralReceived.episodes,
            [person, Int64(referral.team)] + StoredEpisode.columns.values(of: episode)
                + PersonFacts.columns.values(of: facts), entry)
    }

    func tell(_ known: inout PersonAsTold) {
        known.episode = known.episode ?? Episode(received: referral.received)
        known.facts = known.facts ?? facts
        known.identity = known.identity ?? identity
    }
}
