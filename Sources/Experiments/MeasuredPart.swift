import CareModel
import ServiceSimulation
import Statistics

/// The part of records that a measure is taken of: some teams over some weeks. It holds no record: there may be ten
/// thousand of them, and to hold one is to count each of its two dozen arrays once more.
struct MeasuredPart {
    let teams: [Int]
    let weeks: Range<Int>
    let scenario: ServiceScenario

    init(_ teams: [Int], _ weeks: Range<Int>, _ scenario: ServiceScenario) {
        self.teams = teams
        self.weeks = weeks
        self.scenario = scenario
    }

    /// A measure; nil if nobody is there to be measured, or it is not of teams.
    func value(_ count: Measure.Count, of record: ReplicationRecord) -> Double? {
        if let sums = sums(count, of: record) { return sums.value(count, weeks: weeks.count) }
        switch count {
        case .centile(let kind, let probability): return centile(kind, probability, of: record)
        case .centileWithWaiting(let kind, let probability):
            let curve = record.survival(kind, teams: teams)
            return (curve.quantile(probability) ?? curve.lastObserved).map { Double($0) }
        case .total, .stock, .ratio, .atStart, .atEnd, .access, .cost, .perClinician, .role, .ends: return nil
        }
    }

    /// What a measure follows from; nil for one that is read off a distribution, or is not of teams.
    func sums(_ count: Measure.Count, of record: ReplicationRecord) -> MeasureSums? {
        switch count {
        case .total(let counter), .stock(let counter): return MeasureSums(part: sum([counter], of: record))
        case .ratio(let part, let whole, _):
            return MeasureSums(part: sum(part, of: record), whole: sum(whole, of: record))
        case .atStart(let counter):
            return MeasureSums(part: Double(teams.reduce(0) { $0 + record.countAtStart(counter, team: $1) }))
        case .atEnd(let counter):
            guard let last = weeks.last else { return nil }
            return MeasureSums(part: Double(teams.reduce(0) { $0 + record.count(counter, week: last, team: $1) }))
        case .access:
            let need = teams.reduce(0) { $0 + scenario.teams[$1].population.need }
            return MeasureSums(part: sum([.enteredTreatment], of: record), whole: need)
        case .cost(let counter):
            return MeasureSums(part: staffCost(of: record), whole: counter.map { sum([$0], of: record) } ?? 0)
        case .perClinician(let counter):
            return MeasureSums(part: sum([counter], of: record), whole: wteWeeks(of: record))
        case .centile, .centileWithWaiting, .role, .ends: return nil
        }
    }

    private func sum(_ counters: [Counter], of record: ReplicationRecord) -> Double {
        var total = 0
        for counter in counters {
            for team in teams { for week in weeks { total += record.count(counter, week: week, team: team) } }
        }
        return Double(total)
    }

    /// Whole-time clinicians in filled posts, summed over the weeks.
    private func wteWeeks(of record: ReplicationRecord) -> Double {
        var thousandths = 0
        for team in teams {
            for role in Role.allCases {
                for week in weeks { thousandths += record.count(.wteThousandths, week: week, team: team, role: role) }
            }
        }
        return Double(thousandths) / 1000
    }

    /// What the filled posts cost in the weeks, pounds (KP-9).
    private func staffCost(of record: ReplicationRecord) -> Double {
        var cost = 0.0
        for team in teams {
            for role in Role.allCases {
                let wteWeeks = weeks.reduce(0) { $0 + record.count(.wteThousandths, week: $1, team: team, role: role) }
                cost += Double(wteWeeks) / 1000 * scenario.pay.yearly(role) / 52.18
            }
        }
        return cost
    }

    /// A centile of whole days: the least number that at least that share of people do not exceed.
    private func centile(_ kind: WaitKind, _ probability: Double, of record: ReplicationRecord) -> Double? {
        var people = [Int](repeating: 0, count: ReplicationRecord.longestWaitDays + 1)
        for team in teams {
            for (day, count) in record.waits(kind, team: team).enumerated() { people[day] += Int(count) }
        }
        let total = people.reduce(0, +)
        guard total > 0 else { return nil }
        var left = Int((Double(total) * probability).rounded(.up))
        for (day, count) in people.enumerated() {
            left -= count
            if left <= 0 { return Double(day) }
        }
        return Double(ReplicationRecord.longestWaitDays)
    }
}

extension ReplicationRecord {
    /// A measure of a role's work; nil where it has no filled post, or nobody is there to be measured.
    func value(_ count: Measure.RoleCount, team: Int, role: Role, weeks: Range<Int>) -> Double? {
        func sum(_ counter: RoleCounter) -> Double {
            Double(weeks.reduce(0) { $0 + self.count(counter, week: $1, team: team, role: role) })
        }
        func share(_ part: RoleCounter, _ whole: [RoleCounter]) -> Double? {
            let all = whole.reduce(0) { $0 + sum($1) }
            return all > 0 ? sum(part) / all : nil
        }
        guard sum(.wteThousandths) > 0 else { return nil }
        switch count {
        case .perWholeTime(let counter, let each, let whole, let present):
            let wholeTime = sum(whole) / 1000
            guard wholeTime > 0, present.map({ sum($0) > 0 }) ?? true else { return nil }
            return sum(counter) / each / wholeTime
        case .share(let part, let whole): return share(part, whole)
        case .yearly(let part, let whole): return share(part, [whole]).map { $0 * 52.18 }
        }
    }
}
