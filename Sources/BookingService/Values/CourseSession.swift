public import CareModel

/// A session of a whole course (BK-2).
public struct CourseSession: Codable, Hashable, Sendable {
    /// Which of the course: those that were had at this step count.
    public var session: Int
    /// The number of the appointment; nil if the session is only proposed.
    public var appointment: Int64?
    /// When it starts.
    public var start: CivilMinute
    /// How long, in minutes.
    public var minutes: Int
    /// The name of the clinician who holds the person.
    public var clinicianName: String
    /// Whether it is where the interval puts it, or which weeks it moved and why.
    public var why: String
}
