public import CareModel
import ServiceSimulation
import Statistics

/// When posts of a role in a team can be filled: they are advertised on the first day, and take as long to fill as the
/// scenario says (CL-7); and in no quarter more are filled, beside those of people who leave, than were replaced in the
/// busiest of five years.
public struct HiringPace: Sendable, Equatable {
    /// The first day on which somebody new can be at work.
    public let firstDay: CivilDay
    /// Posts that can be filled in a quarter, 1 at least.
    public let postsAQuarter: Int

    /// Weeks of a quarter.
    static let quarterWeeks = 13

    /// The pace of a team.
    /// - Parameter told: posts a quarter that somebody told; nil is as the service has ever hired, by the Poisson law
    ///   of those who leave.
    init(_ role: Role, of team: TeamScenario, starts: CivilDay, told: Int?) {
        let workforce = team.practice.workforce
        firstDay = starts + Int32(workforce.recruitmentWeeks.rounded(.up)) * 7
        let rate = role.step == .low ? workforce.lowLeaversPerYear : workforce.highLeaversPerYear
        let posts = team.staff.filter { $0.role.step == role.step && $0.until == nil }.reduce(0) { $0 + $1.count }
        postsAQuarter = max(1, told ?? PoissonLaw.quantile(0.95, mean: Double(posts) * rate / 4))
    }

    /// The first day at work of the post that is filled after so many others.
    func day(of post: Int) -> CivilDay { firstDay + Int32(post / postsAQuarter * Self.quarterWeeks * 7) }

    /// How many posts can be filled before a day.
    func most(before day: CivilDay) -> Int {
        guard day > firstDay else { return 0 }
        return (Int(day - firstDay - 1) / (Self.quarterWeeks * 7) + 1) * postsAQuarter
    }
}
