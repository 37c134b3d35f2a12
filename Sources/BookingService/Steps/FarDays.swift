/// How far a day may be from today to be meant: beyond, it is a slip of the pen.
enum FarDays {
    /// Days of an absence that is entered at once: beyond, the post is given up.
    static let longestAbsence: Int32 = 731
    /// Days ahead in which somebody may be said to be away or to leave.
    static let farthestAhead: Int32 = 1461
    /// Days back at which somebody's last day may be said to have been.
    static let farthestBack: Int32 = 366
}
