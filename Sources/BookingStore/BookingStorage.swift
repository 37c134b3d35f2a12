public import CareModel
public import Foundation

/// What a service reads of its store. One reading sees one state.
public protocol BookingReading {
    /// The sequence number of the last entry; 0 while the log is empty.
    var lastSequence: Int64 { get throws }
    /// Entries of the log in order, after a sequence number.
    func events(after sequence: Int64, limit: Int) throws -> [LogEntry]
    /// The next free number of a kind.
    func nextNumber(of kind: NumberedKind) throws -> Int64
    /// The waiting list, first due first (KT-8).
    func waitingList(states: [EpisodeState], team: UInt8?, step: Step?) throws -> [WaitingRecord]
    /// A person; nil if there is none.
    func person(_ person: Int64) throws -> PersonRecord?
    /// Everybody who is in the service, by number.
    func openPeople() throws -> [PersonRecord]
    /// An appointment; nil if there is none.
    func appointment(_ appointment: Int64) throws -> AppointmentRecord?
    /// Every appointment that stands and starts at or after a minute, by start, then clinician.
    func standingAppointments(from minute: CivilMinute) throws -> [AppointmentRecord]
}

/// What a service writes to its store, in one step that happens as a whole or not at all.
public protocol BookingWriting: BookingReading {
    /// The reply that a command was given before; nil if it is new.
    func reply(forKey key: String, fingerprint: String) throws -> Data?
    /// Keeps the reply to a command, so that the same command is not done twice.
    func remember(reply: Data, forKey key: String, fingerprint: String) throws
    /// Appends an event to the log, and applies it to everything that is derived from the log.
    func append(_ event: ServiceEvent, at: CivilMinute, by: Author) throws -> Int64
}

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
