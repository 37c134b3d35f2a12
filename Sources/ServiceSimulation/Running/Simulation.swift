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

    /// Who each team is (``StableKey``).
    let teamKeys: [UInt64]
    /// What is to come for each person, by the desk's numbers.
    var people = Column<PersonState>()
    /// Writes down what the desk is told, if anybody wants to know.
    let recorder: DeskRecorder?

    // The parts of a service. Each owns its columns. What befalls them is told to the whole, because every decision is
    // the desk's, and what follows from it may concern any other part.
    var inForce: PracticeInForce
    var arrivals: Arrivals
    var screening: Screening
    var contact: Contact
    var groupSessions: GroupSessions
    var employment: Employment
    var returns = Returns()
    var workforce: Workforce
    var recording: Recording

    /// The Monday of the week that has been turned, and the day that has begun.
    var turnedWeek: CivilDay
    var startedDay: CivilDay

    /// Days and weeks that have begun: events that are of no team.
    var turns: UInt64 = 0

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
            first: firstDay.monday, dayCount: weeks * 7 + scenario.diaryDaysBeyondEnd,
            closedDays: scenario.closedDays)
        events = EventCalendar(startingAt: snapshot.taken.minutes, minimumCapacity: 4096, pageBits: 8)
        self.random = random
        teamKeys = scenario.teamKeys
        inForce = PracticeInForce(scenario)
        arrivals = Arrivals(scenario)
        screening = Screening(teams: scenario.teams.count, from: firstDay)
        contact = Contact(teams: scenario.teams.count)
        groupSessions = GroupSessions(teams: scenario.teams.count)
        employment = Employment(teams: scenario.teams.count)
        workforce = Workforce(Workforce.posts(of: scenario, from: snapshot))
        recording = Recording(scenario, from: firstDay, weeks: weeks, clinicians: workforce.posts.count)
        desk = BookingDesk(
            clinicians: workforce.posts.map {
                Workforce.clinician($0, practice: scenario.teams[$0.team].practice)
            },
            rules: scenario.teams.map {
                $0.practice.bookingRules(openingHours: $0.openingHours, youngestAge: $0.youngestAge)
            },
            standards: scenario.standards, calendar: calendar,
            rooms: scenario.rooms, now: snapshot.taken)
        desk.keepsEveryone = keepsEveryone || recorder != nil
        desk.keepsOffice = recorder != nil
        Restoring.restore(
            snapshot.seated(
                in: SnapshotPlaces(
                    of: snapshot, teams: teamKeys, posts: workforce.posts.map(\.key), rooms: scenario.roomKeys)),
            &self)
        Recording.recordFirstDay(&self)
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
        Recording.closeLastWeek(&self)
        for person in desk.episodes.indices where desk.episodes[person].state.isBeforeFirstAppointment {
            Recording.recordBreaches(person, until: now, closing: nil, &self)
        }
        for person in desk.episodes.indices where desk.episodes[person].state.isOpen {
            Recording.recordUnendedWaits(person, in: desk.episodes[person].state, closing: nil, &self)
        }
        for index in recording.record.queues.indices { recording.record.queues[index].advance(to: now) }
        recording.record.events = events.processed
        recording.record.eventsOfEverybody = turns
        return recording.record
    }

    /// Events that have fired.
    public var processedEvents: UInt64 { events.processed }

    mutating func dispatch(_ event: SimulationEvent) {
        desk.now = now
        let subject = Int(event.subject)
        switch event.kind {
        case .appointment: AppointmentOutcomes.appointmentTakesPlace(subject, &self)
        case .personCancels: AppointmentOutcomes.personCancels(subject, &self)
        case .serviceCancels: AppointmentOutcomes.serviceCancels(subject, &self)
        case .notConfirmed: AppointmentOutcomes.notConfirmed(subject, &self)
        case .referralArrives: Arrivals.referralArrives(subject, &self)
        case .screeningDone: Screening.screeningDone(subject, &self)
        case .contactDue: Contact.contactDue(subject, &self)
        case .contactAttempt: Contact.contactAttempt(subject, &self)
        case .contactDeadline: Contact.contactDeadline(subject, &self)
        case .supervision: Treatment.supervisionAgrees(subject, &self)
        case .holdEnds: Assessment.holdEnds(subject, &self)
        case .withdraws: Waiting.withdraws(subject, &self)
        case .callDue: Waiting.callDue(subject, &self)
        case .bookingRound: AppointmentOutcomes.bookingRound(team: subject, &self)
        case .backfill: AppointmentOutcomes.backfill(team: subject, &self)
        case .dayStarts:
            turns += 1
            dayStarts()
        case .weekStarts:
            turns += 1
            weekStarts()
        case .sicknessStarts: Workforce.sicknessStarts(subject, &self)
        case .sicknessGoesOn: Workforce.sicknessGoesOn(subject, &self)
        case .absenceIsLong: Workforce.handOverCaseload(subject, &self)
        case .parentalLeaveAnnounced: Workforce.parentalLeaveAnnounced(subject, &self)
        case .parentalLeaveStarts: Workforce.handOverCaseload(subject, &self)
        case .noticeGiven: Workforce.noticeGiven(subject, &self)
        case .postFallsVacant: Workforce.postFallsVacant(subject, &self)
        case .postFilled: Workforce.postFilled(subject, &self)
        case .trainingEnds: Workforce.trainingEnds(subject, &self)
        case .groupDue: GroupSessions.groupDue(subject, &self)
        case .employmentEnds: Employment.employmentEnds(team: subject, &self)
        case .comesBack: Returns.comesBack(subject, &self)
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
        recording.record.add(counter, week: recording.week, team: team, amount)
    }

    /// Counts something that befell a person: for the team, and for the person's groups where they are measured (EQ-1).
    @inline(__always)
    mutating func count(_ counter: Counter, of person: Int, team: Int, _ amount: Int = 1) {
        recording.record.add(counter, week: recording.week, team: team, amount)
        if scenario.measuresGroups { recording.record.addByGroup(counter, team: team, desk.referrals[person], amount) }
    }

    @inline(__always)
    func team(_ person: Int) -> Int { desk.team(person) }
}
