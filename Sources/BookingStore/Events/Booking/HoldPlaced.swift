public import CareModel

/// A placement is kept for a person for a few minutes (BK-4). It takes the time like an appointment.
public struct HoldPlaced: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var hold: Int64
    /// What it keeps.
    public var placement: Placement
    /// From this minute it keeps nothing.
    public var expires: CivilMinute
    /// Why a rule was overridden (CL-1); nil if none was. Only the log keeps it.
    public var overrideReason: String?

    /// A hold.
    public init(hold: Int64, placement: Placement, expires: CivilMinute, overrideReason: String? = nil) {
        self.hold = hold
        self.placement = placement
        self.expires = expires
        self.overrideReason = overrideReason
    }
}

extension HoldPlaced: StoredEvent {
    static let kind = EventKind.held

    var takesTime: Bool { true }

    var words: String { words(LogNames()) }

    func words(_ names: LogNames) -> String { "a time was held until \(expires): \(placement.words(names))" }

    func subject(in tables: Projector) throws -> Int64? { placement.person }

    func note(in progress: inout StepProgress) {
        progress.nextExpiry = progress.nextExpiry.map { min($0, expires) }
    }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        guard hold > 0 else { throw tables.refusal(entry, "numbers of holds start at 1") }
        guard expires > entry.at else { throw tables.refusal(entry, "the hold would end before it begins") }
        try tables.check(placement, entry)
        if tables.claimsTime { try ClaimTable(statements: tables.statements).claim(placement, for: .hold(hold)) }
        try tables.inserting(entry) { try HoldRecord.insert(self, at: entry.at, tables.statements) }
    }
}
