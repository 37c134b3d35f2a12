import ServiceSimulation

/// A team's front door as water: referrals are read as fast as those who screen have time (RF-5, CL-5).
struct FluidDoor: Sendable {
    /// Referrals by week, as simulated.
    private let referrals: [Double]
    private let work: ScreeningWork

    /// The door of a team.
    /// - Parameter referrals: that come in each week.
    init(_ referrals: [Double], of team: TeamScenario) {
        self.referrals = referrals
        work = ScreeningWork(team.practice.screening)
    }

    /// How many referrals get through in each week.
    /// - Parameters:
    ///   - growth: referrals of each week, times as many.
    ///   - time: to screen them, times as much.
    func passing(_ growth: [Double], time: Double) -> [Double] {
        var (unread, unseen) = (0.0, 0.0)
        return zip(referrals, growth).map { arrived, times in
            unread += arrived * times
            let read = min(unread, work.desk.most(time: time))
            unread -= read
            unseen += read * work.senior.share
            let seen = min(unseen, work.senior.most(time: time))
            unseen -= seen
            return read * (1 - work.senior.share) + seen
        }
    }
}
