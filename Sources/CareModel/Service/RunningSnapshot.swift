/// What a service that runs has in hand beside people, posts and bookings: what it decides by next week is what it saw
/// in the weeks before. A list that somebody wrote down does not have it.
public struct RunningSnapshot: Sendable, Equatable {
    /// What each team saw in the last four weeks (PO-1, KT-2).
    public var recentWaits: [RecentWaitsSnapshot] = []
    /// Weeks that were seen, the present one included.
    public var weeksSeen = 1
    /// The Monday has begun, and what is done at the turn of a week is still to be done.
    public var isWeekToTurn = false
    /// The day has yet to begin: nobody of today has been referred.
    public var isDayToStart = true
    /// Assessment weeks that are declared from the snapshot's week on, by team: their Mondays (PO-1).
    public var assessmentWeeks: [[CivilDay]] = []
    /// Those of them that have a share of first appointments of their own, by team (PO-1).
    public var assessmentShares: [[AssessmentShare]] = []
    /// First days of courses in groups that were given up, and are not planned again, by team (TX-4).
    public var cancelledCourses: [[CivilDay]] = []
    /// Levers of the scenario, in order, and the teams in which each is in force (PO-10).
    public var levers: [LeverSnapshot] = []
    /// People seen at first appointments since the split of time was last looked at, by team and step (PO-2).
    public var seenSinceLook: [[Int]] = []
    /// Weeks since the split was last looked at, by team (PO-2).
    public var weeksSinceLook: [Int] = []
    /// The rota of duty and group supervision of the coming weeks is made (CL-4, CL-5).
    public var isRotaMade = false
    /// Until when the time for screening is used up, by team (RF-5).
    public var screeningBusyUntil: [CivilMinute] = []
    /// Until when the seniors' time for screening is used up, by team (RF-5).
    public var seniorBusyUntil: [CivilMinute] = []
    /// Until when each clerk's time is used up, by team (CL-14).
    public var clerksBusyUntil: [[CivilMinute]] = []

    /// A service that has just opened.
    public init() {}
}

/// What a team saw in the last four weeks.
public struct RecentWaitsSnapshot: Sendable, Equatable {
    /// People seen at first appointments: how many weeks ago, after how many days, how many.
    public var seen: [SeenSnapshot] = []
    /// People taken on: by step, then by weeks ago.
    public var takenOn: [[Int32]] = []

    /// Nobody.
    public init() {}
}

/// People who were seen in the same week after the same wait.
public struct SeenSnapshot: Sendable, Equatable, BitwiseCopyable {
    /// Weeks before the present one, 0 … 3.
    public var weeksAgo: Int
    /// The wait, days.
    public var days: Int
    /// How many.
    public var people: Int32

    /// People who were seen.
    public init(weeksAgo: Int, days: Int, people: Int32) {
        self.weeksAgo = weeksAgo
        self.days = days
        self.people = people
    }
}

/// A lever that a running service has.
public struct LeverSnapshot: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// The teams in which it is in force, by index.
    public var teams: [Int]

    /// A lever.
    public init(name: String, teams: [Int]) {
        self.name = name
        self.teams = teams
    }
}
