/// The sessions of a course that are still to come (BK-2).
public struct CourseReply: Codable, Hashable, Sendable {
    /// By start.
    public var sessions: [CourseSession]
    /// How many of those asked for found no time in the days that the diaries reach.
    public var missing: Int
    /// The person's name.
    public var name: String?
}
