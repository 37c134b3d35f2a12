public import CareModel
import Diaries

/// A psycho-educational course in a group: who leads it, who has a seat, when it meets (TX-4).
public struct GroupCourse: Sendable, Equatable {
    /// Where a course has got to.
    public enum Stage: UInt8, CaseIterable, Sendable {
        /// It has days and facilitators, and seats are offered.
        case planned
        /// There are enough people: it will start.
        case confirmed
        /// It meets.
        case running
        /// The last session was held.
        case over
        /// It was cancelled, for want of people or of somebody to lead it.
        case cancelled
    }

    /// Index of the team.
    public var team: Int
    /// What such a course is, as it was when it was planned.
    public var rule: GroupRule
    /// The day on which the series has it start.
    public var plannedFor: CivilDay
    /// The days on which it meets.
    public var days: [CivilDay] = []
    /// Sessions that were held.
    public var held = 0
    /// The clinicians who lead it.
    public var facilitators: [Int] = []
    /// The clinicians who were asked to lead it, who go before others; empty if nobody was.
    public var asked: [Int] = []
    /// Those who led the last session.
    public var leaders: [Int] = []
    /// The people who have a seat, in the order in which they took it.
    public var members: [UInt32] = []
    /// Where it has got to.
    public var stage = Stage.planned
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
}

extension GroupRule {
    /// The part of a day that a session takes, preparation included.
    var sessionTime: Range<Int> {
        let start = max(Quanta.minuteOfDay(0), startMinute - preparationMinutes)
        let end = min(Quanta.minuteOfDay(Quanta.perDay), startMinute + sessionMinutes)
        return Quanta.index(minuteOfDay: start)..<Quanta.index(minuteOfDay: end + Quanta.minutes - 1)
    }
}
