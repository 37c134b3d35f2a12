/// A service so small that a test can run it, as the text of a scenario file that begins with a list.
///
/// What a test is about it changes: weeks, more keys of the service, its teams.
public struct SmallScenario: Sendable {
    /// A team of it; each value is the text after its key.
    public struct Team: Sendable {
        /// The short name.
        public var name: String
        /// The name in sentences.
        public var title: String
        /// Those who may come to it; nil leaves that out.
        public var population: String?
        /// Who is referred.
        public var referrals: String
        /// Who is there on the first day.
        public var initial: String
        /// Its groups of clinicians.
        public var staff: [String]

        /// A team in which four clinicians have few people yet.
        public static let north = Team(
            name: "north", title: "North",
            referrals: "{ per-week: !measured 12, sources: { self: 0.8, gp: 0.2 }, months: published }",
            initial: "{ waiting-first-appointment: 12, waiting-low: 4, waiting-high: 4, caseload-filled: 0.2 }",
            staff: ["{ role: pwp, count: 2 }", "{ role: hit, count: 2, modalities: [cbt] }"])

        /// The same with fewer people.
        public static let south = Team(
            name: "south", title: "South",
            referrals: "{ per-week: !measured 8, sources: { self: 0.8, gp: 0.2 }, months: published }",
            initial: "{ waiting-first-appointment: 8, waiting-low: 4, waiting-high: 4, caseload-filled: 0.2 }",
            staff: north.staff)
    }

    /// The name in files.
    public var name: String
    /// The name in sentences.
    public var title: String
    /// Weeks of a forecast.
    public var weeks: Int
    /// More lines of the service, before its teams.
    public var lines: [String] = []
    /// Its teams.
    public var teams: [Team] = [.north]

    /// A service of one team.
    public init(_ name: String = "small", title: String = "A Small Service", weeks: Int) {
        self.name = name
        self.title = title
        self.weeks = weeks
    }

    /// Two teams with lists that posts would shorten, for a plan.
    public static var toPlan: SmallScenario {
        var service = SmallScenario("two", title: "Two Teams", weeks: 40)
        service.lines = ["workforce: { recruitment-weeks: 8, low-leavers-per-year: 0.5 }"]
        var (north, south) = (Team.north, Team.south)
        north.population = "{ registered: 20000 }"
        north.referrals = "{ per-week: 14, sources: { self: 0.8, gp: 0.2 } }"
        north.initial = "{ waiting-first-appointment: 30, waiting-low: 10, waiting-high: 8, caseload-filled: 0.6 }"
        south.population = north.population
        south.referrals = "{ per-week: 9, sources: { self: 0.8, gp: 0.2 } }"
        south.initial = "{ waiting-first-appointment: 10, waiting-low: 6, waiting-high: 4, caseload-filled: 0.6 }"
        south.staff = ["{ role: pwp, count: 2, wte: 0.8 }", "{ role: hit, count: 1, modalities: [cbt] }"]
        service.teams = [north, south]
        return service
    }

    /// The text of the file.
    public var text: String {
        let head =
            ["name: \(name)", "title: \(title)", "starts: 2026-11-23", "weeks: \(weeks)", "start: { origin: list }"]
            + lines + ["teams:"]
        return (head + teams.flatMap(\.lines)).joined(separator: "\n")
    }
}

extension SmallScenario.Team {
    fileprivate var lines: [String] {
        let keys = [("title", title), ("population", population), ("referrals", referrals), ("initial", initial)]
        return ["  - name: \(name)"] + keys.compactMap { key, value in value.map { "    \(key): \($0)" } }
            + ["    staff:"] + staff.map { "      - \($0)" }
    }
}
