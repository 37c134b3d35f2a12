public import CareModel

/// A slot that is kept for a person for some minutes (BK-4).
public struct HeldSlot: Codable, Hashable, Sendable {
    /// Its number.
    public var hold: Int64
    /// From this minute it keeps nothing.
    public var expires: CivilMinute
    /// The person's hold that it ended; nil if there was none.
    public var instead: Int64?
    /// The person's number and name.
    public var person: Int64?
    public var name: String?
}
