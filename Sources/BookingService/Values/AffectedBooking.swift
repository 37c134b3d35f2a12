public import CareModel

/// Somebody who is affected by a clinician who will not be there (BK-6): by an appointment that must move, with the
/// best slots for it, or by a course in a group that nobody leads.
public struct AffectedBooking: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The appointment that was cancelled; 0 if it is a session of a group.
    public var appointment: Int64
    /// When it was.
    public var start: CivilMinute
    /// Where to, best first; empty if the course goes on with another session that is booked.
    public var slots: [RankedSlot]
    /// The session with which a course that was booked whole goes on (BK-2); nil if it was not.
    public var goesOnAt: CivilMinute?
    /// The course in which the person has a seat, if one of its sessions is affected (TX-4).
    public var group: Int64?
    /// What to do about it, if no slot can be shown.
    public var advice: String?
    /// The person's name.
    public var name: String?
}
