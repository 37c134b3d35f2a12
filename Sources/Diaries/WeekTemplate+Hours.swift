public import CareModel

extension WeekTemplate {
    /// The week with other hours (CL-3, PO-2). On a day whose hours change, time that was bookable stays as it is set
    /// aside, as far as the hours go. What is new of the hours is laid out as the fullest day of the week is at that
    /// time; where that has nothing for an hour or longer either, it is for treatment.
    /// - Parameter hours: for each weekday, Monday first: from when until when; an empty stretch is a day off, nil is
    ///   as it was. Quanta that are only in part within the hours are not bookable.
    public func changed(to hours: [MinutesOfDay?]) -> WeekTemplate {
        var week = self
        let fullest = Weekday.allCases.reduce(Weekday.monday) {
            bookable($1).count > bookable($0).count ? $1 : $0
        }
        for (weekday, hours) in zip(Weekday.allCases, hours) {
            guard let hours else { continue }
            let open = DayGrid(Quanta.within(hours))
            let own = span(of: weekday)
            let pattern = span(of: fullest)
            for purpose in SlotPurpose.allCases {
                var grid = self[weekday, purpose] & own
                grid = grid | (self[fullest, purpose] & pattern.subtracting(own))
                if purpose == .treatment { grid = grid | WeekTemplate.longRuns(open.subtracting(own | pattern)) }
                week[weekday, purpose] = grid & open
            }
        }
        return week
    }

    /// The runs of an hour or longer.
    private static func longRuns(_ grid: DayGrid) -> DayGrid {
        grid.runs.filter { $0.count * Quanta.minutes >= 60 }.reduce(DayGrid()) { $0 | DayGrid($1) }
    }

    /// From the first bookable quantum of a day to the last.
    private func span(of weekday: Weekday) -> DayGrid {
        let runs = bookable(weekday).runs
        guard let first = runs.first, let last = runs.last else { return DayGrid() }
        return DayGrid(first.lowerBound..<last.upperBound)
    }
}
