/// A room in which people are seen face to face (CL-9).
@frozen
public struct Room: Hashable, Sendable, BitwiseCopyable {
    /// Index of the team whose room it is; -1 for a number that is not used.
    public var team: Int32
    /// Index of the venue, as in ``Referral/venue``; 0 if the team has one venue only.
    public var venue: UInt8
    /// Whether people with an accessibility need can use it (EQ-5).
    public var isAccessible: Bool
    /// When in the day the venue is open (BK-9).
    public var hours: MinutesOfDay

    /// A room.
    public init(
        team: Int32, venue: UInt8 = 0, isAccessible: Bool = false,
        hours: MinutesOfDay = MinutesOfDay(start: 0, end: 1440)
    ) {
        self.team = team
        self.venue = venue
        self.isAccessible = isAccessible
        self.hours = hours
    }
}

/// Days on which a room cannot be used (CL-9).
public struct RoomClosure: Hashable, Sendable, BitwiseCopyable {
    /// The room's place in ``ServiceSnapshot/rooms``.
    public var room: Int
    /// The first day.
    public var first: CivilDay
    /// The last day, `first` or later.
    public var last: CivilDay

    /// A closure.
    public init(room: Int, first: CivilDay, last: CivilDay) {
        self.room = room
        self.first = first
        self.last = last
    }
}

/// At which venue a clinician works on each weekday; 0 is wherever there is a room (CL-9).
@frozen
public struct VenueWeek: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline var bits: UInt64 = 0

    /// Wherever there is a room.
    @inlinable
    public init() {}

    /// Seven venues, Monday first; those that are missing are 0.
    public init(_ venues: some Sequence<UInt8>) {
        for (weekday, venue) in zip(Weekday.allCases, venues) { self[weekday] = venue }
    }

    /// The seven venues, Monday first; none if every day is wherever there is a room.
    public var list: [UInt8] { bits == 0 ? [] : Weekday.allCases.map { self[$0] } }

    /// The venue of a weekday.
    @inlinable
    public subscript(weekday: Weekday) -> UInt8 {
        get { UInt8(truncatingIfNeeded: bits >> (UInt64(weekday.rawValue) * 8)) }
        set {
            let shift = UInt64(weekday.rawValue) * 8
            bits = bits & ~(0xFF << shift) | UInt64(newValue) << shift
        }
    }
}
