/// A line of the waiting-list snapshot (KT-8).
public struct WaitingRow: Sendable, Equatable {
    /// Short name of the team.
    public var team: String
    /// What for: `first-appointment`, `treatment`, `step-up`.
    public var queue: String
    /// Step waited for.
    public var step: String
    /// Therapy waited for, where it is agreed.
    public var modality: String?
    /// People.
    public var people: Int
    /// Mean days waited.
    public var meanDays: Double
    /// Longest wait, days.
    public var longestDays: Int
    /// People who have waited longer than each of the days that breaches are counted by (`Standards.breachDays`), in
    /// that order.
    public var over: [Int]

    /// A line.
    public init(
        team: String, queue: String, step: String, modality: String?, people: Int, meanDays: Double, longestDays: Int,
        over: [Int]
    ) {
        self.team = team
        self.queue = queue
        self.step = step
        self.modality = modality
        self.people = people
        self.meanDays = meanDays
        self.longestDays = longestDays
        self.over = over
    }
}
