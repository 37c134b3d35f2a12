public import CareModel

extension GroupRule: Codable {
    private enum Key: String, CodingKey {
        case isOn, everyWeeks, weekday, startMinute, sessions, sessionMinutes, intervalDays, smallest, largest
        case facilitators, preparationMinutes, planWeeksAhead, decisionDays, putOffWeeks, mostPutOffs
    }

    /// The numbers of a rule, by the keys under which they are written.
    private static let numbers: [(key: Key, path: any WritableKeyPath<GroupRule, Int> & Sendable)] = [
        (.everyWeeks, \.everyWeeks), (.startMinute, \.startMinute), (.sessions, \.sessions),
        (.sessionMinutes, \.sessionMinutes), (.intervalDays, \.intervalDays), (.smallest, \.smallest),
        (.largest, \.largest), (.facilitators, \.facilitators), (.preparationMinutes, \.preparationMinutes),
        (.planWeeksAhead, \.planWeeksAhead), (.decisionDays, \.decisionDays), (.putOffWeeks, \.putOffWeeks),
        (.mostPutOffs, \.mostPutOffs),
    ]

    /// Reads every number: what such a course is may not change because a default does.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init()
        isOn = try container.decode(Bool.self, forKey: .isOn)
        weekday = try container.decode(Weekday.self, forKey: .weekday)
        for (key, path) in GroupRule.numbers { self[keyPath: path] = try container.decode(Int.self, forKey: key) }
    }

    /// Writes every number.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(isOn, forKey: .isOn)
        try container.encode(weekday, forKey: .weekday)
        for (key, path) in GroupRule.numbers { try container.encode(self[keyPath: path], forKey: key) }
    }
}
