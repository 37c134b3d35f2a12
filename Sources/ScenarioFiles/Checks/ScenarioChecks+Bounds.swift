import CareModel
internal import CareModel
internal import ServiceSimulation

extension ScenarioChecks {
    /// The years whose bank holidays are known (``BankHolidays``).
    private static let knownYears = (first: CivilDay(number: -8_035), last: CivilDay(number: 73_413))
    /// A person's team, and a room's number, are kept in so many bits.
    private static let mostTeams = 255
    private static let mostRooms = 32_767
    /// Every clinician has a diary; more than the country has are a slip.
    private static let mostStaff = 20_000

    /// The first day and the last lie in years whose bank holidays are known; there are not too many of anything.
    mutating func checkBounds() {
        let scenario = decoder.scenario
        let warmUp = scenario.start.origin == .warmUp ? scenario.start.warmUpWeeks : 0
        let first = scenario.starts - Int32(warmUp * 7)
        let end = scenario.starts + Int32(scenario.weeks * 7 - 1)
        if !isFaulty("starts", "weeks", "start") {
            if first < Self.knownYears.first {
                report(
                    "starts", message: "with the warm-up the service begins on \(first)",
                    allowed: "a first day from \(Self.knownYears.first) on, the warm-up counted")
            } else if end > Self.knownYears.last {
                report("starts", message: "the last day is \(end)", allowed: "a last day up to \(Self.knownYears.last)")
            }
        }
        if scenario.teams.count > Self.mostTeams {
            report("teams", message: "there are \(scenario.teams.count) teams", allowed: "at most \(Self.mostTeams)")
        }
        let staff = scenario.teams.reduce(0) { $0 + $1.staff.reduce(0) { $0 + $1.count } }
        if staff > Self.mostStaff {
            report("teams", message: "there are \(staff) clinicians in all", allowed: "at most \(Self.mostStaff)")
        }
        let rooms = scenario.teams.reduce(0) { $0 + $1.rooms.perVenue.reduce(0, +) }
        if rooms > Self.mostRooms {
            report("teams", message: "there are \(rooms) rooms in all", allowed: "at most \(Self.mostRooms)")
        }
    }

    /// Shares of a team of which only one can hold add up to 1 at most, and groups of shares are not all 0.
    mutating func checkShares(_ index: Int) {
        let referrals = team(index).referrals
        let asks = referrals.asks
        checkSum(index, ["asks.female-therapist", "asks.male-therapist"], asks.femaleTherapist + asks.maleTherapist)
        checkSum(index, ["evening-only", "morning-only"], referrals.eveningOnly + referrals.morningOnly)
        checkSum(index, ["asks.languages"], asks.languages.reduce(0, +))
        checkSum(index, ["asks.venues"], asks.venues.reduce(0, +))
        for (name, shares) in [("ethnicity", referrals.ethnicity), ("deprivation", referrals.deprivation)]
        where !shares.isEmpty && shares.allSatisfy({ $0 == 0 }) && !isFaulty(key(index, "referrals.\(name)")) {
            report(
                key(index, "referrals.\(name)"), message: "every share is 0",
                allowed: "at least one above 0, or an empty list")
        }
    }

    private mutating func checkSum(_ index: Int, _ names: [String], _ sum: Double) {
        let keys = names.map { key(index, "referrals.\($0)") }
        guard sum > 1 + 1e-9, !keys.contains(where: { isFaulty($0) }) else { return }
        let given = keys.first { decoder.decoding.places[$0] != nil } ?? keys[0]
        let others = names.filter { key(index, "referrals.\($0)") != given }
        let with = others.isEmpty ? "" : " with \(others.joined(separator: ", "))"
        decoder.decoding.report(
            at: [given] + keys, given, "adds up to \(NumberText.rounded(sum))\(with)", allowed: "at most 1")
    }
}
