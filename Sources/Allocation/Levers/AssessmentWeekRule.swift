public import CareModel

/// When an assessment week is called (PO-1).
public struct AssessmentWeekRule: Sendable, Equatable {
    /// Whether the service holds them at all.
    public var isOn: Bool
    /// The value of the watched measure beyond which one is called.
    public var above: Double
    /// Weeks in a row.
    public var lengthWeeks: Int
    /// Weeks at least from one to the next.
    public var minimumGapWeeks: Int
    /// Weeks between the decision and the first week.
    public var noticeWeeks: Int

    /// A rule.
    public init(isOn: Bool, above: Double, lengthWeeks: Int, minimumGapWeeks: Int, noticeWeeks: Int) {
        self.isOn = isOn
        self.above = above
        self.lengthWeeks = lengthWeeks
        self.minimumGapWeeks = minimumGapWeeks
        self.noticeWeeks = noticeWeeks
    }

    /// The Mondays to declare, decided on a Monday; empty if none is called.
    /// - Parameters:
    ///   - measure: the watched measure today.
    ///   - monday: today.
    ///   - last: the Monday of the last assessment week, declared or held.
    public func mondays(measure: Double, on monday: CivilDay, last: CivilDay?) -> [CivilDay] {
        guard isOn, measure > above else { return [] }
        let first = monday.monday + Int32(noticeWeeks * 7)
        if let last, first - last < Int32(minimumGapWeeks * 7) { return [] }
        return (0..<max(1, lengthWeeks)).map { first + Int32($0 * 7) }
    }
}
