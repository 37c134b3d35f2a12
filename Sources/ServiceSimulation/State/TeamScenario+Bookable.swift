import CareModel
import Diaries

/// What of the bookable hours that a scenario asks for can be held, hours a week of one clinician (CL-2).
public struct BookableHours: Sendable, Equatable {
    /// What the scenario asks for.
    public var asked: Double
    /// What the contract leaves: the most that is booked of it, less study and supervision, received and given.
    public var left: Double
    /// What fits into the hours of the week as whole appointments with a break.
    public var laidOut: Double
    /// The longest appointment: what is left over for want of a whole one is no more than this.
    public var longest: Double
}

extension TeamScenario {
    /// The bookable hours of a group of staff, as the practice has them when nothing else acts.
    /// - Parameter group: index of the group, of somebody at least.
    public func bookableHours(ofGroup group: Int) -> BookableHours {
        let member = staff[group]
        let step = member.role.step
        let colleagues = staff.filter { $0.role.step == step }.map { (role: $0.role, count: $0.count) }
        let given = SupervisionGiven(roles: colleagues, practice.workforce).given(by: member.role)
        let received = practice.workforce.supervisionReceived(member.role)
        let time = BookableTime(of: member, practice, supervision: received + given)
        let share = step == .low ? practice.diary.lowFirstShare : practice.diary.highFirstShare
        let plan = WeekPlan(
            of: member, number: 0, declared: 1, in: self, practice: practice, firstShare: share,
            supervision: (received, given))
        let template = WeekTemplate(plan)
        let quanta = Weekday.allCases.reduce(0) { sum, weekday in
            sum + SlotPurpose.allCases.reduce(0) { $0 + template[weekday, $1].count }
        }
        let longest = max(plan.firstMinutes, plan.sessionMinutes) + plan.callMinutes
        return BookableHours(
            asked: time.asked / 60, left: time.most / 60, laidOut: Double(quanta * Quanta.minutes) / 60,
            longest: Double(longest) / 60)
    }
}
