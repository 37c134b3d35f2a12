public import CareModel

/// All that the desk knows, as components that each own their columns and their invariants, and the rules and the
/// minute that decisions go by.
///
/// The rules of the desk take it `inout`; whoever holds a ``BookingDesk`` never sees it. Nothing here decides: the
/// methods keep components in step with each other, and leave what happened in ``effects``.
@usableFromInline
struct DeskState: ~Copyable {
    /// The present minute.
    @usableFromInline var now: CivilMinute
    /// Facts and changes that the desk was told.
    @usableFromInline var factsHeard = 0
    /// When that took place which the desk is told, if it is told later (AT-1). Nil is ``now``.
    @usableFromInline var tookPlace: CivilMinute?
    /// The working days.
    @usableFromInline let calendar: WorkingCalendar
    /// The promises that the lists are ordered by.
    @usableFromInline let standards: Standards
    /// How each team books.
    @usableFromInline var rules: [BookingRules]
    /// Whether the desk books by itself whatever fits.
    @usableFromInline var booksByItself = true
    /// Whether tasks and messages are decided too.
    @usableFromInline var keepsOffice = false

    /// Clinicians and their diaries.
    @usableFromInline var capacity: Capacity
    /// Everyone, and where they are.
    @usableFromInline var people: PeopleRegister
    /// Who waits for what, in which order.
    @usableFromInline var lists: WaitingLists
    /// Who is on whose caseload.
    @usableFromInline var caseloads: Caseloads
    /// Who is booked with whom, on which day, and what is booked beyond the next appointment.
    @usableFromInline var appointments: Appointments
    /// Courses in groups, and who has a seat.
    @usableFromInline var groups: GroupCourses
    /// Times that people gave up.
    @usableFromInline var givenUp = TimesGivenUp()
    /// What the last four weeks saw.
    @usableFromInline var recentWaits: RecentWaits
    /// The last assessment week of each team, held or declared: its Monday (PO-1).
    @usableFromInline var lastAssessmentWeek: [CivilDay?]
    /// Assessment weeks that have a share of first appointments of their own, by team (PO-1).
    @usableFromInline var assessmentShares: [[AssessmentShare]]
    /// Freed time of a team is to be offered again in this minute.
    @usableFromInline var backfillPending: [Bool]
    /// What the decisions since the holder last looked lead to, in order.
    @usableFromInline var effects = EffectQueue()

    init(
        clinicians: [Clinician], rules: [BookingRules], standards: Standards, calendar: WorkingCalendar, rooms: [Room],
        now: CivilMinute
    ) {
        self.now = now
        self.calendar = calendar
        self.standards = standards
        self.rules = rules
        capacity = Capacity(clinicians: clinicians, teamCount: rules.count, calendar: calendar, rooms: rooms)
        people = PeopleRegister(teams: rules.count)
        lists = WaitingLists(teams: rules.count, clinicians: clinicians.count)
        caseloads = Caseloads(clinicians: clinicians.count)
        appointments = Appointments(clinicians: clinicians.count, calendar: calendar)
        groups = GroupCourses()
        recentWaits = RecentWaits(teams: rules.count)
        lastAssessmentWeek = [CivilDay?](repeating: nil, count: rules.count)
        assessmentShares = [[AssessmentShare]](repeating: [], count: rules.count)
        backfillPending = [Bool](repeating: false, count: rules.count)
    }

    /// The rule of courses of a team at a step. It is read in place: a team's rules as a whole are dear to copy.
    @inline(__always)
    func course(_ team: Int, _ step: Step) -> CourseRule { step == .low ? rules[team].low : rules[team].high }

    /// The rank of a class under the order of a team's lists (PO-3), read in place too.
    @inline(__always)
    func rank(_ priority: PriorityClass, team: Int) -> UInt8 {
        rules.withUnsafeBufferPointer { $0[team].priorities.rank(priority) }
    }

    /// The order of a team's lists (PO-3), read in place too.
    @inline(__always)
    func order(team: Int) -> ListOrder { rules.withUnsafeBufferPointer { $0[team].priorities.order } }

    @inline(__always)
    mutating func emit(_ effect: DeskEffect) { effects.append(effect) }

    /// Whether the components are what they say they are, each and beside the others; it stops if one is not. For
    /// tests: O(everything).
    func checkInvariants() {
        people.checkInvariants()
        lists.checkInvariants(people)
        caseloads.checkInvariants(people, capacity)
        appointments.checkInvariants(people, capacity)
        groups.checkInvariants(people)
        checkPlaces()
        capacity.weeks.checkInvariants()
        capacity.roomBook.checkInvariants()
    }
}
