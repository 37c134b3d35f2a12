/// The door between the two clocks: everything that is known of a service at one minute, and nothing that identifies a
/// person (IG-2). A scenario's start, a warm-up's end and a booking database each produce one; the simulator starts
/// from one.
///
/// Within it a team, a post or a room is a place in its own lists ``teams``, ``posts`` and ``rooms``, which say by
/// ``StableKey`` who that is; ``seated(in:)`` gives everything the places of another service. A list that is empty has
/// nobody, or stands for the lists of the very service that starts from it.
public struct ServiceSnapshot: Sendable, Equatable {
    /// The minute it describes.
    public var taken: CivilMinute
    /// Who each team is.
    public var teams: [UInt64]
    /// Who each room is (CL-9).
    public var rooms: [UInt64]
    /// Everyone who is in the service, by key.
    public var people: [Person]
    /// Every post.
    public var posts: [PostSnapshot]
    /// Everything booked from ``taken`` on, by start, then clinician.
    public var appointments: [AppointmentSnapshot]
    /// Time that clinicians' diaries keep for the service's own work from ``taken`` on, courses in a group left out.
    public var blocked: [OwnWork] = []
    /// Days on which rooms cannot be used (CL-9).
    public var closedRooms: [RoomClosure] = []
    /// The last assessment week of each team, if any: its Monday.
    public var lastAssessmentWeek: [CivilDay?]
    /// Psycho-educational courses that are planned or running (TX-4).
    public var groups: [GroupSnapshot]
    /// Employment support, by team; empty where there is none (TX-13).
    public var employment: [EmploymentSnapshot]

    /// People who have left and will be referred again, soonest first (TX-14); empty where nobody knows of any.
    public var former: [FormerPerson] = []

    /// The shares of bookable time for first appointments that are in force in each team, by step, where they follow
    /// the list (PO-2); empty where the scenario says them.
    public var firstShares: [[Double]]

    /// What a service that runs has in hand; nil where the snapshot is of a list that somebody wrote down.
    public var running: RunningSnapshot?
    /// What is to come, where a simulation took the snapshot.
    public var coming: ComingSnapshot?

    /// A snapshot of nobody.
    public init(taken: CivilMinute) {
        self.taken = taken
        teams = []
        rooms = []
        firstShares = []
        people = []
        posts = []
        appointments = []
        lastAssessmentWeek = []
        groups = []
        employment = []
    }
}

/// A post and who fills it.
public struct PostSnapshot: Sendable, Equatable {
    /// Who the post is: a changed staffing plan finds its posts again by it (``StableKey``).
    public var key: UInt64
    /// The team's place in ``ServiceSnapshot/teams``.
    public var team: Int
    /// The role of the present holder.
    public var role: Role
    /// Which holder of the post this is, counted from 0.
    public var holder: UInt16
    /// When the present holder started; a metered start counts from here (CL-8).
    public var startedOn: CivilDay
    /// The day the holder leaves, once notice is given; nil if none is.
    public var leavesOn: CivilDay?
    /// The day a vacancy ends, while the post is vacant; nil if it is filled.
    public var vacantUntil: CivilDay?
    /// The year through which leave is planned; 0 if it is not.
    public var leavePlannedThrough: Int
    /// Known absences from the snapshot on: first day, last day, why.
    public var absences: [Absence]
    /// What a running service knows of the holder beside; nil where nothing is.
    public var running: HolderSnapshot?

    /// A filled post without absences.
    public init(key: UInt64, team: Int, role: Role, startedOn: CivilDay) {
        self.key = key
        self.team = team
        self.role = role
        leavePlannedThrough = 0
        holder = 0
        self.startedOn = startedOn
        leavesOn = nil
        vacantUntil = nil
        absences = []
        running = nil
    }
}

/// Days on which a clinician sees nobody.
public struct Absence: Sendable, Hashable, BitwiseCopyable {
    /// The first day.
    public var first: CivilDay
    /// The last day.
    public var last: CivilDay
    /// Why.
    public var reason: AbsenceReason

