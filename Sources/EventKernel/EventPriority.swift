/// The rank of an event among those at the same time, or of a request among those that wait: smaller goes first.
///
/// A model names its own ranks, so that the order of simultaneous events is written down rather than accidental:
///
///     extension EventPriority {
///         static var departure: EventPriority { EventPriority(rawValue: 10) }
///         static var arrival: EventPriority { EventPriority(rawValue: 20) }
///     }
@frozen
public struct EventPriority: RawRepresentable, Hashable, Comparable, BitwiseCopyable, Sendable {
    /// The rank, 0 … 255; smaller goes first.
    public let rawValue: UInt8

    /// A rank, 0 … 255.
    @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The middle rank, for models that need no other.
    @inlinable public static var normal: EventPriority { EventPriority(rawValue: 128) }

    @inlinable public static func < (left: EventPriority, right: EventPriority) -> Bool {
        left.rawValue < right.rawValue
    }
}
