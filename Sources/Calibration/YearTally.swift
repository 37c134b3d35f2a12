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

    /// One total over another; nil over nothing.
    func ratio(_ part: Counter, _ whole: Counter, weeks: Int = yearWeeks) -> Double? {
        let denominator = total(whole, weeks: weeks)
        return denominator > 0 ? total(part, weeks: weeks) / denominator : nil
    }
}
