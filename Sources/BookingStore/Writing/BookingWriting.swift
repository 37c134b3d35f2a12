public import CareModel
public import Foundation

/// What a service writes to its store, in one step that happens as a whole or not at all.
public protocol BookingWriting: BookingReading {
    /// The reply that a command was given before; nil if it is new.
    func reply(forKey key: String, fingerprint: String) throws -> Data?
    /// Keeps the reply to a command, so that the same command is not done twice.
    func remember(reply: Data, forKey key: String, fingerprint: String) throws
    /// Appends an event to the log, and applies it to everything that is derived from the log.
    func append(_ event: ServiceEvent, at: CivilMinute, by: Author) throws -> Int64
}
