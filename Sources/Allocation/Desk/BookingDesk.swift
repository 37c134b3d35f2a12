public import CareModel

/// The service as the rules see it: everyone who is there, who waits in which order, who is booked with whom, who holds
/// whom. Every decision about booking is made here, whether people are sampled or real: the simulator and the booking
/// service each own one, tell it what happened, and act on its ``effects``.
///
/// The desk knows no clock: its holder sets ``now`` before each call. It knows no chance either: what people do is told
/// to it. The same facts in the same order give the same decisions.
///
/// ```swift
/// desk.now = minute
/// desk.cancelledByPerson(person, rebooks: true, exception: false)
/// for effect in desk.effects { … }
/// desk.effects.removeAll(keepingCapacity: true)
/// ```
public struct BookingDesk: ~Copyable {
    /// The present minute.
    public var now: CivilMinute
    /// When that took place which the desk is told, if it is told later (AT-1): clocks count to then. Nil is ``now``.
    public var tookPlace: CivilMinute?
    /// Clinicians and their diaries.
    public var capacity: Capacity
    /// The working days.
    public let calendar: WorkingCalendar
    /// The promises that the lists are ordered by.
    public let standards: Standards
    /// How each team books.
    public var rules: [BookingRules]
    /// What the decisions since the holder last looked lead to, in order.
    public var effects: [DeskEffect] = []

    // People, struct of arrays; a person's number is the index in all of them.

    /// Where each person is.
    public internal(set) var episodes = Column<Episode>()
    /// What each person's referral carries.
    public var referrals = Column<Referral>()
    /// What else the desk knows of each person.
    public var people = Column<DeskPerson>()
    /// The people booked with the same clinician on the same day, before and after each.
    var dayLinks = Column<DayLink>()

    /// Lists for a first appointment: index team · 2 + step.
    public internal(set) var firstLists: [WaitingList]
    /// Lists for treatment: index team · 2 + step.
    public internal(set) var treatmentLists: [WaitingList]
    /// People in treatment without a next session, by clinician.
    public internal(set) var sessionLists: [WaitingList]
    /// People on each caseload, in no particular order.
    public internal(set) var caseloadMembers: [[Int32]]
    /// Sessions booked beyond the next one of each course, by person, then start (BK-2).
    public internal(set) var laterSessions: [LaterSession] = []
    /// Psycho-educational courses, planned, running and past (TX-4); a course keeps its number.
    public internal(set) var groups: [GroupCourse] = []
    /// The first person booked with a clinician on a day; -1 is nobody.
    var dayHeads: Column<Int32>
    /// Freed time of a team is to be offered again in this minute.
    var backfillPending: [Bool]
    /// The last assessment week of each team, held or declared: its Monday (PO-1).
    public var lastAssessmentWeek: [CivilDay?]
    /// What the last four weeks saw.
    public var recentWaits: RecentWaits

    /// People in each state: team · 44 + state · 4 + step · 2 + stepped up.
    public internal(set) var stateCounts: Column<Int32>
    /// People ever in the service, by team: the other side of the balance (KP-10).
    public internal(set) var everyoneByTeam: [Int]
    /// Numbers of people who have left, by team: the next referrals of the team take them, so that memory holds who is
    /// there and no more. Numbers stay within a team, or a hire in one would change the order of ties in another.
    var freeNumbers: [[Int32]]
    /// Whether the desk books by itself whatever fits, as the simulator's clerks do; else it waits for somebody to
    /// choose.
    public var booksByItself = true {
        didSet {
            // Nobody comes back for freed time where a clerk books.
            if !booksByItself { for team in backfillPending.indices { backfillPending[team] = false } }
        }
    }
    /// Times that people gave up, by person: nobody is offered again what they could not come to, unless somebody asks
    /// for it. Only a desk of real people knows any.
    public var givenUp: [Int: [TimeGivenUp]] = [:]  // lookup only
    /// Whether everyone who left keeps their number.
    public var keepsEveryone = false
    /// The number of the person who was referred last; -1 if nobody was.
    public internal(set) var newest = -1

    /// A desk of a service with nobody in it yet.
    /// - Parameters:
    ///   - clinicians: sorted by team, then step 2 before step 3.
    ///   - rules: one for each team.
    ///   - calendar: the working days; its range is the range of the diaries.
    ///   - rooms: where people are seen face to face (CL-9).
    ///   - now: the present minute.
    public init(
        clinicians: [Clinician], rules: [BookingRules], standards: Standards, calendar: WorkingCalendar,
        rooms: [Room] = [], now: CivilMinute
    ) {
        self.now = now
        self.calendar = calendar
        self.standards = standards
        self.rules = rules
        capacity = Capacity(clinicians: clinicians, teamCount: rules.count, calendar: calendar, rooms: rooms)
        firstLists = [WaitingList](repeating: WaitingList(), count: rules.count * 2)
        treatmentLists = firstLists
        sessionLists = [WaitingList](repeating: WaitingList(), count: clinicians.count)
        caseloadMembers = [[Int32]](repeating: [], count: clinicians.count)
        dayHeads = Column(repeating: -1, count: clinicians.count * calendar.dayCount)
        backfillPending = [Bool](repeating: false, count: rules.count)
        lastAssessmentWeek = [CivilDay?](repeating: nil, count: rules.count)
        recentWaits = RecentWaits(teams: rules.count)
        stateCounts = Column(repeating: 0, count: rules.count * BookingDesk.statesPerTeam)
        everyoneByTeam = [Int](repeating: 0, count: rules.count)
        freeNumbers = [[Int32]](repeating: [], count: rules.count)
    }

    /// Eleven states, two steps, stepped up or not.
    public static var statesPerTeam: Int { 44 }

    /// The team that a person belongs to.
    @inline(__always)
    public func team(_ person: Int) -> Int { Int(referrals[person].team) }

    /// The rule of courses of a team at a step. It is read in place: a team's rules as a whole are dear to copy.
    @inline(__always)
    func course(_ team: Int, _ step: Step) -> CourseRule { step == .low ? rules[team].low : rules[team].high }

    /// The rank of a class under the order of a team's lists (PO-3), read in place too.
    @inline(__always)
    func rank(_ priority: PriorityClass, team: Int) -> UInt8 { rules[team].priorities.rank(priority) }

    /// The list of a person's team and step, among those of ``firstLists`` or ``treatmentLists``.
    @inline(__always)
    func listIndex(_ person: Int) -> Int { team(person) * 2 + Int(episodes[person].step.rawValue) }

    @inline(__always)
    mutating func emit(_ effect: DeskEffect) { effects.append(effect) }
}
