public import CareModel

/// What came of choosing a time by a link.
public enum LinkReply: Codable, Hashable, Sendable {
    /// It is booked; the link is used up.
    case booked(start: CivilMinute, room: String?)
    /// It is not free any more: what is; the link is still good.
    case nextBest(LinkView)
}
