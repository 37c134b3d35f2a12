import CareModel
import Foundation
import ServiceSimulation

/// What happened in the last weeks of some runs, summed over runs and teams.
struct YearTally {
    private let records: [ReplicationRecord]
    private let teams: Range<Int>
    private let scale: Double

    /// - Parameters:
    ///   - records: of runs of equal length, of at least a year.
    ///   - teams: how many teams they have.
    ///   - scale: the part of the service that was simulated: totals are those of the whole.
    init(_ records: [ReplicationRecord], teams: Int, scale: Double = 1) {
        self.records = records
        self.scale = scale
        self.teams = 0..<teams
    }

    /// The weeks of a year.
    static let yearWeeks = 52

    /// A counter's total over the last weeks, mean of the runs.
    func total(_ counter: Counter, weeks: Int = yearWeeks) -> Double {
        var sum = 0
        for record in records {
            for team in teams {
                for week in (record.weeks - weeks)..<record.weeks {
                    sum += record.count(counter, week: week, team: team)
                }
            }
        }
        return Double(sum) / Double(records.count) / scale
    }

    /// How much longer a list became in the last year: the logarithm of its mean in the last quarter over that in the
    /// quarter a year before. One person more, so that short lists do not swing.
    func growth(_ counters: [Counter]) -> Double {
        func mean(_ weeksAgo: Range<Int>) -> Double {
            var sum = 0
            for record in records {
                for team in teams {
                    for week in weeksAgo {
                        sum += counters.reduce(0) { $0 + record.count($1, week: record.weeks - 1 - week, team: team) }
                    }
                }
            }
            return Double(sum) / Double(records.count * weeksAgo.count) + 5
        }
        return log(mean(0..<13) / mean(52..<65))
    }

    func perWeek(_ counter: Counter, weeks: Int = yearWeeks) -> Double { total(counter, weeks: weeks) / Double(weeks) }

    /// A measure over the last weeks: a week's number of what is counted, a quotient as it is; nil over nothing, and of
    /// what is read off no counts.
    func value(_ count: Measure.Count, weeks: Int = yearWeeks) -> Double? {
        switch count {
        case .total(let counter), .stock(let counter): return perWeek(counter, weeks: weeks)
        case .ratio(let part, let whole, let each):
            func sum(_ counters: [Counter]) -> Double { counters.reduce(0) { $0 + total($1, weeks: weeks) } }
            let denominator = sum(whole)
            return denominator > 0 ? sum(part) / each / denominator : nil
        case .atStart, .atEnd, .centile, .centileWithWaiting, .access, .cost, .perClinician, .role, .ends: return nil
        }
    }
}
