public import BookingStore

/// A service that books: the core's desk, driven by the clock of the wall and by real people, and written to a store.
///
/// A command is a value (``BookingCommand``), and there is one door for it. Every command is one step: it is checked by
/// the core, told to the desk, and written with all that the desk decides,
/// or nothing of it happens. A command may carry a key: given again with the same key, it is not done again, and gets
/// the first reply. Times are passed in. The desk in memory is a fold of the store's log; another process's entries are
/// seen before the next step.
///
/// ```swift
/// let service = BookingService(store, policy: policy)
/// let list = try service.offer(person: 12, limit: 5, in: context)
/// let hold = try service.perform(Hold(person: 12, slot: list.slots[0].wanted), in: context)
/// let appointment = try service.perform(Confirm(hold: hold.hold), in: context)
/// ```
public final class BookingService: Sendable {
    let store: BookingStore
    /// How the service books.
    public let policy: ServicePolicy
    let memory = ServiceMemory()

    /// A service on a store.
    public init(_ store: BookingStore, policy: ServicePolicy) {
        self.store = store
        self.policy = policy
    }

    /// Closes the store.
    /// - Throws: ``BookingError/store(_:)``.
    public func close() throws(BookingError) {
        do { try store.close() } catch { throw BookingError(error) }
    }
}
