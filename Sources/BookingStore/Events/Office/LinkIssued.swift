public import CareModel

/// A link goes out with which a person may book without an account (BK-10). The log keeps a digest of its secret, so
/// that nobody who reads the log can use it.
public struct LinkIssued: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var link: Int64
    /// SHA-256 of the secret, in hexadecimal.
    public var digest: String
    /// The person who may use it.
    public var person: Int64
    /// Index of the clinician of the slot that it offers.
    public var clinician: Int32
    /// When that slot starts.
    public var start: CivilMinute
    /// From this minute it is worth nothing.
    public var expires: CivilMinute

    /// A link.
    public init(
        link: Int64, digest: String, person: Int64, clinician: Int32, start: CivilMinute, expires: CivilMinute
    ) {
        self.link = link
        self.digest = digest
        self.person = person
        self.clinician = clinician
        self.start = start
        self.expires = expires
    }
}

extension LinkIssued: StoredEvent {
    static let kind = EventKind.linkIssued

    var words: String { "a link to book with was issued, good until \(expires)" }

    func subject(in tables: Projector) throws -> Int64? { person }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        guard expires > entry.at else { throw tables.refusal(entry, "the link would end before it begins") }
        try tables.insert(
            LinkRecord.columns,
            [
                link, digest, person, Int64(clinician), start.minutes, expires.minutes, entry.at.minutes, nil, nil,
            ], entry)
    }
}
