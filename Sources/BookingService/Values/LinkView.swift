public import CareModel

/// What somebody with a link sees: times, and nothing that says who they are or why they come (BK-10).
public struct LinkView: Codable, Hashable, Sendable {
    /// A time that may be booked.
    public struct Choice: Codable, Hashable, Sendable {
        /// When it starts.
        public var start: CivilMinute
        /// How long, in minutes.
        public var minutes: Int
        /// The room, if one is needed.
        public var room: String?
    }

    /// Until when the link is good.
    public var expires: CivilMinute
    /// The offered time first, if it is still free; then the next best.
    public var choices: [Choice]
    /// Whether the time that was offered is still free.
    public var isStillFree: Bool
}
