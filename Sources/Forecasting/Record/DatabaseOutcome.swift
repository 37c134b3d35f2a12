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
    /// Numbers that are too small to be told to whoever asks.
    private let hidden: Set<Key>  // lookup only
    /// Whether whoever asks may not see people.
    private let isShared: Bool
    private let counts: [String: Measure.Count]  // lookup only
    private let firstDay: CivilDay
    private let lastDay: CivilDay

    /// Whether the log tells a measure: what befell people, and who waits for a first appointment.
    static func tells(of measure: Measure) -> Bool { measure.count.isInLog || FirstWaitCount.of(measure) != nil }

    /// Counts what rows need. To whoever may not see people, numbers of fewer than 5 are not told, and counts are told
    /// in fives (EQ-1).
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
        var inFives: Set<String> = []  // lookup only
        for measure in Measure.all(standards) where Self.tells(of: measure) {
            counts[measure.name(standards)] = measure.count
            if measure.isSharedInFives { inFives.insert(measure.name(standards)) }
        }
        self.counts = counts
        isShared = try !service.may(.seePeople, in: context)
        var seen: Set<ClosedRange<CivilDay>> = []  // lookup only
        let periods = rows.filter { $0.first >= firstDay && $0.last <= lastDay }.flatMap(Self.periods)
            .filter { seen.insert($0).inserted }
        var values: [Key: Double] = [:]  // lookup only
        var hidden: Set<Key> = []  // lookup only
        for (period, found) in zip(periods, try service.measures(inEach: periods, in: context)) {
            for row in found where row.step == nil && row.group == nil {
                let key = Key(
                    measure: row.measure, team: row.team, first: period.lowerBound, last: period.upperBound)
                guard isShared else {
                    values[key] = row.value
                    continue
                }
                if row.people < Int(SmallNumbers.least) {
                    hidden.insert(key)
                } else {
                    values[key] = inFives.contains(row.measure) ? SmallNumbers.rounded(row.value) : row.value
                }
            }
        }
        (self.values, self.hidden) = (values, hidden)
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
        let keys = Self.periods(row).map { period in
            Key(measure: row.measure, team: row.team, first: period.lowerBound, last: period.upperBound)
        }
        guard !keys.contains(where: hidden.contains) else { return .failure(.init(.suppressed)) }
        let found = keys.map { values[$0] }
        return SpanTotal.of(found, count).map { .success($0) } ?? .failure(.init(isShared ? .suppressed : .nobody))
    }
}
