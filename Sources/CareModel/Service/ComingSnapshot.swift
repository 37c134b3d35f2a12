/// What is to come in a simulation that goes on with the same luck: every event that is pending, in order. With other
/// luck what may still befall people is drawn anew, given all that has happened.
public struct ComingSnapshot: Sendable, Equatable {
    /// The random numbers that it belongs to.
    public var seed: UInt64
    /// The replication that it belongs to.
    public var replication: UInt32
    /// Names the scenario that it belongs to.
    public var scenario: UInt64
    /// The number of each person of the snapshot: ties are decided by it.
    public var numbers: [UInt32] = []
    /// Numbers that were ever given.
    public var numbersGiven = 0
    /// Numbers of people who have left, by team, in the order in which they are given away again.
    public var freeNumbers: [[Int32]] = []
    /// Events in the order in which they fire.
    public var events: [ComingEvent] = []
    /// Minutes that the support of each of those who wait for an adviser will last, by team (TX-13).
    public var employmentLasts: [[Int64]] = []
    /// Referrals of today that are still to arrive, or have.
    public var referrals: [ComingReferral] = []

    /// Nothing yet.
    public init(seed: UInt64, replication: UInt32, scenario: UInt64) {
        self.seed = seed
        self.replication = replication
        self.scenario = scenario
    }
}

/// A pending event.
public struct ComingEvent: Sendable, Equatable {
    /// What is to happen: a number that the simulation understands.
    public var kind: UInt8
    /// Whom or what it is about: a person's number, a place among the snapshot's posts, teams or open courses, by kind.
    public var subject: UInt32
    /// When.
    public var minute: CivilMinute
    /// Its rank among events of the same minute.
    public var priority: UInt8

    /// An event.
    public init(kind: UInt8, subject: UInt32, minute: CivilMinute, priority: UInt8) {
        self.kind = kind
        self.subject = subject
        self.minute = minute
        self.priority = priority
    }
}

/// A referral that is on its way today.
public struct ComingReferral: Sendable, Equatable {
    /// Names the person's random numbers.
    public var key: UInt64
    /// What it will carry, as far as that is known.
    public var referral: Referral

    /// A referral.
    public init(key: UInt64, referral: Referral) {
        self.key = key
        self.referral = referral
    }
}
