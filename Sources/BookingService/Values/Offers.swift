public import CareModel

/// The slots that can be offered to a person.
public struct Offers: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// What for.
    public var kind: AppointmentKind
    /// The last day that keeps the promise (FA-1, KT-1, PR-1).
    public var due: CivilDay
    /// Best first.
    public var slots: [RankedSlot]
    /// Why none is sooner, in words.
    public var whyNotSooner: [String]
    /// The person's name.
    public var name: String?
}
