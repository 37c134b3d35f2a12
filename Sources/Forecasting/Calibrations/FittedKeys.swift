import ScenarioFiles

/// What a fitted file says of a practice, whatever the value, and whose each number is.
enum FittedKeys {
    /// Looked for in the figures of a provider.
    private static let measured = [
        "contact.reached", "contact.never-answers", "contact.declines", "first-appointments.advice-below-caseness",
        "first-appointments.advice", "first-appointments.signposted", "first-appointments.referred-on",
        "first-appointments.declines", "first-appointments.low-to-high", "low-intensity.needed-sessions",
        "high-intensity.needed-sessions", "waiting.high-half-days", "waiting.step-up-half-days",
        "keeping-in-touch.opt-out", "attendance.did-not-attend-first", "attendance.did-not-attend-treatment",
        "attendance.cancelled-first", "attendance.cancelled-treatment", "attendance.provider-cancels",
        "scores.low-change", "scores.high-change", "scores.change-variation", "diary.aim-days",
    ]

    /// Taken from a provider's size or wait, or the same for everybody.
    private static let assumed = [
        "start.origin", "start.warm-up-weeks", "start.first-days", "screening.excluded-of-risk",
        "screening.excluded-of-others", "screening.diverted", "screening.looks-like-high-intensity",
        "screening.desk-minutes-per-day", "screening.senior-minutes-per-day", "contact.attempts", "contact.within-days",
        "first-appointments.notice-days", "first-appointments.treatment-begins", "low-intensity.supervisor-agrees",
        "low-intensity.ends-when-recovered", "low-intensity.stops-early", "high-intensity.supervisor-agrees",
        "high-intensity.ends-when-recovered", "high-intensity.stops-early", "step-up.proposed-of-cases",
        "waiting.first-appointment-half-days", "waiting.low-half-days", "waiting.shape",
        "keeping-in-touch.no-longer-needed", "keeping-in-touch.quicker", "keeping-in-touch.readier",
        "keeping-in-touch.risk-risen", "attendance.exceptions", "attendance.makes-contact", "scores.anxiety-share",
        "scores.noise", "diary.follows-demand", "diary.low-first-share", "diary.high-first-share",
        "diary.priority-classes",
    ]

    /// Of a team, by the key in it.
    private static let ofTeam: [(key: String, source: ValueSource)] = [
        ("referrals.per-week", .published), ("referrals.months", .published), ("referrals.weekly-variation", .measured),
        ("referrals.sources", .published), ("initial", .assumed), ("staff", .assumed),
        ("fit", .measured), ("trusted", .measured),
    ]

    /// The sources of a scenario of these teams.
    static func sources(teams: [String]) -> [String: ValueSource] {
        var sources: [String: ValueSource] = [:]
        for key in measured { sources[key] = .measured }
        for key in assumed { sources[key] = .assumed }
        for team in teams {
            for entry in ofTeam { sources["teams.\(team).\(entry.key)"] = entry.source }
        }
        return sources
    }
}
