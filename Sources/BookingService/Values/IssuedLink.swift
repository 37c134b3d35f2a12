public import CareModel

/// A link that was issued (BK-10).
public struct IssuedLink: Codable, Hashable, Sendable {
    /// Its number.
    public var link: Int64
    /// When the offered slot starts.
    public var start: CivilMinute
    /// From this minute the link is worth nothing.
    public var expires: CivilMinute
    /// The name of the person whose it is.
    public var name: String?
    /// The secret, to be handed over; nil where the link was issued before by the same key, for it is kept nowhere.
    public var secret: String?
}
