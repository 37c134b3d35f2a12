public import CareModel

/// A course in a group, as a clerk sees it (TX-4).
public struct GroupEntry: Codable, Hashable, Sendable {
    /// Its number.
    public var group: Int64
    /// The team.
    public var team: String
    /// Where it has got to.
    public var stage: GroupStage
    /// When its sessions start.
    public var sessions: [CivilMinute]
    /// How long a session is, minutes.
    public var minutes: Int
    /// Sessions that were held.
    public var held: Int
    /// Who leads it.
    public var leaders: [String]
    /// Seats, taken or free.
    public var seats: Int
    /// Seats that are free.
    public var free: Int
    /// People without whom it does not start.
    public var smallest: Int
    /// The numbers of the people who have a seat, in the order in which they took it.
    public var people: [Int64]
    /// What is to be done next, in words; nil if nothing is.
    public var next: String?
    /// From when on.
    public var due: CivilMinute?
    /// The names of those people, in the same order; nil in an answer that was kept before names were.
    public var names: [String]?
}
