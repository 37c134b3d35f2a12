internal import CareModel

extension ValueForm where Value == CivilDay {
    /// A date.
    static var date: ValueForm {
        ValueForm(
            kind: "date", allowed: "a date as YYYY-MM-DD",
            read: { node, faults in
                if let text = node.text, let day = CivilDay(text) { return day }
                let hint = node.text.flatMap(meantDay).map { "; write \($0)" } ?? ""
                faults.append(ValueFault(place: node.place, message: node.isNot("a date") + hint))
                return nil
            },
            text: \.description, samples: ["2027-03-01", "2028-04-03"])
    }

    /// The day that somebody may have meant who writes the day first, as here, or the year first with other marks;
    /// nil where the text is neither.
    private static func meantDay(_ text: String) -> CivilDay? {
        let parts = text.trimmed.split { "/.- ".contains($0) }.map(String.init)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == 3 else { return nil }
        if parts[0].count == 4 { return CivilDay(year: numbers[0], month: numbers[1], day: numbers[2]) }
        guard parts[2].count == 4 || parts[2].count == 2 else { return nil }
        let year = parts[2].count == 2 ? 2000 + numbers[2] : numbers[2]
        return CivilDay(year: year, month: numbers[1], day: numbers[0])
    }

    /// A Monday.
    static var monday: ValueForm {
        ValueForm(
            kind: "date", allowed: "a Monday as YYYY-MM-DD",
            read: { node, faults in
                guard let day = date.read(node, &faults) else { return nil }
                guard day.weekday == .monday else {
                    let nearest = day.weekday.rawValue <= 3 ? day.monday : day.monday + 7
                    let name = "\(day) is a \(day.weekday.name); the nearest Monday is \(nearest)"
                    faults.append(ValueFault(place: node.place, message: name))
                    return nil
                }
                return day
            },
            text: \.description, samples: ["2027-03-01", "2028-04-03"])
    }
}

extension ValueForm where Value == Int {
    /// A time of day, in minutes since midnight.
    static func timeOfDay(_ range: ClosedRange<Int>) -> ValueForm {
        ValueForm(
            kind: "time of day", allowed: "HH:MM from \(clock(range.lowerBound)) to \(clock(range.upperBound))",
            read: { node, faults in
                guard let text = node.text, let minute = minute(text) else {
                    let hint = node.text.flatMap(meantMinute).flatMap { range.contains($0) ? clock($0) : nil }
                    let message = node.isNot("a time of day") + (hint.map { "; write \"\($0)\"" } ?? "")
                    faults.append(ValueFault(place: node.place, message: message))
                    return nil
                }
                guard range.contains(minute) else {
                    faults.append(ValueFault(place: node.place, message: "\(text) is out of range"))
                    return nil
                }
                return minute
            },
            text: { "\"\(clock($0))\"" },
            samples: ["\"\(clock(range.upperBound))\"", "\"\(clock(range.lowerBound))\""])
    }

    /// The time that somebody may have meant: `9`, `9.30`, `0930`, `9am`, `5:30 pm`; nil where it is none of these.
    private static func meantMinute(_ text: String) -> Int? {
        var rest = text.lowercased().filter { $0 != " " }
        let isAfternoon = rest.hasSuffix("pm")
        let hasHalf = isAfternoon || rest.hasSuffix("am")
        if hasHalf { rest.removeLast(2) }
        var parts = rest.split { ":.h".contains($0) }.map(String.init)
        if parts.count == 1, parts[0].count >= 3 { parts = [String(parts[0].dropLast(2)), String(parts[0].suffix(2))] }
        if parts.count == 1 { parts.append("00") }
        guard parts.count == 2, let hour = Int(parts[0]), let minute = minute("\(hour):\(parts[1])") else { return nil }
        guard hasHalf else { return minute }
        guard (1...12).contains(hour) else { return nil }
        return minute % 720 + (isAfternoon ? 720 : 0)
    }

    /// `HH:MM`.
    static func clock(_ minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return two(minute / 60) + ":" + two(minute % 60)
    }

    private static func minute(_ text: String) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, (1...2).contains(parts[0].count), parts[1].count == 2,
            parts.joined().utf8.allSatisfy({ (48...57).contains($0) }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), hour <= 24, minute < 60
        else { return nil }
        return hour * 60 + minute
    }
}
