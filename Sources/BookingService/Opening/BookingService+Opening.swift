public import Allocation
public import BookingStore
public import CareModel
public import Diaries

/// What a service begins with.
public struct ServiceFoundation: Sendable {
    /// The scenario: its name, what tells it from others, and its text.
    public var scenario: ServiceInitialised
    /// The teams' names, by index.
    public var teams: [String]
    /// The rooms, numbered from 1 without gaps (CL-9).
    public var rooms: [RoomAdded] = []
    /// The clinicians, sorted by team, then step 2 before step 3.
    public var clinicians: [ClinicianDetails]
    /// Each clinician's usual week and assessment week.
    public var weeks: [(usual: WeekTemplate, assessment: WeekTemplate)] = []
    /// What else is known of the coming weeks: absences, blocked time, assessment weeks.
    public var changes: [DeskChange] = []
    /// Who is there, and who they are.
    public var people: [(identity: Identity, known: Person)] = []
    /// What is booked, by the people's keys.
    public var appointments: [AppointmentSnapshot] = []
    /// Psycho-educational courses that are planned or running, by the people's keys (TX-4).
    public var groups: [GroupSnapshot] = []
    /// Appointments with all that another store kept of them, by the people's keys, with numbers of their own.
    public var records: [AppointmentRecord] = []
    /// What is to be done about people, by their places in ``people``, and by when (BK-12).
    public var tasks: [(person: Int, kind: TaskKind, due: CivilMinute)] = []

    /// Takes over the rooms of a scenario, numbered from 1.
    public mutating func add(_ rooms: [Room]) {
        for room in rooms {
            let number = Int64(self.rooms.count) + 1
            self.rooms.append(
                RoomAdded(
                    room: number, team: UInt8(truncatingIfNeeded: room.team), name: "Room \(number)", venue: room.venue,
                    isAccessible: room.isAccessible, hours: room.hours))
        }
    }

    /// A service with nobody in it.
    public init(scenario: ServiceInitialised, teams: [String], clinicians: [ClinicianDetails]) {
        self.scenario = scenario
        self.teams = teams
        self.clinicians = clinicians
    }
}

extension BookingService {
    /// Opens a new service in an empty store.
    /// - Throws: ``BookingError/invalid(_:)`` if there is one already; ``BookingError/store(_:)``.
    public func found(_ foundation: ServiceFoundation, in context: Context) throws(BookingError) {
        memory.forget()
        let policy = policy
        do {
            try store.writeBlocking { writer in
                try Founding(foundation: foundation, writer: writer, context: context, policy: policy).write()
            }
        } catch { throw BookingError(error) }
    }
}
