extension CivilDay {
    /// Whole years from this day to another: the age then of whoever was born on it. 0 before it.
    public func wholeYears(until day: CivilDay) -> Int {
        let (born, then) = (date, day.date)
        let isBeforeBirthday = (then.month, then.day) < (born.month, born.day)
        return max(0, then.year - born.year - (isBeforeBirthday ? 1 : 0))
    }
}
