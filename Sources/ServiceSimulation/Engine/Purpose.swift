import RandomStreams

/// What random numbers decide. Each has streams of its own, so that a change in one place leaves all others untouched
/// (design: random streams).
enum Purpose: UInt16 {
    case weekLevel, arrivals, arrivalTimes, characteristics, scores, screening, contact, booking
    case attendance, cancellation, missedContact, assessment, course, session, patience
    case keepingInTouch, supervision, stepUp
    case leave, training, sickness, parentalLeave, turnover, recruitment, qualifying, initialList
    case channelChange, confirmation, groups, risk, uncertainty
}

extension RandomStream {
    /// Purposes are told apart by five bits, occasions by seven.
    private static var purposeBits: UInt16 { 5 }
    /// The last occasion that has numbers of its own.
    private static var lastOccasion: Int { 127 }

    /// Moves to the numbers that decide one thing for one subject on one occasion.
    @inline(__always)
    mutating func position(_ purpose: Purpose, _ subject: UInt64, occasion: Int = 0) {
        let turn = UInt16(truncatingIfNeeded: min(occasion, RandomStream.lastOccasion))
        position(purpose: purpose.rawValue | turn << RandomStream.purposeBits, subject: subject)
    }

    /// Moves to the numbers that say what somebody is like, of the replication in which they were referred: that stays
    /// as it was where a run goes on from a day of another.
    mutating func position(_ purpose: Purpose, _ subject: UInt64, occasion: Int = 0, of origin: UInt32) {
        let turn = UInt16(truncatingIfNeeded: min(occasion, RandomStream.lastOccasion))
        position(
            purpose: purpose.rawValue | turn << RandomStream.purposeBits, subject: subject, replication: origin)
    }
}
