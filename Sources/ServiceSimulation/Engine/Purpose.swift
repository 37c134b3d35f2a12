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

extension RandomSource {
    /// Purposes are told apart by five bits, occasions by seven.
    private static var purposeBits: UInt16 { 5 }
    /// Occasions that are told apart beside the subject; later ones make a subject of their own, so that no luck
    /// comes back however often somebody is drawn for.
    private static var occasionBits: Int { 7 }
    /// Odd, and without a pattern in its bits: what a later occasion adds to the subject.
    private static var step: UInt64 { 0x9E37_79B9_7F4A_7C15 }

    /// The numbers that decide one thing for one subject on one occasion, a stream of its own.
    @inline(__always)
    func stream(_ purpose: Purpose, of subject: UInt64, _ occasion: Int = 0) -> RandomStream {
        let turn = UInt16(truncatingIfNeeded: occasion & (1 << Self.occasionBits - 1))
        let later = UInt64(truncatingIfNeeded: occasion >> Self.occasionBits) &* Self.step
        return stream(purpose: purpose.rawValue | turn << Self.purposeBits, subject: subject &+ later)
    }

    /// The numbers that say what somebody is like, of the replication in which they were referred: that stays as it was
    /// where a run goes on from a day of another.
    func stream(
        _ purpose: Purpose, of subject: UInt64, _ occasion: Int = 0, referredIn origin: UInt32
    ) -> RandomStream {
        of(replication: origin).stream(purpose, of: subject, occasion)
    }
}
