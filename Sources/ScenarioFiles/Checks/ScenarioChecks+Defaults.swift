internal import ServiceSimulation

/// Numbers that nobody gave and that carry the result: whoever reads it is told which they are, and what follows.
extension ScenarioChecks {
    /// A default that carries a result.
    private struct Carrying {
        /// The keys; the default carries where none of them is given.
        var keys: [String]
        /// What follows from it, after `is not given:`.
        var words: String
        /// What to give.
        var allowed: String
    }

    private static let carrying = [
        Carrying(
            keys: ["referrals.per-week"],
            words: "200 referrals a week are assumed, and every list, wait and cost follows from them",
            allowed: "the referrals of your own service"),
        Carrying(
            keys: ["population.registered"],
            words: "300,000 people are assumed, so the access rate is no measure of this service and is not judged",
            allowed: "people registered with the area's practices"),
        Carrying(
            keys: ["scores.low-change", "scores.high-change"],
            words: "with the defaults about a quarter of courses end in recovery, where services publish about a half",
            allowed:
                "values that give the recovery that you publish: about 1.8 and 1.1, with attendance.exceptions 0.9,"
                + " attendance.makes-contact 0.8 and stops-early 0.03 and 0.02, for courses are short by default too"),
        Carrying(
            keys: ["diary.low-first-share", "diary.high-first-share", "diary.follows-demand"],
            words: "40% of step-2 time and 10% of step-3 time are kept for first appointments whatever the lists are,"
                + " so that time may stand unused while people wait for something else",
            allowed: "the split of your diaries, or diary.follows-demand: true"),
    ]

    /// Warns of each such default once, with the teams that rest on it.
    mutating func warnOfDefaults() {
        for carrying in Self.carrying {
            let teams = decoder.teamKeys.indices.filter { team in
                !carrying.keys.contains { path in
                    let places = decoder.decoding.places
                    return places[key(team, path)] != nil || places[path] != nil
                }
            }
            guard let first = teams.first else { continue }
            let names = teams.prefix(3).map { team($0).name }.joined(separator: ", ")
            let more = teams.count > 3 ? " and \(teams.count - 3) more" : ""
            let path = key(first, carrying.keys[0])
            decoder.decoding.warn(
                at: [path], path, "is not given for \(names)\(more): \(carrying.words)", allowed: carrying.allowed)
        }
    }
}
