public import BookingStore
public import CareModel

/// A referral as somebody tells it, and whose it is.
public struct ToldReferral: Codable, Hashable, Sendable {
    /// The referral; when it was received does not count if it is received now.
    public var referral: Referral
    /// Whose it is.
    public var identity: Identity
    /// Whether it is received at the minute of the command. Given again a minute later it is still the same command.
    public var isNow: Bool

    /// A referral.
    /// - Parameter now: the present minute; a referral of it is received now.
    public init(_ referral: Referral, _ identity: Identity, now: CivilMinute) {
        self.referral = referral
        self.identity = identity
        isNow = referral.received == now
        if isNow { self.referral.received = CivilMinute(minutes: 0) }
    }

    /// The referral, received at a minute if it is received now.
    func referral(at now: CivilMinute) -> Referral {
        var received = referral
        if isNow { received.received = now }
        return received
    }

    /// The referral in the form of former keys.
    var former: [Any] { isNow ? [referral, "now"] : [referral] }
}
