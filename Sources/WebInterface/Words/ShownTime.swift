import CareModel

extension CivilMinute {
    /// `9:05am`, as the NHS writes times.
    var clockWords: String {
        let (hour, minute) = (minuteOfDay / 60, minuteOfDay % 60)
        if hour == 12, minute == 0 { return "midday" }
        let twelve = hour % 12 == 0 ? 12 : hour % 12
        let minutes = minute == 0 ? "" : minute < 10 ? ":0\(minute)" : ":\(minute)"
        return "\(twelve)\(minutes)\(hour < 12 ? "am" : "pm")"
    }

    /// `Friday 27 November 2026 at 1:20pm`.
    var longWords: String { "\(day.longText) at \(clockWords)" }

    /// `Fri 27 Nov, 1:20pm`.
    var shortWords: String { "\(day.shortWords), \(clockWords)" }
}

extension CivilDay {
    /// `Fri 27 Nov`, with the year where it is another than that of most: never guessed, so always where it is far.
    var shortWords: String {
        let parts = longText.split(separator: " ")
        guard parts.count == 4 else { return longText }
        return "\(parts[0].prefix(3)) \(parts[1]) \(parts[2].prefix(3)) \(parts[3])"
    }
}

/// Numbers with their noun.
func counted(_ number: Int, _ one: String, _ many: String) -> String { "\(number) \(number == 1 ? one : many)" }
