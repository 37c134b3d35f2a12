public import CareModel

/// Where a psycho-educational course has got to (TX-4). Raw values are kept in the log.
public enum GroupStage: UInt8, CaseIterable, Hashable, Sendable, NamedCode {
    /// It has days and facilitators, and seats are offered.
    case planned = 0
    /// There are enough people: it will start.
    case confirmed = 1
    /// It meets.
    case running = 2
    /// The last session was held.
    case over = 3
    /// It was cancelled.
    case cancelled = 4
}

/// A psycho-educational course in a group as it is from now on (TX-4). The time of its facilitators is booked beside
/// it, as appointments of nobody.
public struct GroupDetails: Hashable, Sendable, Codable {
    /// Its number, from 1.
    public var group: Int64
    /// Index of the team.
    public var team: UInt8
    /// What such a course is.
    public var rule: GroupRule
    /// The day for which it was planned.
    public var plannedFor: CivilDay
    /// The days on which it meets.
    public var days: [CivilDay] = []
    /// Sessions that were held.
    public var held = 0
    /// Indices of the clinicians who lead it.
    public var facilitators: [Int32] = []
    /// Those who were asked to.
    public var asked: [Int32] = []
    /// Those who led the last session.
    public var leaders: [Int32] = []
    /// Where it has got to.
    public var stage = GroupStage.planned
    /// How often its start was put off.
    public var putOffs = 0
    /// How often a session was put off.
    public var sessionPutOffs = 0

    /// A course without days yet.
    public init(group: Int64, team: UInt8, rule: GroupRule, plannedFor: CivilDay) {
        self.group = group
        self.team = team
        self.rule = rule
        self.plannedFor = plannedFor
    }
}

/// A person takes a seat in a course (TX-4, BK-1).
public struct GroupSeatTaken: Hashable, Sendable, Codable {
    /// The course's number.
    public var group: Int64
    /// Which seat, from 0.
    public var seat: Int
    /// The person's number.
    public var person: Int64

    /// A seat.
    public init(group: Int64, seat: Int, person: Int64) {
        self.group = group
        self.seat = seat
        self.person = person
    }
}

/// A person has no seat in a course any more.
public struct GroupSeatLeft: Hashable, Sendable, Codable {
    /// The course's number.
    public var group: Int64
    /// The person's number.
    public var person: Int64

    /// The end of a seat.
    public init(group: Int64, person: Int64) {
        self.group = group
        self.person = person
    }
}

/// Somebody of step 2 takes on the case of a person in a course (TX-4, CL-1).
public struct GroupCaseTaken: Hashable, Sendable, Codable {
    /// The course's number.
    public var group: Int64
    /// The person's number.
    public var person: Int64
    /// Index of the case manager.
    public var clinician: Int32

    /// A case that is taken on.
    public init(group: Int64, person: Int64, clinician: Int32) {
        self.group = group
        self.person = person
        self.clinician = clinician
    }
}

/// What became of a person at a session of a course (AT-1, TX-4).
public struct GroupContact: Hashable, Sendable, Codable {
    /// The course's number.
    public var group: Int64
    /// Which session, from 1.
    public var session: Int
    /// The person's number.
    public var person: Int64
    /// The outcome, cancellations too: a seat is no appointment that could be given to anybody else.
    public var attendance: Attendance
    /// PHQ-9 and GAD-7 taken at it (TX-10).
    public var scores: Scores?

    /// An outcome.
    public init(group: Int64, session: Int, person: Int64, attendance: Attendance, scores: Scores? = nil) {
        self.group = group
        self.session = session
        self.person = person
        self.attendance = attendance
        self.scores = scores
    }
}
