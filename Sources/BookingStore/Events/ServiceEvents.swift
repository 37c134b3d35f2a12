public import CareModel

/// The service was opened on a scenario: what every rule and number was on the first day.
public struct ServiceInitialised: Hashable, Sendable, Codable {
    /// The scenario's name.
    public var name: String
    /// SHA-256 of the scenario's text, in hexadecimal.
    public var fingerprint: String
    /// The scenario's text, so that the database needs no other file.
    public var scenario: String
    /// The first day of the service in this database.
    public var firstDay: CivilDay

    /// The opening of a service.
    public init(name: String, fingerprint: String, scenario: String, firstDay: CivilDay) {
        self.name = name
        self.fingerprint = fingerprint
        self.scenario = scenario
        self.firstDay = firstDay
    }
}

/// A team.
public struct TeamAdded: Hashable, Sendable, Codable {
    /// Index of the team, as in `Referral.team`.
    public var team: UInt8
    /// Its name.
    public var name: String

    /// A new team.
    public init(team: UInt8, name: String) {
        self.team = team
        self.name = name
    }
}

/// A room that face-to-face appointments need (CL-9).
public struct RoomAdded: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var room: Int64
    /// Index of the team whose room it is.
    public var team: UInt8
    /// Its name.
    public var name: String
    /// Index of the venue, as in `Referral.venue`.
    public var venue: UInt8
    /// Whether people with an accessibility need can use it.
    public var isAccessible: Bool
    /// When in the day the venue is open (BK-9); nil if it always is.
    public var hours: MinutesOfDay?

    /// A new room.
    public init(
        room: Int64, team: UInt8, name: String, venue: UInt8 = 0, isAccessible: Bool = false,
        hours: MinutesOfDay? = nil
    ) {
        self.room = room
        self.team = team
        self.name = name
        self.venue = venue
        self.isAccessible = isAccessible
        self.hours = hours
    }
}

/// A room cannot be used on a range of days (CL-9).
public struct RoomClosed: Hashable, Sendable, Codable {
    /// The closure's number, from 1.
    public var closure: Int64
    /// The room's number.
    public var room: Int64
    /// The first day.
    public var first: CivilDay
    /// The last day; ``forGood`` if none is known.
    public var last: CivilDay
    /// Why.
    public var why: String

    /// The last day of a room that is closed for good.
    public static var forGood: CivilDay { CivilDay(number: Int32.max / 2) }

    /// A closure.
    public init(closure: Int64, room: Int64, first: CivilDay, last: CivilDay, why: String) {
        self.closure = closure
        self.room = room
        self.first = first
        self.last = last
        self.why = why
    }
}

/// A closure of a room is over, or is shorter: the rest is said anew.
public struct RoomOpened: Hashable, Sendable, Codable {
    /// The closure's number.
    public var closure: Int64
    /// Why.
    public var why: String

    /// The end of a closure.
    public init(closure: Int64, why: String) {
        self.closure = closure
        self.why = why
    }
}

/// A team's week is given to first appointments (PO-1).
public struct AssessmentWeekDeclared: Hashable, Sendable, Codable {
    /// Index of the team.
    public var team: UInt8
    /// The Monday of the week.
    public var monday: CivilDay

    /// An assessment week.
    public init(team: UInt8, monday: CivilDay) {
        self.team = team
        self.monday = monday
    }
}

/// Somebody who uses the service's software, and in which role (IG-1).
public struct UserDetails: Hashable, Sendable, Codable {
    /// The user's number, from 1; 0 is the software itself.
    public var user: Int64
    /// The name the user signs in with.
    public var name: String
    /// What the user may do.
    public var role: UserRole
    /// The clinician who the user is, if any.
    public var clinician: Int32?
    /// Whether the user may sign in.
    public var isActive: Bool

    /// A user as it is from now on.
    public init(user: Int64, name: String, role: UserRole, clinician: Int32? = nil, isActive: Bool = true) {
        self.user = user
        self.name = name
        self.role = role
        self.clinician = clinician
        self.isActive = isActive
    }
}

/// What a user may do (IG-1). Raw values are kept in the log.
public enum UserRole: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// Books for everybody.
    case scheduler = 1
    /// Sees the own caseload.
    case clinician = 2
    /// Sees and changes the whole service.
    case manager = 3
    /// Sees aggregates only.
    case commissioner = 4
    /// Manages users; sees no records.
    case administrator = 5
}
