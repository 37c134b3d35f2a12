public import CareModel

/// What a service reads of its store. One reading sees one state.
public protocol BookingReading {
    /// The sequence number of the last entry; 0 while the log is empty.
    var lastSequence: Int64 { get throws }
    /// Entries of the log in order, after a sequence number.
    func events(after sequence: Int64, limit: Int) throws -> [LogEntry]
    /// The next free number of a kind.
    func nextNumber(of kind: NumberedKind) throws -> Int64
    /// The waiting list, first due first (KT-8).
    func waitingList(states: [EpisodeState], team: UInt8?, step: Step?) throws -> [EpisodeRecord]
    /// A person; nil if there is none.
    func person(_ person: Int64) throws -> Person?
    /// Everybody who is in the service, by number.
    func openPeople() throws -> [Person]
    /// An appointment; nil if there is none.
    func appointment(_ appointment: Int64) throws -> AppointmentRecord?
    /// Every appointment that stands and starts at or after a minute, by start, then clinician.
    func standingAppointments(from minute: CivilMinute) throws -> [AppointmentRecord]
}
