import Allocation
public import CareModel
import Diaries
import EventKernel
import RandomStreams

/// A service driven through time: people are referred, seen, treated and leave; clinicians come, go and fall ill.
///
/// The value owns everything that changes in one replication; nothing is shared, so that replications run beside each
/// other. Every decision is made by the core (`Allocation`, `CareModel`); what is sampled here is what people do.
///
/// ```swift
/// var simulation = Simulation(scenario, from: snapshot, seed: 7, replication: 0, weeks: 104)
/// simulation.run()
/// let record = simulation.finish()
/// ```
public struct Simulation: ~Copyable {
    let scenario: ServiceScenario
    let calendar: WorkingCalendar
    let firstDay: CivilDay
    let lastDay: CivilDay
    var events: EventCalendar<Int64, SimulationEvent>
    let random: Luck
    /// Who waits, who is booked, who holds whom: every decision is made there.
    var desk: BookingDesk

    /// Practice in force, by team, and what follows from it.
    var practices: [Practice]
    var derived: [Derived]
    /// The teams in which each lever is in force.
    var activeLevers: [[Int]]
    /// The split of bookable time in force, by team, and who was seen since it was last looked at (PO-2).
    var splits: [StandingSplit]
    /// Expected arrivals on a day of index 1, by team.
    var arrivalScale: [Double]
    /// What the people are like who are referred, by team.
    let referred: [ReferredPeople]
    /// Who each team is (``StableKey``).
    let teamKeys: [UInt64]

    /// What is to come for each person, by the desk's numbers.
    var people = Column<PersonState>()
    /// The referrals of today that have not arrived yet, and those that have.
    var expected: [ExpectedReferral] = []
    /// Writes down what the desk is told, if anybody wants to know.
    let recorder: DeskRecorder?

    var posts: [PostState]
    /// The teams in which a post begins or has ended, by day; for lookup only.
    let teamsByChange: [Int32: [Int]]  // lookup only
    var desks: [Desk]
    var seniorDesks: [Desk]
    /// The clerks of each team, as many as were ever at work (CL-14).
    var clerks: [[Desk]]
    /// Minutes of contact that each clinician has completed in this week, and today (KP-11, AT-8).
    var completedThisWeek: [Int32]
    var completedToday: [Int32]
    /// Employment support in each team (TX-13).
    var employment: [EmploymentState]

    var record: ReplicationRecord
    /// The week that is being recorded.
    var week = 0
    /// Starts of courses that were given up before the first day, by team: they are not planned again (TX-4).
    var givenUpCourses: [[CivilDay]]
    /// The Monday of the week that has been turned, and the day that has begun.
    var turnedWeek: CivilDay
    var startedDay: CivilDay

    /// Whether expensive invariants are checked each week.
    public var checksInvariants = false

    /// The present minute.
    @inline(__always)
    var now: CivilMinute { CivilMinute(minutes: events.now) }

    /// A service as a snapshot describes it.
    /// - Parameters:
    ///   - scenario: validated.
    ///   - snapshot: who is there; its minute is the first.
    ///   - seed: names the random numbers together with `replication`.
    ///   - replication: 0 … 2²⁰ − 1.
    ///   - weeks: weeks to run.
    ///   - recorder: writes down what the desk is told and decides; numbers of people are then never given away.
    ///   - keepsEveryone: whether numbers of people who left are never given away, to follow people to the end.
    public init(
        _ scenario: ServiceScenario, from snapshot: ServiceSnapshot, seed: UInt64, replication: UInt32, weeks: Int,
        recorder: DeskRecorder? = nil, keepsEveryone: Bool = false
    ) {
        self.init(
            scenario, from: snapshot, random: Luck(seed: seed, replication: replication), weeks: weeks,
            recorder: recorder, keepsEveryone: keepsEveryone)
    }

    /// A service as a snapshot describes it, with its luck.
    init(
        _ scenario: ServiceScenario, from snapshot: ServiceSnapshot, random: Luck, weeks: Int,
        recorder: DeskRecorder? = nil, keepsEveryone: Bool = false
    ) {
        self.scenario = scenario
        self.recorder = recorder
        firstDay = snapshot.taken.day
        lastDay = firstDay + Int32(weeks * 7)
        turnedWeek = firstDay.monday
        startedDay = firstDay - 1
        // Leave is planned to the end of the next year, appointments some weeks past the end.
        calendar = WorkingCalendar(
            first: firstDay.monday, dayCount: weeks * 7 + Simulation.daysBeyondEnd(scenario),
            closedDays: scenario.closedDays)
        events = EventCalendar(startingAt: snapshot.taken.minutes, minimumCapacity: 4096, pageBits: 8)
        self.random = random
        let teamCount = scenario.teams.count
        posts = Simulation.posts(of: scenario, from: snapshot)
        teamsByChange = Simulation.teamsByChange(posts)
        practices = scenario.teams.map(\.practice)
        derived = practices.map(Derived.init)
        activeLevers = [[Int]](repeating: [], count: scenario.levers.count)
        splits = practices.map(StandingSplit.init)
        arrivalScale = scenario.teams.map { Simulation.arrivalScale($0.referrals, scenario: scenario) }
        teamKeys = scenario.teamKeys
        referred = scenario.teams.map { ReferredPeople($0.referrals) }
        let clinicians = posts.map { Simulation.clinician($0, practice: scenario.teams[$0.team].practice) }
        desk = BookingDesk(
            clinicians: clinicians,
            rules: scenario.teams.map { $0.practice.bookingRules(openingHours: $0.openingHours) },
            standards: scenario.standards, calendar: calendar,
            rooms: scenario.rooms, now: snapshot.taken)
        desks = [Desk](repeating: Desk(from: firstDay), count: teamCount)
        seniorDesks = desks
        clerks = [[Desk]](repeating: [], count: teamCount)
        completedThisWeek = [Int32](repeating: 0, count: posts.count)
        completedToday = completedThisWeek
        givenUpCourses = [[CivilDay]](repeating: [], count: teamCount)
        employment = [EmploymentState](repeating: EmploymentState(), count: teamCount)
        record = ReplicationRecord(
            starts: firstDay, weeks: weeks, teams: teamCount, byGroup: scenario.measuresGroups)
        desk.keepsEveryone = keepsEveryone || recorder != nil
        desk.keepsOffice = recorder != nil
        restore(
            snapshot.seated(
                in: SnapshotPlaces(
                    of: snapshot, teams: teamKeys, posts: posts.map(\.key), rooms: scenario.roomKeys)))
        recordFirstDay()
    }

