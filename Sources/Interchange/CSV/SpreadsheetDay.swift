import CareModel

/// A day as somebody or a spreadsheet wrote it.
struct SpreadsheetDay {
    /// What a text can be read as.
    enum Reading: Equatable {
        /// This day, and no other.
        case certain(CivilDay)
        /// Two numbers of which the first is the day in most of Europe, and a year.
        case numbers(first: Int, second: Int, year: Int)
        /// The number of a day as spreadsheets count them.
        case serial(CivilDay)
    }

    /// Which of two numbers is the day.
    enum Order: Equatable {
        /// Nothing in the file says so.
        case unknown
        /// The day stands first: some day of the file is past the 12th.
        case dayFirst
        /// The month stands first somewhere.
        case monthFirst
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
    private static let weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]

    /// What a text can be read as; nil if it is no day.
    /// - Parameter isBirth: whether a year of two digits is of this century only if it cannot be of the last.
    static func reading(_ text: String, isBirth: Bool = false) -> Reading? {
        let parts = text.lowercased().split { " -/.,\u{A0}\u{2013}".contains($0) }.map(String.init)
            .filter { word in !isName(word, of: weekdays) }
        if parts.count == 1, let number = Int(parts[0]), (20_000...80_000).contains(number), text == parts[0] {
            // Spreadsheets count days from 30 December 1899: this one is the 36526th.
            return CivilDay(year: 2000, month: 1, day: 1).map { .serial($0 + Int32(number - 36_526)) }
        }
        guard parts.count == 3 else { return nil }
        if parts[0].count == 4, let year = Int(parts[0]), let month = month(parts[1]) ?? Int(parts[1]),
            let day = Int(parts[2])
        {
            return CivilDay(year: year, month: month, day: day).map { .certain($0) }
        }
        guard let year = year(parts[2], isBirth) else { return nil }
        if let month = month(parts[1]), let day = number(parts[0]) {
            return CivilDay(year: year, month: month, day: day).map { .certain($0) }
        }
        if let month = month(parts[0]), let day = number(parts[1]) {
            return CivilDay(year: year, month: month, day: day).map { .certain($0) }
        }
        guard let first = Int(parts[0]), let second = Int(parts[1]), parts[0].count <= 2, parts[1].count <= 2,
            CivilDay(year: year, month: second, day: first) != nil
                || CivilDay(year: year, month: first, day: second) != nil
        else { return nil }
        return .numbers(first: first, second: second, year: year)
    }

    /// Which of two numbers is the day in some cells, if they say so.
    static func order(of readings: [Reading]) -> Order {
        var isDayFirst = false
        for case .numbers(let first, let second, let year) in readings {
            if CivilDay(year: year, month: second, day: first) == nil { return .monthFirst }
            if first > 12 { isDayFirst = true }
        }
        return isDayFirst ? .dayFirst : .unknown
    }

    private static func number(_ text: String) -> Int? {
        for ending in ["st", "nd", "rd", "th"] where text.hasSuffix(ending) { return Int(text.dropLast(2)) }
        return text.count <= 2 ? Int(text) : nil
    }

    private static func month(_ text: String) -> Int? {
        months.firstIndex { isName(text, of: [$0]) }.map { $0 + 1 }
    }

    /// Whether a word is one of some names, or three letters or more of its beginning.
    private static func isName(_ word: String, of names: [String]) -> Bool {
        word.count >= 3 && names.contains { $0.hasPrefix(word) || (word == "sept" && $0 == "september") }
    }

    /// A year of four digits; one of two is of this century. Somebody who was born in a year of two digits past 30 was
    /// born in the last; of others it cannot be told.
    private static func year(_ text: String, _ isBirth: Bool) -> Int? {
        guard let number = Int(text), text.allSatisfy(\.isNumber) else { return nil }
        switch text.count {
        case 4: return number
        case 2 where !isBirth: return 2000 + number
        case 2 where number > 30: return 1900 + number
        default: return nil
        }
    }
}
