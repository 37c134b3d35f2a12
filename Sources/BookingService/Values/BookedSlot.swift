public import CareModel

/// What became of a command that books.
public struct BookedSlot: Codable, Hashable, Sendable {
    /// The appointment's number.
    public var appointment: Int64
    /// When it starts.
    public var start: CivilMinute
    /// Index of the clinician.
    public var clinician: Int32
    /// The name of the room, if the person is seen face to face in one (CL-9).
    public var room: String?
    /// The person's number and name.
    public var person: Int64?
    public var name: String?
    /// Whether the appointment was there already, and nothing was done; nil if it was not.
    public var isUnchanged: Bool?
    /// The clinician's name.
    public var clinicianName: String?
    /// The number of the appointment that it takes the place of; nil if it is not instead of another.
    public var replaces: Int64?
}
