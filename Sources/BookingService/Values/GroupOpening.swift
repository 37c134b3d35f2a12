public import CareModel

/// A course that is to be opened; nil is as the team's courses are.
public struct GroupOpening: Codable, Hashable, Sendable {
    /// Index of the team.
    public var team: Int
    /// The day of the first session.
    public var first: CivilDay
    /// When a session starts, minutes since midnight.
    public var startMinute: Int?
    /// Sessions, 1 … 20.
    public var sessions: Int?
    /// Length of a session, minutes.
    public var sessionMinutes: Int?
    /// Days between sessions, 1 … 28.
    public var intervalDays: Int?
    /// People without whom it does not start, 1 or more.
    public var smallest: Int?
    /// Seats, 1 … 100.
    public var largest: Int?
    /// Indices of the clinicians who are to lead it; empty leaves the choice to the service.
    public var leaders: [Int32] = []

    /// A course as the team's courses are.
    public init(team: Int, first: CivilDay) {
        self.team = team
        self.first = first
    }
}
