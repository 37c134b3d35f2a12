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

/// How a link ended. Raw values are kept in the log.
public enum LinkOutcome: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// The person booked with it.
    case used = 1
    /// Another link took its place, or somebody took it back.
    case withdrawn = 2
}

/// A link ended before its time; each ends once.
public struct LinkEnded: Hashable, Sendable, Codable {
    /// Its number.
    public var link: Int64
    /// How.
    public var outcome: LinkOutcome

    /// The end of a link.
    public init(link: Int64, outcome: LinkOutcome) {
        self.link = link
        self.outcome = outcome
    }
}
