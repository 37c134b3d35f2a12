import CareModel
import ScenarioFiles
import ServiceSimulation

/// The time that a team's front door has to screen referrals, and more of it, in steps of half of what is there (RF-5,
/// CL-5).
struct ScreeningTime: Hashable, Sendable {
    /// The team's short name.
    let team: String
    /// Minutes a day of the desk now.
    let deskMinutes: Int
    /// Minutes a day of senior clinicians now.
    let seniorMinutes: Int

    /// Minutes of a working day of a whole-time post.
    private static let minutesOfDay = 450.0
    /// The share of working days on which somebody is there: leave, sickness and training take a fifth.
    private static let presence = 0.8

    /// The time of a team's front door as it is.
    init(_ team: TeamScenario) {
        self.team = team.name
        deskMinutes = team.practice.screening.deskMinutesPerDay
        seniorMinutes = team.practice.screening.seniorMinutesPerDay
    }

    /// Times as much as now.
    static func factor(_ steps: Double) -> Double { 1 + steps / 2 }

    /// Minutes a day after so many steps, whole.
    static func minutes(_ now: Int, _ steps: Int) -> Int { now + (now * steps + 1) / 2 }

    /// What so many steps set in the scenario's text; nothing where it stays as it is.
    func changes(_ steps: Int) -> [ScenarioChange] {
        guard steps != 0 else { return [] }
        let key = "teams.\(team).screening"
        return [
            ScenarioChange(
                key: "\(key).desk-minutes-per-day", value: String(Self.minutes(deskMinutes, steps))),
            ScenarioChange(
                key: "\(key).senior-minutes-per-day", value: String(Self.minutes(seniorMinutes, steps))),
        ]
    }

    /// What so many steps are, in words.
    func words(_ steps: Int) -> String {
        let now = deskMinutes + seniorMinutes
        let then = Self.minutes(deskMinutes, steps) + Self.minutes(seniorMinutes, steps)
        return steps == 0 ? "as much time for screening" : "\(then) minutes a day for screening instead of \(now)"
    }

    /// What a step costs in a year, pounds: people of the duty team (practitioners) at the desk, and senior clinicians,
    /// somebody on every working day.
    func poundsAYear(_ pay: PayInput) -> Double {
        func posts(_ minutes: Int) -> Double { Double(minutes) / 2 / (Self.minutesOfDay * Self.presence) }
        return
            (posts(deskMinutes) * pay.yearly(.wellbeingPractitioner)
            + posts(seniorMinutes) * pay.yearly(.highIntensityTherapist)).rounded()
    }
}