    /// Days of diary beyond the last week: bookings and planned leave reach past the end, and so does the longest
    /// course of a group that is planned on the last day, put off as often as may be (TX-4).
    static func daysBeyondEnd(_ scenario: ServiceScenario) -> Int {
        scenario.teams.map(\.practice.groups.rule).filter(\.isOn).reduce(460) { days, rule in
            let first = (rule.planWeeksAhead + rule.mostPutOffs * rule.putOffWeeks) * 7
            return max(days, first + rule.sessions * (rule.intervalDays + 7))
        }
    }

    /// A number of days in whole days, as far as a run reaches: what would come later never comes.
    func wholeDays(_ days: Double) -> Int32 { Int32(min(max(0, days), Double(calendar.dayCount + 7))) }

    /// Runs to the end, or to the first minute of `day`.
    public mutating func run(until day: CivilDay? = nil) { run(before: (day ?? lastDay).start) }

    /// Runs to a minute, whose events are still to come.
    mutating func run(before minute: CivilMinute) {
        let stop = StopCondition<Int64>.time(minute.minutes)
        while let event = events.next(until: stop) {
            if let next = events.peekPayload { fetch(next) }
            dispatch(event.payload)
        }
    }

    /// Closes the record: waits that still run are counted, and queues are measured to the last minute.
    public mutating func finish() -> ReplicationRecord {
        closeLastWeek()
        for person in desk.episodes.indices where desk.episodes[person].state.isBeforeFirstAppointment {
            recordBreaches(person, until: now, closing: nil)
        }
        for person in desk.episodes.indices where desk.episodes[person].state.isOpen {
            recordUnendedWaits(person, in: desk.episodes[person].state, closing: nil)
        }
        for index in record.queues.indices { record.queues[index].advance(to: now) }
        record.events = events.processed
        return record
    }

    /// Events that have fired.
    public var processedEvents: UInt64 { events.processed }

    mutating func dispatch(_ event: SimulationEvent) {
        desk.now = now
        let subject = Int(event.subject)
        switch event.kind {
        case .appointment: appointmentTakesPlace(subject)
        case .personCancels: personCancels(subject)
        case .serviceCancels: serviceCancels(subject)
        case .notConfirmed: notConfirmed(subject)
        case .referralArrives: referralArrives(subject)
        case .screeningDone: screeningDone(subject)
        case .contactAttempt: contactAttempt(subject)
        case .contactDeadline: contactDeadline(subject)
        case .supervision: supervisionAgrees(subject)
        case .holdEnds: holdEnds(subject)
        case .withdraws: withdraws(subject)
        case .callDue: callDue(subject)
        case .bookingRound: bookingRound(team: subject)
        case .backfill: backfill(team: subject)
        case .dayStarts: dayStarts()
        case .weekStarts: weekStarts()
        case .sicknessStarts: sicknessStarts(subject)
        case .sicknessGoesOn: sicknessGoesOn(subject)
        case .absenceIsLong: handOverCaseload(subject)
        case .parentalLeaveAnnounced: parentalLeaveAnnounced(subject)
        case .parentalLeaveStarts: handOverCaseload(subject)
        case .noticeGiven: noticeGiven(subject)
        case .postFallsVacant: postFallsVacant(subject)
        case .postFilled: postFilled(subject)
        case .trainingEnds: trainingEnds(subject)
        case .groupDue: groupDue(subject)
        case .employmentEnds: employmentEnds(team: subject)
        }
    }

    /// Schedules an event, not before now.
    @inline(__always)
    @discardableResult
    mutating func schedule(
        _ kind: SimulationEvent.Kind, _ subject: Int, at minute: CivilMinute, _ priority: EventPriority
    ) -> EventHandle {
        events.schedule(
            at: max(minute.minutes, events.now), priority: priority,
            SimulationEvent(kind: kind, subject: UInt32(truncatingIfNeeded: subject)))
    }

    /// Sets the one thing that a person waits for besides appointments.
    @inline(__always)
    mutating func setTimer(
        _ person: Int, _ kind: SimulationEvent.Kind, at minute: CivilMinute, _ priority: EventPriority
    ) {
        people[person].timerDue = minute
        people[person].timer = schedule(kind, person, at: minute, priority)
    }

    @inline(__always)
    mutating func count(_ counter: Counter, team: Int, _ amount: Int = 1) {
        record.add(counter, week: week, team: team, amount)
    }

    /// Counts something that befell a person: for the team, and for the person's groups where they are measured (EQ-1).
    @inline(__always)
    mutating func count(_ counter: Counter, of person: Int, team: Int, _ amount: Int = 1) {
        record.add(counter, week: week, team: team, amount)
        if scenario.measuresGroups { record.addByGroup(counter, team: team, desk.referrals[person], amount) }
    }

    @inline(__always)
    func team(_ person: Int) -> Int { desk.team(person) }
}
