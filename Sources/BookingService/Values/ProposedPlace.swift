public import CareModel

/// A place that a batch proposes to somebody (PO-3). Nothing is booked until somebody accepts it.
public struct ProposedPlace: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// What for.
    public var kind: AppointmentKind
    /// Index of the clinician.
    public var clinician: Int32
    /// The clinician's name.
    public var clinicianName: String
    /// When it starts.
    public var start: CivilMinute
    /// How long, in minutes.
    public var minutes: Int
    /// Why this one, in words.
    public var reason: String
    /// What stands against something better, in words.
    public var whyNotSooner: String

    /// A place.
    public init(
        person: Int64, kind: AppointmentKind, clinician: Int32, clinicianName: String, start: CivilMinute, minutes: Int,
        reason: String = "", whyNotSooner: String = ""
    ) {
        self.person = person
        self.kind = kind
        self.clinician = clinician
        self.clinicianName = clinicianName
        self.start = start
        self.minutes = minutes
        self.reason = reason
        self.whyNotSooner = whyNotSooner
    }
}
