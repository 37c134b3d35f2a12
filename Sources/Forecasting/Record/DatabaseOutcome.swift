import BookingService
import CareModel
import Reporting

/// What came, as a service's own log counts it (KP-12).
struct DatabaseOutcome: KnownOutcome {
    /// What tells a number from all others.
    private struct Key: Hashable {
        var measure: String
        var team: String?
        var first: CivilDay
        var last: CivilDay
    }

    private let values: [Key: Double]  // lookup only
    private let counts: [String: Measure.Count]  // lookup only
    private let firstDay: CivilDay
    private let lastDay: CivilDay

    /// Counts what rows need.
    /// - Parameters:
    ///   - firstDay: from which the database knows what happened.
    ///   - lastDay: the last day that has passed.
    init(
        _ service: BookingService, _ rows: [KeptRow], from firstDay: CivilDay, through lastDay: CivilDay,
        _ standards: Standards, in context: BookingService.Context
    ) throws(BookingError) {
        self.firstDay = firstDay
        self.lastDay = lastDay
        var counts: [String: Measure.Count] = [:]  // lookup only
        for measure in Measure.all(standards) where measure.count.isInLog {
            counts[measure.name(standards)] = measure.count
        }
        self.counts = counts
        var seen: Set<ClosedRange<CivilDay>> = []  // lookup only
        let periods = rows.filter { $0.first >= firstDay && $0.last <= lastDay }.flatMap(Self.periods)
            .filter { seen.insert($0).inserted }
        var values: [Key: Double] = [:]  // lookup only
        for (period, found) in zip(periods, try service.measures(inEach: periods, in: context)) {
            for row in found where row.step == nil && row.group == nil {
                let key = Key(
                    measure: row.measure, team: row.team, first: period.lowerBound, last: period.upperBound)
                values[key] = row.value
            }
        }
        self.values = values
    }

    /// The months of a span, or the span itself where it is a week.
    private static func periods(_ row: KeptRow) -> [ClosedRange<CivilDay>] {
        guard let months = ForecastSpan.months(from: row.first, through: row.last) else {
            return [row.first...row.last]
        }
        return months.map { $0...$0 + Int32(CivilDay.daysInMonth(year: $0.date.year, month: $0.date.month) - 1) }
    }

    func value(_ row: KeptRow) -> Result<Double, UnscoredRow.Because> {
        guard let count = counts[row.measure] else { return .failure(.init(.notKnownOf)) }
        guard row.first >= firstDay else { return .failure(.init(.beforeRecords)) }
        guard row.last <= lastDay else { return .failure(.init(.notYet)) }
        let found = Self.periods(row).map { period in
            values[Key(measure: row.measure, team: row.team, first: period.lowerBound, last: period.upperBound)]
        }
        return SpanTotal.of(found, count).map { .success($0) } ?? .failure(.init(.nobody))
    }
}
