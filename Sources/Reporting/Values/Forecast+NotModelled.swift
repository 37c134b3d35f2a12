extension Forecast {
    /// What no forecast of this kind acts out; a reader has to think of it.
    public static let usuallyNotModelled = [
        "Events that nobody plans: an outbreak, a strike, a change of policy or of money.",
        "Staff who leave, join or fall ill for long beyond what the scenario says.",
        "What managers would do when a wait grows, beyond the levers that the scenario switches on.",
        "The judgement of a clinician about one person: needs, attendance and recovery are drawn from rates.",
        "Differences between people and places that the scenario's numbers do not tell apart.",
    ]
}
