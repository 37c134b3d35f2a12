/// The bank holidays of England and Wales (Banking and Financial Dealings Act 1971, with substitute days).
public enum BankHolidays {
    /// The bank holidays of one year in order of date, including the Monday or Tuesday that replaces one at a weekend.
    /// One-off holidays by royal proclamation are not included: a scenario adds them as closed days.
    /// - Parameter year: 1978 … 2200, the years in which the May Day holiday exists.
    public static func ofYear(_ year: Int) -> [CivilDay] {
        guard let newYear = CivilDay(year: year, month: 1, day: 1),
            let mayFirst = CivilDay(year: year, month: 5, day: 1),
            let mayLast = CivilDay(year: year, month: 5, day: 31),
            let augustLast = CivilDay(year: year, month: 8, day: 31),
            let christmas = CivilDay(year: year, month: 12, day: 25)
        else { return [] }
        let easter = easterSunday(year)
        let firstMondayInMay = mayFirst + (7 - Int32(mayFirst.weekday.rawValue)) % 7
        return [
            substitute(for: newYear), easter - 2, easter + 1, firstMondayInMay, mayLast.monday, augustLast.monday,
        ] + christmasAndBoxingDay(christmas)
    }

    /// A holiday at a weekend moves to the next Monday.
    private static func substitute(for day: CivilDay) -> CivilDay {
        switch day.weekday {
        case .saturday: day + 2
        case .sunday: day + 1
        case .monday, .tuesday, .wednesday, .thursday, .friday: day
        }
    }

    /// Christmas Day and Boxing Day; one that falls at a weekend moves past the other.
    private static func christmasAndBoxingDay(_ christmas: CivilDay) -> [CivilDay] {
        switch christmas.weekday {
        case .friday: [christmas, christmas + 3]
        case .saturday: [christmas + 2, christmas + 3]
        case .sunday: [christmas + 1, christmas + 2]
        case .monday, .tuesday, .wednesday, .thursday: [christmas, christmas + 1]
        }
    }

    /// Easter Sunday in the Gregorian calendar (the anonymous algorithm, *Nature* 13, 1876, p. 487).
    static func easterSunday(_ year: Int) -> CivilDay {
        let golden = year % 19
        let century = year / 100
        let correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
        let moon = correction - (correction / 28) * (1 - (29 / (correction + 1)) * ((21 - golden) / 11))
        let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
        let offset = moon - weekday
        let month = 3 + (offset + 40) / 44
        let day = offset + 28 - 31 * (month / 4)
        guard let easter = CivilDay(year: year, month: month, day: day) else {
            preconditionFailure("no Easter in \(year)")
        }
        return easter
    }
}
