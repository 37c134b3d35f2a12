import CareModel

/// Small services for sentences.
enum TextTools {
    /// The text with its first letter large.
    static func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    /// The text with its first letter small, unless it begins with an abbreviation such as PWP.
    static func lowercasedWord(_ text: String) -> String {
        let second = text.dropFirst().first
        return second?.isUppercase == true ? text : text.prefix(1).lowercased() + text.dropFirst()
    }

    /// `a`, `a and b`, `a, b and c`.
    static func list(_ items: [String]) -> String {
        guard let last = items.last else { return "" }
        if items.count == 1 { return last }
        return items.dropLast().joined(separator: ", ") + " and " + last
    }

    /// The text ended by a full stop, if it has no end yet; empty stays empty.
    static func sentence(_ text: String) -> String {
        let trimmed = text.trimmingSpaces()
        guard let last = trimmed.last else { return "" }
        return ".!?".contains(last) ? trimmed : trimmed + "."
    }

    /// A day as a sentence says it: `12 January`, with the year unless it is the year of `reference`.
    static func day(_ day: CivilDay, reference: CivilDay) -> String {
        day.date.year == reference.date.year ? day.shortText : "\(day.shortText) \(day.date.year)"
    }

    /// A day as an axis says it: `12 Jan`.
    static func axisDay(_ day: CivilDay) -> String {
        let (_, month, number) = day.date
        return "\(number) \(CivilDay.monthNames[month - 1].prefix(3))"
    }

    /// A day as a table says it: `12 Jan 2026`.
    static func tableDay(_ day: CivilDay) -> String { "\(axisDay(day)) \(day.date.year)" }

    /// `1 week`, `12 weeks`.
    static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(NumberText.grouped(number)) \(number == 1 ? one : many)"
    }
}

extension String {
    /// The text without spaces and line ends at its ends.
    func trimmingSpaces() -> String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
