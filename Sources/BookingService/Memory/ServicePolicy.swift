public import Allocation
public import CareModel

/// How a service books: the part of its scenario that the desk decides by. It is not stored as numbers: the scenario
/// itself is in the log, and is read again when the service is opened.
public struct ServicePolicy: Sendable, Equatable {
    /// One for each team.
    public var rules: [BookingRules]
    /// Days ahead at which unused time is released, by team (PO-2).
    public var releaseDays: [Int]
    /// The promises.
    public var standards: Standards
    /// Days on which the service is closed besides weekends and bank holidays.
    public var closedDays: [CivilDay]
    /// The teams' names in the scenario, by index; empty where they have titles only.
    public var teamNames: [String] = []
    /// Minutes for which a slot is held (BK-4).
    public var holdMinutes = 10
    /// Days ahead that the diaries reach.
    public var diaryDays = 371

    /// A policy.
    public init(rules: [BookingRules], releaseDays: [Int], standards: Standards, closedDays: [CivilDay]) {
        self.rules = rules
        self.releaseDays = releaseDays
        self.standards = standards
        self.closedDays = closedDays
    }
}
