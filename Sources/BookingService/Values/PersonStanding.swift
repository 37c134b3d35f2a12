public import CareModel

/// Where a person is after a command.
public struct PersonStanding: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// Where the person is.
    public var state: EpisodeState
    /// The number of the appointment that stands; 0 if none does.
    public var appointment: Int64
    /// When something is due for the person; nil if nothing is.
    public var nextActionDue: CivilMinute?
    /// The course in a group in which the person has a seat (TX-4); nil if in none.
    public var group: Int64?
    /// The urgent slot, where risk was found (ST-7).
    public var urgent: UrgentSlot?
    /// What a rule decided that nobody said, in a sentence; nil if none did.
    public var note: String?
    /// The name.
    public var name: String?
    /// The name of the clinician who has the person from the referral on, while the course has not begun (CL-18).
    public var allocatedTo: String?
}
