/// What is known of a psycho-educational course in a group but who has a seat: what it is, when it meets, who leads it,
/// where it has got to (TX-4). The same for a desk, a database and a snapshot, each of which keeps the seats beside it
/// by its own numbers of people.
public struct GroupFacts: Hashable, Sendable {
    /// Index of the team; in a snapshot its place in ``ServiceSnapshot/teams``.
    public var team: Int
    /// What such a course is, as it was when it was planned.
    public var rule: GroupRule
    /// The day on which the series has it start.
    public var plannedFor: CivilDay
    /// The days on which it meets.
    public var days: [CivilDay] = []
    /// Sessions that were held.
    public var held = 0
    /// The clinicians who lead it, by index; in a snapshot by their places in ``ServiceSnapshot/posts``.
    public var facilitators: [Int] = []
    /// The clinicians who were asked to lead it, who go before others; empty if nobody was.
    public var asked: [Int] = []
    /// Those who led the last session.
    public var leaders: [Int] = []
    /// Where it has got to.
    public var stage = GroupStage.planned
    /// How often its start was put off.
    public var putOffs = 0
    /// How often a session was put off for want of somebody to lead it.
    public var sessionPutOffs = 0

    /// A course without days yet.
    public init(team: Int, rule: GroupRule, plannedFor: CivilDay) {
        self.team = team
        self.rule = rule
        self.plannedFor = plannedFor
    }

    /// Whether it still holds seats or time.
    public var isOpen: Bool { stage != .over && stage != .cancelled }

    /// Whether it has yet to begin, so that seats in it can be taken.
    public var isToCome: Bool { stage == .planned || stage == .confirmed }

    /// The days of the sessions that are still to come.
    public var coming: ArraySlice<CivilDay> { isOpen ? days[held...] : [] }

    /// When something is to be done next: the decision, or the next session.
    public var due: CivilMinute {
        guard held < days.count else { return Episode.never }
        if stage == .planned { return CivilMinute(day: days[0] - Int32(rule.decisionDays), minuteOfDay: 9 * 60) }
        return CivilMinute(day: days[held], minuteOfDay: rule.startMinute)
    }

    /// What a snapshot says of the course. Whom a desk asked to lead it, and who led its last session, is the desk's
    /// own: what starts from a snapshot chooses by itself.
    public var inSnapshot: GroupFacts {
        var facts = self
        facts.asked = []
        facts.leaders = []
        return facts
    }
}

/// Where a psycho-educational course in a group has got to (TX-4). Raw values are kept in the log.
public enum GroupStage: UInt8, CaseIterable, Hashable, Sendable, BitwiseCopyable, NamedCode, PropertyValue {
    /// It has days and facilitators, and seats are offered.
    case planned = 0
    /// There are enough people: it will start.
    case confirmed = 1
    /// It meets.
    case running = 2
    /// The last session was held.
    case over = 3
    /// It was cancelled, for want of people or of somebody to lead it.
    case cancelled = 4
}
