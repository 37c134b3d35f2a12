public import CareModel
import GRDB

/// A link as it stands (BK-10).
public struct LinkRecord: Hashable, Sendable {
    /// Whose it is, what it offers, and until when.
    public var link: LinkIssued
    /// When it was issued.
    public var issuedAt: CivilMinute
    /// How it ended; nil while it has not.
    public var outcome: LinkOutcome?
    /// When it ended.
    public var endedAt: CivilMinute?
}

extension LinkRecord {
    static let columns = Columns(
        "link, digest, person, clinician, start, expires, issued_at, outcome, ended_at", of: "links")

    init(_ row: Row) throws {
        var columns = ColumnReader(row)
        link = LinkIssued(
            link: columns.integer(), digest: columns.text(), person: columns.integer(), clinician: try columns.number(),
            start: columns.minute(), expires: columns.minute())
        issuedAt = columns.minute()
        outcome = try columns.valueIfAny()
        endedAt = columns.minuteIfAny()
    }
}
