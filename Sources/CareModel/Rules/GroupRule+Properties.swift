extension GroupRule: Described {
    /// No courses.
    public static var blank: GroupRule { GroupRule() }

    /// Every property, by which all of its forms are made. None may be missing: what a course is may not change because
    /// a default does.
    public static let properties: [Property<GroupRule>] = rows.map { $0.required }

    private static let rows: [Property<GroupRule>] = [
        Property("isOn", \.isOn, rules: "TX-4", "Whether the team runs a series of such courses."),
        Property("everyWeeks", \.everyWeeks, rules: "TX-4", "Weeks from one start to the next.").within(1...52),
        Property("weekday", \.weekday, rules: "TX-4", "The day of the week on which it meets."),
        Property("startMinute", \.startMinute, rules: "TX-4", "When a session starts, minutes since midnight.")
            .within(0...1439),
        Property("sessions", \.sessions, rules: "TX-4", "Sessions that it has.").within(1...20),
        Property("sessionMinutes", \.sessionMinutes, rules: "TX-4", "How long a session is, minutes."),
        Property("intervalDays", \.intervalDays, rules: "TX-4", "Days from a session to the next.").within(1...28),
        Property("smallest", \.smallest, rules: "TX-4", "People without whom it does not start."),
        Property("largest", \.largest, rules: "TX-4", "Seats."),
        Property("facilitators", \.facilitators, rules: "TX-4", "Clinicians who lead a session.").within(1...2),
        Property("preparationMinutes", \.preparationMinutes, rules: "TX-4", "Minutes to prepare before each session.")
            .within(0...120),
        Property("planWeeksAhead", \.planWeeksAhead, rules: "TX-4", "Weeks ahead that it is planned.").within(1...26),
        Property("decisionDays", \.decisionDays, rules: "TX-4", "Days before the start on which it is decided.")
            .within(0...28),
        Property("putOffWeeks", \.putOffWeeks, rules: "TX-4", "Weeks by which its start is put off.").within(1...12),
        Property("mostPutOffs", \.mostPutOffs, rules: "TX-4", "How often its start is put off at most.").within(0...10),
    ]
}
