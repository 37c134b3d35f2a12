extension GroupFacts: Described {
    /// A course of the first team, of which nothing is known.
    public static var blank: GroupFacts { GroupFacts(team: 0, rule: .blank, plannedFor: CivilDay(number: 0)) }

    /// Every property with one value, by which all of its forms are made.
    public static let properties: [Property<GroupFacts>] =
        kind + Property.parts("rule", \.rule, column: "rule") + progress

    private static let kind: [Property<GroupFacts>] = [
        Property("team", \.team, rules: "TX-4", "The team that runs it.").of(.team).required,
        Property("plannedFor", \.plannedFor, rules: "TX-4", "The day on which the series has it start.").required,
    ]

    private static let progress: [Property<GroupFacts>] = [
        Property("held", \.held, rules: "TX-4", "Sessions that were held.").required,
        Property("stage", \.stage, rules: "TX-4", "Where it has got to.").required,
        Property("putOffs", \.putOffs, rules: "TX-4", "How often its start was put off.").required,
        Property("sessionPutOffs", \.sessionPutOffs, rules: "AT-10", "How often a session was put off.").required,
    ]

    /// Every property with several values.
    public static let lists: [ListProperty<GroupFacts>] = [
        ListProperty("days", \.days, rules: "TX-4", "The days on which it meets."),
        ListProperty("facilitators", \.facilitators, rules: "TX-4", "Indices of the clinicians who lead it."),
        ListProperty("asked", \.asked, rules: "TX-4", "Indices of the clinicians who were asked to lead it."),
        ListProperty("leaders", \.leaders, rules: "TX-4", "Indices of those who led the last session."),
    ]
}
