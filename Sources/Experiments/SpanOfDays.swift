public import CareModel
public import ServiceSimulation

/// How much of each week of a record counts in a span of days, by working days.
///
/// A record counts by week. A week that two spans share is divided by its working days; where the record does not cover
/// all days of a span, those that it covers stand for all of them.
public struct SpanOfDays: Sendable {
    /// The weeks in order, and how much of each counts; empty where the record covers no working day of the span.
    public let parts: [(week: Int, share: Double)]

    /// A span within a record.
    /// - Parameters:
    ///   - first: its first day.
    ///   - days: how many days it has.
    ///   - starts: the first day of the record.
    ///   - weeks: the weeks of the record.
    public init(from first: CivilDay, days: Int, starts: CivilDay, weeks: Int) {
        let calendar = WorkingCalendar(first: first - 7, dayCount: days + 21, closedDays: [])
        let working = (0..<Int32(days)).map { first + $0 }.filter(calendar.isWorkingDay)
        let covered = working.filter { $0 >= starts && $0 < starts + Int32(weeks * 7) }
        guard !covered.isEmpty else {
            parts = []
            return
        }
        var inside: [Int: Int] = [:]  // lookup only
        for day in covered { inside[Int(day - starts) / 7, default: 0] += 1 }
        let whole = Double(working.count) / Double(covered.count)
        parts = (0..<weeks).compactMap { week in
            guard let inside = inside[week] else { return nil }
            let first = starts + Int32(week * 7)
            let own = WorkingCalendar(first: first, dayCount: 7, closedDays: [])
            let all = (0..<Int32(7)).count { own.isWorkingDay(first + $0) }
            return (week, Double(inside) / Double(all) * whole)
        }
    }
}

extension ReplicationRecord {
    /// A measure of some teams over a span of days: counts in parts of weeks, a list at the end of the last week; nil
    /// where nobody is there to be measured, or what is read off no weekly counts. O(weeks × teams).
    public func value(_ count: Measure.Count, teams: Range<Int>, over span: SpanOfDays) -> Double? {
        func of(_ counter: Counter, _ week: Int) -> Double {
            Double(teams.reduce(0) { $0 + self.count(counter, week: week, team: $1) })
        }
        func sum(_ counters: [Counter]) -> Double {
            counters.reduce(0) { sum, counter in
                sum + span.parts.reduce(0) { $0 + of(counter, $1.week) * $1.share }
            }
        }
        switch count {
        case .total(let counter): return sum([counter])
        case .stock(let counter): return span.parts.last.map { of(counter, $0.week) }
        case .ratio(let part, let whole, let each):
            let denominator = sum(whole)
            return denominator > 0 ? sum(part) / each / denominator : nil
        case .atStart, .atEnd, .centile, .centileWithWaiting, .access, .cost, .perClinician, .role, .ends: return nil
        }
    }
}
