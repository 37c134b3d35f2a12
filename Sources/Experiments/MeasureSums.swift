public import CareModel
public import ServiceSimulation

/// Two sums that a measure follows from. Those of teams that were run apart are added, and the measure of all of them
/// follows without their records.
public struct MeasureSums: Sendable, Equatable {
    /// What is counted.
    public var part: Double
    /// What it is divided by, for a measure that is a part of something; 0 for others.
    public var whole: Double

    /// Two sums.
    public init(part: Double, whole: Double = 0) {
        self.part = part
        self.whole = whole
    }

    /// Those of both.
    public static func + (one: MeasureSums, other: MeasureSums) -> MeasureSums {
        MeasureSums(part: one.part + other.part, whole: one.whole + other.whole)
    }

    /// The measure; nil where nobody was there to be measured, or it does not follow from sums.
    /// - Parameters:
    ///   - count: how it follows.
    ///   - weeks: the weeks over which the sums were taken.
    public func value(_ count: Measure.Count, weeks: Int) -> Double? {
        switch count {
        case .total, .atStart, .atEnd, .cost(for: nil): return part
        case .stock: return part / Double(weeks)
        case .ratio(_, _, let each): return whole > 0 ? part / each / whole : nil
        case .access: return whole > 0 ? part * 52.18 / Double(weeks) / whole : nil
        case .cost: return whole > 0 ? part / whole : nil
        case .perClinician: return whole > 0 ? part * 52.18 / whole : nil
        case .centile, .centileWithWaiting, .role, .ends: return nil
        }
    }
}

extension ReplicationRecord {
    /// What a measure of some teams follows from; nil for one that is read off a distribution, or is not of teams.
    /// O(weeks × teams).
    /// - Parameters:
    ///   - teams: by index, in the scenario and in the record.
    ///   - weeks: of the record.
    ///   - scenario: what was run.
    public func sums(
        _ count: Measure.Count, teams: [Int], weeks: Range<Int>, of scenario: ServiceScenario
    ) -> MeasureSums? {
        MeasuredPart(teams, weeks, scenario).sums(count, of: self)
    }
}

extension MeasureSums {
    /// Whether a measure follows from two sums.
    public static func makes(_ count: Measure.Count) -> Bool {
        switch count {
        case .total, .stock, .ratio, .atStart, .atEnd, .access, .cost, .perClinician: true
        case .centile, .centileWithWaiting, .role, .ends: false
        }
    }
}
