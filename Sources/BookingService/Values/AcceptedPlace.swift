/// What became of a place that somebody accepted.
public struct AcceptedPlace: Codable, Hashable, Sendable {
    /// The person's number.
    public var person: Int64
    /// The appointment that was booked; nil if the place is not free for the person any more.
    public var appointment: Int64?
    /// Why not, in words; empty if it was booked.
    public var refusal: String
    /// The person's name.
    public var name: String?
}
