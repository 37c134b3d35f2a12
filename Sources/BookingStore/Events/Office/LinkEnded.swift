public import CareModel

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

/// How a link ended. Raw values are kept in the log.
public enum LinkOutcome: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// The person booked with it.
    case used = 1
    /// Another link took its place, or somebody took it back.
    case withdrawn = 2
}

extension LinkEnded: StoredEvent {
    static let kind = EventKind.linkEnded

    var words: String { "the link to book with was \(outcome.name)" }

    func subject(in tables: Projector) throws -> Int64? { try tables.person("links", "link", link) }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        try tables.change(
            "UPDATE links SET outcome = ?, ended_at = ? WHERE link = ? AND outcome IS NULL",
            [Int64(outcome.rawValue), entry.at.minutes, link], entry,
            else: "there is no link \(link), or it ended before")
    }
}
