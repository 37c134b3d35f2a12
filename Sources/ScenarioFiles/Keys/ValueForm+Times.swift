internal import CareModel

extension ValueForm where Value == CivilDay {
    /// A date.
    static var date: ValueForm {
        ValueForm(
            kind: "date", allowed: "a date as YYYY-MM-DD",
            read: { node, faults in
                if let text = node.text, let day = CivilDay(text) { return day }
                faults.append(ValueFault(place: node.place, message: "\(node.phrase) is not a date"))
                return nil
            },
            text: \.description, samples: ["2027-03-01", "2028-04-03"])
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
                    faults.append(ValueFault(place: node.place, message: "\(node.phrase) is not a time of day"))
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
