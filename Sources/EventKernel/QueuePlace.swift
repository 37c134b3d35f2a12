/// A place in the queue of a resource, a store or a level, for as long as its request waits.
///
/// A type of its own: what names a request cannot be given to a calendar, where it would cancel an event that has
/// nothing to do with it. It may be kept after the request was granted or withdrawn: it then names nothing, and says
/// so, until its slot has been used exactly 2³⁰ times more. It belongs to whoever issued it.
@frozen
public struct QueuePlace: Hashable, BitwiseCopyable, Sendable {
    @usableFromInline let handle: EventHandle

    @inlinable init(_ handle: EventHandle) { self.handle = handle }

    /// A place that never names anything, for storage that needs a value.
    @inlinable public static var none: QueuePlace { QueuePlace(.none) }

    /// The priority that was asked with.
    @inlinable public var priority: EventPriority { handle.priority }
}
