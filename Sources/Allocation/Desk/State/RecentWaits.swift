public import CareModel

/// What the service saw in the last four weeks: first waits, and people taken on (PO-1, KT-2).
public struct RecentWaits: Sendable {
    private static let weeks = 4
    private static let days = 401
    /// Team by team, week by week, day by day.
    private var firstWaits: [Int32]
    /// Team by team, step by step, week by week.
    private var takenOn: [Int32]
    private var slot = 0
    /// Weeks that there have been, the present one included.
    public private(set) var weeksSeen = 1

    init(teams: Int) {
        firstWaits = [Int32](repeating: 0, count: teams * Self.weeks * Self.days)
        takenOn = [Int32](repeating: 0, count: teams * 2 * Self.weeks)
    }

    /// Somebody was seen.
    /// - Parameter weeksAgo: weeks before the present one; more than 3 is forgotten.
    public mutating func addFirstWait(team: Int, days: Int, weeksAgo: Int = 0) {
        guard weeksAgo < Self.weeks else { return }
        let slot = (slot + Self.weeks - weeksAgo) % Self.weeks
        firstWaits[(team * Self.weeks + slot) * Self.days + min(max(0, days), Self.days - 1)] += 1
    }

    /// Somebody was taken on.
    /// - Parameter weeksAgo: weeks before the present one, 0 … 3.
    public mutating func addTakenOn(team: Int, step: Step, weeksAgo: Int = 0) {
        let slot = (slot + Self.weeks - weeksAgo) % Self.weeks
        takenOn[(team * 2 + Int(step.rawValue)) * Self.weeks + slot] += 1
    }

    /// Says how many weeks there have been, the present one included.
    public mutating func setWeeksSeen(_ weeks: Int) { weeksSeen = max(1, weeks) }

    /// What a team saw, for a snapshot.
    public func snapshot(team: Int) -> RecentWaitsSnapshot {
        var known = RecentWaitsSnapshot()
        for weeksAgo in 0..<Self.weeks {
            let base = (team * Self.weeks + (slot + Self.weeks - weeksAgo) % Self.weeks) * Self.days
            for days in 0..<Self.days where firstWaits[base + days] > 0 {
                known.seen.append(SeenSnapshot(weeksAgo: weeksAgo, days: days, people: firstWaits[base + days]))
            }
        }
        known.takenOn = (0..<2).map { step in
            (0..<Self.weeks).map { weeksAgo in
                takenOn[(team * 2 + step) * Self.weeks + (slot + Self.weeks - weeksAgo) % Self.weeks]
            }
        }
        return known
    }

    /// Puts in what a snapshot says that a team saw.
    public mutating func restore(_ known: RecentWaitsSnapshot, team: Int) {
        for seen in known.seen {
            for _ in 0..<seen.people { addFirstWait(team: team, days: seen.days, weeksAgo: seen.weeksAgo) }
        }
        for (step, weeks) in zip(Step.allCases, known.takenOn) {
            for (weeksAgo, people) in weeks.enumerated() {
                for _ in 0..<people { addTakenOn(team: team, step: step, weeksAgo: weeksAgo) }
            }
        }
    }

    /// People taken on a week at a step, over the last four weeks.
    public func takenOnPerWeek(team: Int, step: Step) -> Double {
        let base = (team * 2 + Int(step.rawValue)) * Self.weeks
        let sum = takenOn[base..<base + Self.weeks].reduce(0, +)
        return Double(sum) / Double(min(weeksSeen, Self.weeks))
    }

    /// First appointments a week in a team, over the last four weeks.
    public func firstAppointmentsPerWeek(team: Int) -> Double {
        let base = team * Self.weeks * Self.days
        let sum = firstWaits[base..<base + Self.weeks * Self.days].reduce(0, +)
        return Double(sum) / Double(min(weeksSeen, Self.weeks))
    }

    /// A centile of the first waits of the last four weeks, days; 0 if nobody was seen.
    public func firstWait(centile: Double, team: Int) -> Int {
        let base = team * Self.weeks * Self.days
        var total = 0
        for index in base..<base + Self.weeks * Self.days { total += Int(firstWaits[index]) }
        guard total > 0 else { return 0 }
        var left = Int((Double(total) * centile).rounded(.up))
        for day in 0..<Self.days {
            for week in 0..<Self.weeks { left -= Int(firstWaits[base + week * Self.days + day]) }
            if left <= 0 { return day }
        }
        return Self.days - 1
    }

    /// A new week begins; the oldest is forgotten.
    mutating func turnWeek() {
        slot = (slot + 1) % Self.weeks
        weeksSeen += 1
        for team in 0..<takenOn.count / (2 * Self.weeks) {
            let base = (team * Self.weeks + slot) * Self.days
            for index in base..<base + Self.days { firstWaits[index] = 0 }
            for step in 0..<2 { takenOn[(team * 2 + step) * Self.weeks + slot] = 0 }
        }
    }
}
