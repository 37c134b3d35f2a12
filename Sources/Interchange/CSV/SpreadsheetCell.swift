import CareModel

/// What people and spreadsheets make of a cell, read where there is no doubt and named where there is.
struct SpreadsheetCell {
    /// Which of two numbers is the day in this file.
    var order: SpreadsheetDay.Order

    /// What a cell was read as.
    enum Reading: Equatable {
        /// As a table writes it.
        case cell(String)
        /// A day without a time, with the time that is assumed.
        case assumed(String)
        /// More than one thing: what, and what would be allowed.
        case doubt(String, String)
    }

    /// A text as a table would write it; nil if nothing better is known of it.
    func reading(_ text: String, as kind: CellKind) -> Reading? {
        let trimmed = SpreadsheetCell.trimmed(text)
        guard !trimmed.isEmpty else { return .cell("") }
        switch kind {
        case .text: return nil
        case .word: return .cell(SpreadsheetCell.word(trimmed))
        case .words:
            // With commas between, a word may have blanks of its own.
            let parts = trimmed.split { ",;+".contains($0) }
            guard parts.count > 1 else {
                return .cell(trimmed.lowercased().split { ",;+ ".contains($0) }.joined(separator: " "))
            }
            return .cell(parts.map { SpreadsheetCell.word(String($0)) }.joined(separator: " "))
        case .number: return SpreadsheetCell.whole(trimmed).map { .cell($0) }
        case .time: return SpreadsheetCell.time(trimmed).map { .cell($0) }
        case .day, .birthday:
            // A spreadsheet writes midnight after a day; of what has a time, the day is what is asked for.
            let parts = SpreadsheetCell.split(trimmed)
            let text = parts.flatMap { $0.time == "00:00" || kind == .day ? $0.day : nil } ?? trimmed
            return day(text, isBirth: kind == .birthday) ?? doubtOfSerial(trimmed)
        case .minute(let assumed):
            // Midnight is what a spreadsheet writes where nobody wrote a time: nothing here happens then.
            guard let parts = SpreadsheetCell.split(trimmed), parts.time != "00:00" else {
                let text = SpreadsheetCell.split(trimmed)?.day ?? trimmed
                guard case .cell(let day)? = day(text, isBirth: false) else {
                    return day(text, isBirth: false) ?? doubtOfSerial(text)
                }
                return .assumed(day + " " + ColumnForm<Int>.timeOfDay.text(assumed))
            }
            guard case .cell(let day)? = day(parts.day, isBirth: false) else {
                return day(parts.day, isBirth: false)
            }
            return .cell(day + " " + parts.time)
        }
    }

    private func day(_ text: String, isBirth: Bool) -> Reading? {
        switch SpreadsheetDay.reading(text, isBirth: isBirth) {
        case nil: return nil
        case .certain(let day): return .cell(day.description)
        case .serial: return doubtOfSerial(text)
        case .numbers(let first, let second, let year):
            let dayFirst = CivilDay(year: year, month: second, day: first)
            let monthFirst = CivilDay(year: year, month: first, day: second)
            if order == .dayFirst || first == second, let dayFirst { return .cell(dayFirst.description) }
            guard let monthFirst else { return dayFirst.map { .cell($0.description) } }
            guard let dayFirst else {
                return .doubt(
                    "'\(text)' has the month before the day", "the day first, or a day as YYYY-MM-DD: \(monthFirst)")
            }
            return .doubt(
                "'\(text)' is \(dayFirst) or \(monthFirst)",
                "a day as YYYY-MM-DD, or DD/MM/YYYY in a file in which some day is past the 12th")
        }
    }

    private func doubtOfSerial(_ text: String) -> Reading? {
        // The time of a day is a fraction of its number.
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { ".,".contains($0) }
        let isFraction = parts.count == 2 && !parts[1].isEmpty && parts[1].allSatisfy(\.isNumber)
        guard case .serial(let day)? = SpreadsheetDay.reading(isFraction ? String(parts[0]) : text) else { return nil }
        return .doubt(
            "'\(text)' is a day as a spreadsheet counts it, \(day) perhaps",
            "a day as YYYY-MM-DD: make the column one of dates, and save again")
    }

    /// A text without the blanks around it, of whatever kind.
    static func trimmed(_ text: String) -> String {
        func isBlank(_ scalar: Unicode.Scalar) -> Bool {
            scalar.properties.isWhitespace || "\u{200B}\u{200E}\u{200F}\u{FEFF}".unicodeScalars.contains(scalar)
        }
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !isBlank($0) }),
            let last = scalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(scalars[first...last])
    }

    /// Words in small letters with hyphens between, as names and words of tables are.
    static func word(_ text: String) -> String {
        let words = trimmed(text).lowercased().split { $0.isWhitespace || $0 == "_" || $0 == "-" }
        return words.joined(separator: "-")
    }

    /// A whole number, however many zeros stand before it or after its point.
    private static func whole(_ text: String) -> String? {
        let parts = text.split(separator: text.contains(",") ? "," : ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let number = Int(parts[0]), parts[0].allSatisfy({ $0.isNumber || $0 == "-" }) else {
            return nil
        }
        // Three zeros may be thousands.
        if parts.count == 2, parts[1].isEmpty || parts[1].count == 3 || parts[1].contains(where: { $0 != "0" }) {
            return nil
        }
        return String(number)
    }

    /// A time of day as HH:MM.
    private static func time(_ text: String) -> String? {
        var text = text.lowercased()
        var isAfternoon: Bool?
        for (ending, value) in [("am", false), ("pm", true)] where text.hasSuffix(ending) {
            isAfternoon = value
            text = trimmed(String(text.dropLast(2)))
        }
        var parts = text.split(whereSeparator: { $0 == ":" || $0 == "." }).map(String.init)
        if parts.count == 1, isAfternoon != nil { parts.append("00") }
        if parts.count == 1, text.count == 4 { parts = [String(text.prefix(2)), String(text.suffix(2))] }
        // Seconds, and what is after their point, are of no account.
        let isPrecise = parts.dropFirst(2).allSatisfy { $0.allSatisfy(\.isNumber) }
        if parts.count > 2, parts.count <= 4, parts[2].count == 2, isPrecise, (Int(parts[2]) ?? 60) < 60 {
            parts.removeLast(parts.count - 2)
        }
        guard parts.count == 2, parts[1].count == 2, parts.allSatisfy({ $0.count <= 2 && $0.allSatisfy(\.isNumber) }),
            var hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60, hour <= 24
        else { return nil }
        if let isAfternoon {
            guard (1...12).contains(hour) else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(hour) + ":" + two(minute)
    }

    /// A day and the time after it.
    static func split(_ text: String) -> (day: String, time: String)? {
        var words = text.split { $0.isWhitespace }.map(String.init)
        if words.count == 1, let mark = text.firstIndex(where: { $0 == "T" || $0 == "t" }) {
            words = [String(text[..<mark]), String(text[text.index(after: mark)...])]
        }
        if words.count > 2, ["am", "pm"].contains(words[words.count - 1].lowercased()) {
            words[words.count - 2] += words.removeLast()
        }
        // A year is no time.
        guard words.count > 1, words[words.count - 1].contains(where: { ":.mM".contains($0) }),
            let time = time(words[words.count - 1])
        else { return nil }
        return (words.dropLast().joined(separator: " "), time)
    }
}