    /// An absence from `first` to `last`, both included.
    public init(first: CivilDay, last: CivilDay, reason: AbsenceReason) {
        self.first = first
        self.last = last
        self.reason = reason
    }
}

/// Why a clinician sees nobody on a day; one bit each, so that a day may have several (CL-3, CL-5, CL-6, CL-7).
@frozen
public struct AbsenceReason: OptionSet, Hashable, Sendable, BitwiseCopyable {
    /// The bits.
    public let rawValue: UInt8

    /// From bits.
    @inlinable
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Annual leave.
    @inlinable public static var leave: AbsenceReason { AbsenceReason(rawValue: 1) }
    /// Sickness.
    @inlinable public static var sickness: AbsenceReason { AbsenceReason(rawValue: 2) }
    /// Maternity, paternity or adoption leave.
    @inlinable public static var parentalLeave: AbsenceReason { AbsenceReason(rawValue: 4) }
    /// On the duty rota (CL-5).
    @inlinable public static var duty: AbsenceReason { AbsenceReason(rawValue: 8) }
    /// Mandatory training, or a trainee's university and study days.
    @inlinable public static var training: AbsenceReason { AbsenceReason(rawValue: 16) }
    /// Nobody holds the post.
    @inlinable public static var vacancy: AbsenceReason { AbsenceReason(rawValue: 32) }

    /// The days before a planned absence of two weeks or more: the clinician works, but takes nobody new (CL-6).
    @inlinable public static var beforeLongAbsence: AbsenceReason { AbsenceReason(rawValue: 64) }

    /// Reasons for which nobody is seen; ``beforeLongAbsence`` is not one of them.
    @inlinable public static var seesNobody: AbsenceReason { AbsenceReason(rawValue: 63) }
    /// Reasons for which nobody new is taken on (CL-6): a day of duty or training is none.
    @inlinable public static var closedToNewPeople: AbsenceReason {
        [.parentalLeave, .sickness, .vacancy, .beforeLongAbsence]
    }
}

/// Something booked.
public struct AppointmentSnapshot: Sendable, Equatable, BitwiseCopyable {
    /// The person's key.
    public var person: UInt64
    /// The clinician's place in ``ServiceSnapshot/posts``.
    public var clinician: Int32
    /// What for.
    public var kind: AppointmentKind
    /// When it starts.
    public var start: CivilMinute
    /// How long, in minutes.
    public var minutes: Int
    /// When it was booked: the wait before it may change attendance (AT-9).
    public var bookedAt: CivilMinute
    /// The room's place in ``ServiceSnapshot/rooms``; -1 if it has none (CL-9).
    public var room: Int32

    /// A booked appointment.
    public init(
        person: UInt64, clinician: Int32, kind: AppointmentKind, start: CivilMinute, minutes: Int,
        bookedAt: CivilMinute, room: Int32 = -1
    ) {
        self.person = person
        self.clinician = clinician
        self.kind = kind
        self.start = start
        self.minutes = minutes
        self.bookedAt = bookedAt
        self.room = room
    }
}

/// A psycho-educational course that is planned or running (TX-4).
public struct GroupSnapshot: Sendable, Equatable {
    /// What is known of it.
    public var facts: GroupFacts
    /// Keys of the people who have a seat, in the order in which they took it.
    public var members: [UInt64]

    /// A course.
    public init(facts: GroupFacts, members: [UInt64]) {
        self.facts = facts.inSnapshot
        self.members = members
    }
}

/// Employment support in a team (TX-13).
public struct EmploymentSnapshot: Sendable, Equatable {
    /// People who are supported.
    public var supported: Int
    /// Since when each of those who wait for an adviser has waited, in order.
    public var waitingSince: [CivilMinute]

    /// Employment support.
    public init(supported: Int, waitingSince: [CivilMinute]) {
        self.supported = supported
        self.waitingSince = waitingSince
    }
}
