public import CareModel

// How a person is kept in the log, by the tables of properties: what is unknown is not written (RF-13).

extension Referral: Codable {
    /// Reads a referral; what is not there is unknown.
    public init(from decoder: any Decoder) throws { self = try Referral.decodeProperties(from: decoder) }

    /// Writes what is known.
    public func encode(to encoder: any Encoder) throws { try encodeProperties(to: encoder) }
}

extension Episode: Codable {
    /// Reads an episode; a milestone that is not there was not reached.
    public init(from decoder: any Decoder) throws { self.init(try StoredEpisode.decodeProperties(from: decoder)) }

    /// Writes what differs from a new episode.
    public func encode(to encoder: any Encoder) throws { try StoredEpisode(self).encodeProperties(to: encoder) }
}

extension PersonFacts: Codable {
    /// Reads what is known; what is not there is as in a new referral.
    public init(from decoder: any Decoder) throws {
        self = try PersonFacts.decodeProperties(from: decoder)
        try EarlierFacts(from: decoder).bringForward(&self)
    }

    /// Writes what differs from a new referral.
    public func encode(to encoder: any Encoder) throws { try encodeProperties(to: encoder) }
}

/// What earlier releases wrote of somebody: some of it as bits of one number, and scores of nothing where none were
/// taken.
struct EarlierFacts: Decodable {
    /// The bits; nil where a later release wrote.
    var flags: UInt16?

    /// More sessions than usual are agreed (TX-1, TX-2).
    static let supervisorAgrees: UInt16 = 4
    /// Was told that the wait will be long (FA-6).
    static let toldOfWait: UInt16 = 32
    /// The next booking goes before others (AT-10).
    static let rebooksFirst: UInt16 = 128
    /// Works with computerised CBT: the planned sessions are the contacts that are left (TX-5).
    static let onComputerised: UInt16 = 256

    /// Says what the bits said, each for itself.
    func bringForward(_ facts: inout PersonFacts) {
        facts.forgetBlankScores()
        guard let flags else { return }
        facts.supervisorAgrees = flags & EarlierFacts.supervisorAgrees != 0
        facts.toldOfWait = flags & EarlierFacts.toldOfWait != 0
        facts.rebooksFirst = flags & EarlierFacts.rebooksFirst != 0
        if flags & EarlierFacts.onComputerised != 0 {
            facts.supportContactsLeft = facts.plannedSessions ?? 0
            facts.plannedSessions = nil
        }
    }
}
