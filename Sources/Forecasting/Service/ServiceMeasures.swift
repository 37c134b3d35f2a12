public import BookingService
public import CareModel
import Statistics

/// A number of a service's past, as it is told (KP-12, KP-13, TX-14).
public struct ToldMeasure: Encodable, Sendable {
    /// The measure's name.
    public let measure: String
    /// What its number counts.
    public let unit: String
    /// For whom: the names of what restricts; empty for everybody.
    public let group: [String: String]
    /// The number.
    public let mean: Double
    /// Where a share may lie by chance alone, 95%: Wilson's interval; nil for what is no share.
    public let ci95: [Double]?
    /// Of how many people it speaks.
    public let people: Int
}

extension BookingService {
    /// The measures of a period as they are told, with how far chance alone may move a share.
    public func toldMeasures(
        in period: ClosedRange<CivilDay>, byGroup: Bool, in context: Context
    ) throws(BookingError) -> [ToldMeasure] {
        try measures(in: period, byGroup: byGroup, in: context).map { row in
            var group: [String: String] = [:]  // lookup only
            group["team"] = row.team
            group["step"] = row.step?.name
            if let people = row.group { group[people.characteristic.name] = people.name }
            let share = row.unit == .share && row.people > 0 && (0...1).contains(row.value)
            let interval =
                share
                ? ConfidenceInterval.wilson(
                    successes: Int((row.value * Double(row.people)).rounded()), trials: row.people) : nil
            return ToldMeasure(
                measure: row.measure, unit: row.unit.rawValue, group: group, mean: row.value,
                ci95: interval.map { [$0.lowerBound, $0.upperBound] }, people: row.people)
        }
    }
}
