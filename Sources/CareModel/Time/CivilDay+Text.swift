extension CivilDay: CustomStringConvertible, LosslessStringConvertible {
    /// The day as `YYYY-MM-DD` (ISO 8601), as the national data set writes it.
    public var description: String {
        let (year, month, day) = date
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    /// The day as a letter would write it: `Monday 12 January 2026`.
    public var longText: String {
        let (year, month, day) = date
        return "\(weekday.name) \(day) \(CivilDay.monthNames[month - 1]) \(year)"
    }

    /// The day without its year: `12 January`.
    public var shortText: String {
        let (_, month, day) = date
        return "\(day) \(CivilDay.monthNames[month - 1])"
    }

    /// The day written as `YYYY-MM-DD`, or nil if the text is not exactly that or names no real day.
    public init?(_ description: String) {
        let parts = description.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        // A number may be read with a sign, a part of a date may not.
        guard description.utf8.count == 10, parts.count == 3, parts[0].count == 4, parts[1].count == 2,
            !description.utf8.contains(UInt8(ascii: "+")),
            let year = Int(Substring(parts[0])), let month = Int(Substring(parts[1])),
            let day = Int(Substring(parts[2]))
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// English names of the months, January first.
    public static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}

extension Weekday {
    /// The English name.
    public var name: String {
        switch self {
        case .monday: "Monday"
        case .tuesday: "Tuesday"
        case .wednesday: "Wednesday"
        case .thursday: "Thursday"
        case .friday: "Friday"
        case .saturday: "Saturday"
        case .sunday: "Sunday"
        }
    }
}
