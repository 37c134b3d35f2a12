/// What a correction came to (BK-4).
public struct CorrectionReply: Codable, Hashable, Sendable {
    /// Where the person is now.
    public var state: PersonStanding
    /// Appointments that stand again.
    public var restored: [Int64] = []
    /// Appointments that cannot stand again: their time was taken meanwhile, or is over.
    public var lost: [Int64] = []
    /// Appointments that were booked on what was wrong, and are given up.
    public var givenUp: [Int64] = []
}
