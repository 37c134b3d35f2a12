public import BookingStore
public import CareModel

/// A message to a person (BK-7).
public struct OutboxMessage: Codable, Hashable, Sendable {
    /// Its number.
    public var message: Int64
    /// The person's number.
    public var person: Int64
    /// How it goes.
    public var channel: MessageChannel
    /// The name of its text.
    public var template: String
    /// The appointment that it is about, if any.
    public var appointment: Int64?
    /// When it was queued.
    public var queuedAt: CivilMinute
    /// When somebody sent it; nil if nobody said so.
    public var sentAt: CivilMinute?
    /// Whether it is not to be sent, because it is not true any more.
    public var isWithdrawn: Bool
    /// The person's name.
    public var name: String?
}
