public import CareModel

/// Who acts on risk that was found, and when (ST-7, RF-3).
public struct UrgentSlot: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// Index of the clinician; nil if nobody has time today.
    public var clinician: Int32?
    /// The clinician's name.
    public var clinicianName: String?
    /// From when on.
    public var start: CivilMinute
    /// Whether it is the duty worker (CL-5).
    public var isDuty: Bool
    /// What gives way to it, with the best new slots: those people are rebooked first (AT-10).
    public var displaced: [AffectedBooking]
    /// Why it is this one, in words.
    public var reason: String
    /// The person's name.
    public var name: String?
}
