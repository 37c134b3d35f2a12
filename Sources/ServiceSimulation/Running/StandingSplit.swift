import Allocation
import CareModel

/// The shares of bookable time for first appointments that are in force in a team, and what they are judged by (PO-2).
struct StandingSplit: Sendable {
    /// Shares by step, low first.
    private(set) var shares: [Double]
    /// First appointments held since the last look, by step.
    private(set) var seen = [0, 0]
    private(set) var weeks = 0

    init(_ practice: Practice) { shares = [practice.diary.lowFirstShare, practice.diary.highFirstShare] }

    init(shares: [Double], seen: [Int] = [0, 0], weeks: Int = 0) {
        self.shares = shares
        self.seen = seen
        self.weeks = weeks
    }

    func share(_ step: Step) -> Double { shares[Int(step.rawValue)] }

    mutating func wasSeen(_ step: Step) { seen[Int(step.rawValue)] += 1 }

    /// A week is over: whether it is time to look.
    mutating func turnWeek(every interval: Int) -> Bool {
        weeks += 1
        return weeks >= interval
    }

    /// Looks at the lists, by step, and sets the shares.
    mutating func look(_ rule: StandingSplitRule, waiting: [Int]) {
        for step in shares.indices {
            shares[step] = rule.share(shares[step], waiting: waiting[step], seen: seen[step], days: weeks * 7)
            seen[step] = 0
        }
        weeks = 0
    }
}

extension PracticeInForce {
    /// Looks at the list of a team whose split follows demand, when it is time to (PO-2).
    static func considerSplit(team: Int, _ service: inout Simulation) {
        let diary = service.inForce.practices[team].diary
        guard diary.followsDemand, service.inForce.splits[team].turnWeek(every: diary.lookEveryWeeks) else { return }
        let waiting = Step.allCases.map { step in
            [EpisodeState.waitingFirstAppointment, .firstAppointmentBooked].reduce(0) { sum, state in
                sum + service.desk.people(in: state, team: team, step: step, steppedUp: false)
            }
        }
        service.inForce.splits[team].look(StandingSplitRule(aimDays: diary.aimDays), waiting: waiting)
        Workforce.layOutWeeks(team: team, &service)
    }
}
