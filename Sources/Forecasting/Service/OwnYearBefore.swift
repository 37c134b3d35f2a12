import BookingService
import CareModel
import ServiceSimulation

extension Measure.Count {
    /// Whether a service's log tells a measure.
    var isInLog: Bool { !counters.isEmpty && counters.allSatisfy(CounterTally.ofPersons.contains) }
}

/// What a service's own log has of the weeks a year before a forecast (KP-12).
struct OwnYearBefore: Sendable {
    /// Which weeks.
    var days: ClosedRange<CivilDay>
    /// From which day the log knows what happened.
    var firstDay: CivilDay
    /// Means by measure and team; empty where the log does not reach so far back, or may not be read.
    private var values: [Key: Double]  // lookup only

    private struct Key: Hashable {
        var measure: String
        var team: String?
    }

    /// Weeks of a year, so that both begin on the same day of the week.
    private static let weeks: Int32 = 52

    /// Reads the log.
    /// - Parameters:
    ///   - firstDay: from which it knows what happened.
    ///   - today: the first day of the forecast.
    ///   - weeks: of the forecast; of more than a year the first year is looked at.
    init(
        _ service: BookingService, from firstDay: CivilDay, today: CivilDay, weeks: Int, _ standards: Standards,
        in context: BookingService.Context
    ) throws(BookingError) {
        self.firstDay = firstDay
        let first = today - Self.weeks * 7
        days = first...(first + Int32(min(weeks, Int(Self.weeks)) * 7 - 1))
        var values: [Key: Double] = [:]  // lookup only
        if firstDay <= first {
            let counted = Measure.all(standards).filter(\.count.isInLog)
            let names = Set(counted.map { $0.name(standards) })  // lookup only
            for row in try service.measures(in: days, byGroup: false, in: context)
            where row.step == nil && row.group == nil && names.contains(row.measure) {
                values[Key(measure: row.measure, team: row.team)] = row.value
            }
        }
        self.values = values
    }

    /// Whether the log reaches back a year.
    var isKnown: Bool { firstDay <= days.lowerBound }

    /// A measure of the service, or of a team.
    func value(_ measure: String, team: String?) -> Double? { values[Key(measure: measure, team: team)] }
}
