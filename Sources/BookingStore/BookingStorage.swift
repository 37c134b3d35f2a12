/// A store of a booking service: a log of events, what is folded from it, and a unique key on each resource's five
/// minutes, which alone decides who has them (BK-1). Any database with transactions and a unique key can be one.
public protocol BookingStorage: Sendable {
    /// What reads it.
    associatedtype Reader: BookingReading
    /// What writes it.
    associatedtype Writer: BookingWriting

    /// Reads one consistent state, without waiting for writers.
    func read<Value>(_ body: (Reader) throws -> Value) throws -> Value
    /// Writes one step; returns once it is on disk.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Writer) throws -> Value) async throws -> Value
    /// Compares everything that is derived with the log.
    func verify() throws -> VerificationReport
}
