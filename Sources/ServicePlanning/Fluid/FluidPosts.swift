import CareModel
import ServiceSimulation

/// Bookable minutes that a whole-time post more gives, as water: what those who are there give, with the holidays of
/// each week, and with half of the usual vacancies, since a post begins with somebody in it (CL-4, CL-7).
struct FluidPosts: Sendable {
    /// Minutes a week of a post of each role, by role.
    private let usual: [Double]
    /// How much of it there is in each week, by step: 1 in the mean.
    private let weeks: (low: [Double], high: [Double])

    /// Those of a team.
    init(_ counted: CountedWeeks) {
        usual = Role.allCases.map { Self.usual($0, counted) }
        weeks = (Self.weeks(.low, counted), Self.weeks(.high, counted))
    }

    /// Minutes of a post in a week.
    func minutes(_ role: Role, week: Int) -> Double {
        usual[Int(role.rawValue)] * (role.step == .low ? weeks.low[week] : weeks.high[week])
    }

    /// Of a role that nobody has its target, and a fifth off for leave and sickness.
    private static func usual(_ role: Role, _ counted: CountedWeeks) -> Double {
        let there = counted.total(.wteThousandths, role) / 1000
        guard there > 0 else { return role.defaultCompletedHoursPerWTE / 0.77 * 60 * 0.8 }
        let vacant = counted.total(.vacantThousandths, role) / 1000
        return counted.total(.bookableMinutes, role) / there * (1 - vacant / (there + vacant) / 2)
    }

    private static func weeks(_ step: Step, _ counted: CountedWeeks) -> [Double] {
        let (minutes, wte) = (counted.weekly(.bookableMinutes, step), counted.weekly(.wteThousandths, step))
        let mean = CountedWeeks.share(minutes.reduce(0, +), wte.reduce(0, +))
        return zip(minutes, wte).map { mean > 0 && $1 > 0 ? $0 / $1 / mean : 1 }
    }
}
