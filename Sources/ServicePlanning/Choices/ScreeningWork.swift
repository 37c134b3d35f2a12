import CareModel
import ServiceSimulation

/// What referrals take of the time of those who screen them, over all that a referral may say (RF-3, RF-4, RF-5).
struct ScreeningWork: Sendable {
    /// Work of one of those who screen.
    struct Part: Sendable {
        /// Minutes for each referral that they see.
        var minutes: Double
        /// Share of referrals that they see.
        var share: Double
        /// Minutes a week that they have.
        var minutesAWeek: Double

        /// The share of their time that so many referrals a week take.
        func load(_ referrals: Double) -> Double { referrals * share * minutes / max(1, minutesAWeek) }

        /// Referrals that they can do in a week, of those that they see, with so many times the time of now.
        func most(time: Double) -> Double {
            minutes > 0 && share > 0 ? minutesAWeek * time / minutes : .infinity
        }
    }

    /// Of whoever reads all referrals.
    let desk: Part
    /// Of the seniors who are asked.
    let senior: Part

    /// The work of a team's front door.
    init(_ input: ScreeningInput) {
        var minutes = (desk: 0.0, senior: 0.0)
        var seen = 0.0
        for isUrgent in [false, true] {
            for mentionsRisk in [false, true] {
                for looksHigh in [false, true] {
                    var facts = ScreeningFacts()
                    facts.mentionsRisk = mentionsRisk
                    facts.looksLikeHighIntensity = looksHigh
                    let share =
                        Self.chance(isUrgent, input.urgent) * Self.chance(mentionsRisk, input.mentionsRisk)
                        * Self.chance(looksHigh, input.looksLikeHighIntensity)
                    var task: ScreeningTask? = input.rule.firstTask(isUrgent: isUrgent)
                    while let now = task {
                        if now == .seniorScreen {
                            minutes.senior += share * Double(input.minutes(of: now))
                            seen += share
                        } else {
                            minutes.desk += share * Double(input.minutes(of: now))
                        }
                        task = input.rule.task(after: now, facts: facts)
                    }
                }
            }
        }
        desk = Part(minutes: minutes.desk, share: 1, minutesAWeek: Double(input.deskMinutesPerDay * 5))
        senior = Part(
            minutes: seen > 0 ? minutes.senior / seen : 0, share: seen,
            minutesAWeek: Double(input.seniorMinutesPerDay * 5))
    }

    private static func chance(_ happens: Bool, _ share: Double) -> Double { happens ? share : 1 - share }

    /// The share of its time that the busier of desk and seniors needs for so many referrals a week.
    func load(_ referrals: Double) -> Double { max(desk.load(referrals), senior.load(referrals)) }
}
