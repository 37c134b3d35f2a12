import CareModel
import Experiments
import Reporting
import ScenarioFiles
import ServiceSimulation

/// What of a forecast's runs is kept: the measures that can be laid beside published figures or a service's log, for
/// the service and each team, by week, calendar month, quarter and year.
struct KeptSpans {
    let outcome: ForecastOutcome
    /// The day of the service's list, before which it is known what happened; nil where there is none.
    let listDay: CivilDay?

    private var records: [ReplicationRecord] { outcome.result.records }
    private var standards: Standards { outcome.loaded.scenario.standards }

    /// The measures.
    var measures: [Measure] { Measure.all(standards).filter(Self.isKept) }

    /// Whether something can later be said of a measure: what is published, and what is counted from the log.
    static func isKept(_ measure: Measure) -> Bool {
        guard measure.isOfTeams else { return false }
        return PublishedOutcome.figure(of: measure) != nil || DatabaseOutcome.tells(of: measure)
    }

    /// A row for each measure, scope and span of which the runs tell something.
    func rows() -> [KeptRow] {
        let teams = outcome.loaded.scenario.teams.map(\.name)
        var scopes: [(team: String?, teams: Range<Int>)] = [(nil, teams.indices)]
        if teams.count > 1 { scopes += teams.enumerated().map { ($0.element, $0.offset..<$0.offset + 1) } }
        let (weeks, months) = (weeks, months)
        return scopes.flatMap { scope in
            measures.flatMap { measure -> [KeptRow] in
                let byMonth = months.map { month in values(measure, scope.teams, month.days) }
                var rows: [KeptRow] = []
                if measure.isWeekly {
                    rows += weeks.compactMap { days in
                        row(measure, scope.team, .week, days, values(measure, scope.teams, days))
                    }
                }
                for (span, members) in joined {
                    rows += members.compactMap { members in
                        let days =
                            months[members.lowerBound].days
                            .lowerBound...months[members.upperBound].days
                            .upperBound
                        return row(measure, scope.team, span, days, over(byMonth[members], measure))
                    }
                }
                return rows
            }
        }
    }

    /// The weeks of the forecast, of which nothing had passed.
    private var weeks: [ClosedRange<CivilDay>] {
        guard let record = records.first else { return [] }
        return (0..<record.weeks).map { week in
            let first = record.starts + Int32(week * 7)
            return first...first + 6
        }
    }

    private var months: [WholeMonths.Month] { WholeMonths(records: records, listDay: listDay).all }

    /// The months, quarters and years, as ranges of months.
    private var joined: [(span: ForecastSpan, members: [ClosedRange<Int>])] {
        let months = months
        let quarters = months.indices.filter { months[$0].number % 3 == 0 && $0 + 2 < months.count }
        let years = stride(from: 0, to: max(0, months.count - 11), by: 12)
        return [
            (.month, months.indices.map { $0...$0 }), (.quarter, quarters.map { $0...$0 + 2 }),
            (.year, years.map { $0...$0 + 11 }),
        ]
    }

    private func values(_ measure: Measure, _ teams: Range<Int>, _ days: ClosedRange<CivilDay>) -> [Double?] {
        WholeMonths(records: records, listDay: listDay).values(measure, teams, days)
    }

    /// Several months run by run.
    private func over(_ months: ArraySlice<[Double?]>, _ measure: Measure) -> [Double?] {
        records.indices.map { run in SpanTotal.of(months.map { $0[run] }, measure.count) }
    }

    private func row(
        _ measure: Measure, _ team: String?, _ span: ForecastSpan, _ days: ClosedRange<CivilDay>, _ runs: [Double?]
    ) -> KeptRow? {
        guard let summary = RunsSummary(runs) else { return nil }
        return KeptRow(
            measure: measure.name(standards), team: team, span: span, first: days.lowerBound, last: days.upperBound,
            level: summary.mean, low: summary.low, high: summary.high, chance: RunsSummary.chance, basis: .raw)
    }
}

/// Several months as one number, of runs and of what came alike.
enum SpanTotal {
    /// Counts add up, and all else is the mean of the months, as in published figures; nil if a month is not known.
    static func of(_ months: [Double?], _ count: Measure.Count) -> Double? {
        let known = months.compactMap { $0 }
        guard known.count == months.count, !known.isEmpty else { return nil }
        let sum = known.reduce(0, +)
        if case .total = count { return sum }
        return sum / Double(known.count)
    }
}
