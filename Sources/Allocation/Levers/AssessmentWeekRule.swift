public import CareModel

/// When an assessment week is called (PO-1).
public struct AssessmentWeekRule: Sendable, Equatable {
    /// Whether the service calls them by itself.
    public var isOn: Bool
    /// The value of the watched measure beyond which one is called.
    public var above: Double
    /// Weeks in a row.
    public var lengthWeeks: Int
    /// Weeks at least from one to the next.
    public var minimumGapWeeks: Int
    /// Weeks between the decision and the first week.
    public var noticeWeeks: Int

    /// A rule; by default that of the sources, which nobody follows unless it is switched on.
    public init(
        isOn: Bool = false, above: Double = 28, lengthWeeks: Int = 1, minimumGapWeeks: Int = 6, noticeWeeks: Int = 3
    ) {
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
        let first = earliest(decidedOn: monday)
        if let last, first < last || !isFarEnough(first, from: last) { return [] }
        return mondays(from: first)
    }

    /// The Mondays of the weeks in a row that begin with one.
    public func mondays(from first: CivilDay) -> [CivilDay] {
        (0..<max(1, lengthWeeks)).map { first.monday + Int32($0 * 7) }
    }

    /// The first Monday of which there is notice enough, decided on a day.
    public func earliest(decidedOn day: CivilDay) -> CivilDay { day.monday + Int32(noticeWeeks * 7) }

    /// Whether two assessment weeks are so far apart that what one left undone can be done before the other.
    public func isFarEnough(_ monday: CivilDay, from other: CivilDay) -> Bool {
        abs(monday - other) >= Int32(minimumGapWeeks * 7)
    }

    /// What speaks against a week that somebody wants to declare; empty if nothing does.
    /// - Parameters:
    ///   - monday: its Monday, the first of some in a row.
    ///   - today: the day on which it is decided.
    ///   - declared: the Mondays of those that are declared, or were held.
    public func objections(to monday: CivilDay, on today: CivilDay, declared: [CivilDay]) -> [AssessmentWeekObjection] {
        var found: [AssessmentWeekObjection] = []
        let earliest = earliest(decidedOn: today)
        if monday < earliest { found.append(.shortNotice(earliest: earliest)) }
        let near = declared.filter { !isFarEnough(monday, from: $0) }
        if let first = near.first { found.append(.tooNear(first)) }
        return found
    }
}

/// What speaks against an assessment week (PO-1): people have been promised otherwise, or treatment that waited for the
/// last one is not had yet.
public enum AssessmentWeekObjection: Hashable, Sendable {
    /// There is too little notice: the first Monday of which there is enough.
    case shortNotice(earliest: CivilDay)
    /// Another one, by its Monday, is too near.
    case tooNear(CivilDay)
}
