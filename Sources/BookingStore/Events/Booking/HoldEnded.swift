public import CareModel

/// A hold ended; each hold ends once.
public struct HoldEnded: Hashable, Sendable, Codable {
    /// Its number.
    public var hold: Int64
    /// How.
    public var outcome: HoldOutcome

    /// The end of a hold.
    public init(hold: Int64, outcome: HoldOutcome) {
        self.hold = hold
        self.outcome = outcome
    }
}

/// How a hold ended. Raw values are kept in the log.
public enum HoldOutcome: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// It became an appointment, in the same step.
    case confirmed = 1
    /// It was given up.
    case released = 2
    /// Its time passed.
    case expired = 3
}

extension HoldEnded: StoredEvent {
    static let kind = EventKind.holdEnded

    var words: String { "the time that was held was \(outcome.name)" }

    func subject(in tables: Projector) throws -> Int64? { try tables.person("holds", "hold", hold) }

    /// A confirmed hold becomes an appointment in the same step, once.
    func note(in progress: inout StepProgress) {
        if outcome == .confirmed { progress.unbooked.append(hold) }
    }

    func apply(to tables: Projector, _ entry: EntryHead) throws {
        guard let known = try tables.hold(hold) else { throw tables.refusal(entry, "there is no hold \(hold)") }
        guard known.outcome == nil else { throw tables.refusal(entry, "hold \(hold) ended before") }
        if outcome == .confirmed, entry.at >= known.held.expires {
            throw tables.refusal(entry, "hold \(hold) expired at \(known.held.expires)")
        }
        if outcome == .expired, entry.at < known.held.expires {
            throw tables.refusal(entry, "hold \(hold) does not expire until \(known.held.expires)")
        }
        try tables.run(
            "UPDATE holds SET outcome = ?, ended_at = ? WHERE hold = ?",
            [Int64(outcome.rawValue), entry.at.minutes, hold])
        if tables.claimsTime { try ClaimTable(statements: tables.statements).free(known.placement, of: .hold(hold)) }
    }
}
