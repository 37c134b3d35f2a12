/// Which days a service is open, over a fixed range of days: Monday to Friday without bank holidays and closed days.
public struct WorkingCalendar: Sendable, Equatable {
    /// The first day that the calendar knows.
    public let first: CivilDay
    /// One element a day: whether it is a working day.
    @usableFromInline let working: [Bool]
    /// One element a day: whether it is a bank holiday or a day closed by the scenario.
    @usableFromInline let holiday: [Bool]

    /// The working calendar of `dayCount` days from `first`.
    /// - Parameter closedDays: days on which the service is closed besides weekends and bank holidays.
    public init(first: CivilDay, dayCount: Int, closedDays: [CivilDay]) {
        var holiday = [Bool](repeating: false, count: dayCount)
        let lastYear = (first + Int32(dayCount)).date.year
        for year in first.date.year...lastYear {
            for day in BankHolidays.ofYear(year) + closedDays {
                let index = Int(day - first)
                if index >= 0, index < dayCount { holiday[index] = true }
            }
        }
        self.first = first
        self.holiday = holiday
        working = (0..<dayCount).map { !holiday[$0] && !(first + Int32($0)).weekday.isWeekend }
    }

    /// Days known to the calendar.
    @inlinable
    public var dayCount: Int { working.count }

    /// Whether the service works that day. Days outside the calendar are not working days. O(1).
    @inlinable
    public func isWorkingDay(_ day: CivilDay) -> Bool {
        let index = Int(day - first)
        return index >= 0 && index < working.count && working[index]
    }

    /// Whether the day is a bank holiday or a closed day. O(1).
    @inlinable
    public func isHoliday(_ day: CivilDay) -> Bool {
        let index = Int(day - first)
        return index >= 0 && index < holiday.count && holiday[index]
    }

    /// The day that is `count` working days after `day`; with 0, `day` itself or the next working day. O(days passed).
    /// Past the end of the calendar every day but Saturday and Sunday counts as working.
    public func day(_ count: Int, workingDaysAfter day: CivilDay) -> CivilDay {
        var result = day
        var left = count
        while !counts(result) { result = result + 1 }
        while left > 0 {
            result = result + 1
            if counts(result) { left -= 1 }
        }
        return result
    }

    private func counts(_ day: CivilDay) -> Bool {
        let index = Int(day - first)
        return index >= 0 && index < working.count ? working[index] : !day.weekday.isWeekend
    }
}
