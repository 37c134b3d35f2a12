import Allocation
public import BookingStore
public import CareModel

/// What is to be changed of a clinician; nil leaves it as it is.
public struct ClinicianChange: Hashable, Sendable {
    /// The name.
    public var name: String?
    /// The sex, for people who ask for one (KT-10).
    public var sex: Sex?
    /// Indices of the languages beside English (EQ-2).
    public var languages: [UInt8]?
    /// The venue of each weekday, Monday first; 0 is wherever there is a room (CL-9).
    public var venues: [UInt8]?
    /// Trained to see people under 18 (PR-4).
    public var seesUnder18: Bool?
    /// Most people on the caseload (CL-1).
    public var caseloadCap: Int?
    /// The last day on which the clinician sees anyone (CL-7).
    public var lastDay: CivilDay?

    /// No change.
    public init() {}
}

extension BookingService {
    /// Adds a room, in which people of a team are seen face to face (CL-9). From its first room on, a team's people who
    /// ask to be seen face to face need one.
    /// - Parameter room: its number is not used: it gets the next.
    /// - Returns: the room's number.
    public func addRoom(_ room: RoomAdded, in context: Context) throws -> Int64 {
        try run(context, .changeStaff, KeyedCommand("add room", .nobody, room)) { step in
            _ = try step.index(ofTeam: Int(room.team))
            var room = room
            room.room = Int64(try step.writer.rooms().count) + 1
            try step.decisions().append(.roomAdded(room))
            step.box.isStale = true
            return room.room
        }
    }

    /// Changes what is known of a clinician. What is booked stands.
    public func change(clinician: Int32, _ change: ClinicianChange, in context: Context) throws -> ClinicianDetails {
        try run(context, .changeStaff, KeyedCommand("change clinician", .nobody, clinician, change)) { step in
            let index = Int(clinician)
            guard step.box.clinicians.indices.contains(index) else {
                throw BookingError.refused([.noSuchClinician])
            }
            var details = step.box.clinicians[index]
            if let name = change.name { details.name = name }
            if let sex = change.sex { details.sex = sex }
            if let languages = change.languages { details.languages = languages }
            if let venues = change.venues { details.venues = venues }
            if let seesUnder18 = change.seesUnder18 { details.seesUnder18 = seesUnder18 }
            if let cap = change.caseloadCap { details.caseloadCap = cap }
            if let lastDay = change.lastDay { details.lastDay = lastDay }
            guard details != step.box.clinicians[index] else { return details }
            try step.decisions().append(.clinicianChanged(details))
            step.box.isStale = true
            return details
        }
    }
}
