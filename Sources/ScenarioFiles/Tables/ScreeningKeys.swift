internal import CareModel
internal import ServiceSimulation

/// `screening` and `contact`: from the referral to the booking.
enum ScreeningKeys {
    /// The front door.
    static let screening: [Key<ScreeningInput>] = [
        .choice(
            "front-door", \.rule.frontDoor, FrontDoor.allCases.map { ($0.name, $0) }, source: .policy,
            rules: "RF-5 RF-6",
            "Who screens: a single point of access, the team's duty worker, a duty manager; or all are telephoned."),
        .minutes("review-minutes", \.reviewMinutes, 1...120, source: .assumed, rules: "RF-5", "Reading a referral."),
        .minutes(
            "triage-minutes", \.triageMinutes, 1...120, source: .assumed, rules: "RF-3 RF-5", "A telephone triage."),
        .minutes(
            "senior-minutes", \.seniorMinutes, 1...120, source: .assumed, rules: "RF-5",
            "A senior clinician's screening of one referral."),
        .minutes(
            "brief-minutes", \.briefMinutes, 1...120, source: .assumed, rules: "RF-6",
            "The brief telephone assessment of everybody who is referred."),
        .days(
            "target-working-days", \.targetWorkingDays, 1...30, source: .policy, rules: "RF-6",
            "Working days within which a referral is to be screened."),
        .minutes(
            "desk-minutes-per-day", \.deskMinutesPerDay, 1...10_000, source: .assumed, rules: "RF-5 CL-5",
            "Time a day that the desk has for screening."),
        .minutes(
            "senior-minutes-per-day", \.seniorMinutesPerDay, 1...10_000, source: .assumed, rules: "RF-5",
            "Time a day that senior clinicians have for screening."),
        .share("urgent", \.urgent, source: .assumed, rules: "RF-3", "Referrals that are urgent calls."),
        .share("mentions-risk", \.mentionsRisk, source: .assumed, rules: "RF-5", "Referrals that mention risk."),
        .share(
            "excluded-of-risk", \.excludedOfRisk, source: .assumed, rules: "RF-7",
            "Referrals excluded, of those that mention risk."),
        .share(
            "excluded-of-others", \.excludedOfOthers, source: .assumed, rules: "RF-7",
            "Referrals excluded, of the others."),
        .share(
            "looks-like-high-intensity", \.looksLikeHighIntensity, source: .policy, rules: "RF-4",
            "Referrals that look like step 3, or doubtful, and are assessed at step 3."),
        .share(
            "diverted", \.diverted, source: .assumed, rules: "RF-9",
            "People who take self-help, a course or another service instead of an assessment."),
        .flag(
            "referral-matrix", \.rule.usesMatrix, source: .policy, rules: "RF-8",
            "Whether the ratings of the referral matrix decide where people belong."),
    ]

    /// Reaching people to book.
    static let contact: [Key<ContactInput>] = [
        .count(
            "attempts", \.rule.attempts, 1...90, unit: "attempts", source: .assumed, rules: "RF-10",
            "Attempts to reach a person before the case is closed."),
        .days(
            "within-days", \.rule.withinDays, 1...365, source: .assumed, rules: "RF-10", "Days over which they fall."),
        .days(
            "priority-days", \.rule.priorityDays, 1...30, source: .assumed, rules: "PR-1 FA-8",
            "Days between attempts to reach somebody who moves ahead."),
        .flag(
            "by-message", \.rule.isByMessage, source: .policy, rules: "FA-7",
            "Whether clinicians write to people: a welcome, a reminder, then the case is closed."),
        .count(
            "welcome-hours", \.rule.welcomeHours, 1...336, unit: "hours", source: .policy, rules: "FA-7",
            "Hours within which the welcome message is sent."),
        .days(
            "reminder-days", \.rule.reminderDays, 1...30, source: .policy, rules: "FA-7",
            "Days from the welcome message to the reminder."),
        .days(
            "removed-days", \.rule.removedDays, 1...60, source: .policy, rules: "FA-7",
            "Days from the welcome message until whoever has not answered is removed."),
        .share("reached", \.reached, source: .assumed, rules: "RF-10", "Chance that one attempt reaches the person."),
        .share(
            "never-answers", \.neverAnswers, source: .assumed, rules: "RF-10", "People whom no attempt reaches."),
        .share("declines", \.declines, source: .assumed, rules: "RF-10", "People reached who want no appointment."),
        .share(
            "not-ready", \.notReady, source: .assumed, rules: "RF-11",
            "People reached who are not ready and are asked to come back."),
        .share(
            "declines-per-day-of-wait", \.declinesPerDayOfWait, 0...0.05, source: .published, rules: "RF-12",
            "More who want no appointment for each day of median first wait beyond the usual; figures say 0.003."
        ),
        .days(
            "usual-wait-days", \.usualWaitDays, 0...365, source: .published, rules: "RF-12",
            "The median first wait that people are used to."),
        .count(
            "clerks", \.clerks, 0...50, unit: "clerks", source: .assumed, rules: "CL-14",
            "Clerks who make contact and book; 0 is as many as it takes."),
        .minutes(
            "clerk-minutes-per-day", \.clerkMinutesPerDay, 1...600, source: .assumed, rules: "CL-14",
            "Minutes of each clerk's day for it."),
        .minutes(
            "minutes-per-attempt", \.minutesPerAttempt, 1...60, source: .assumed, rules: "CL-14",
            "Minutes of one attempt, with the booking and the letter that it leads to."),
    ]
}
