import Allocation
import CareModel
import EventKernel
import RandomStreams

/// Employment support in a team (TX-13).
struct EmploymentState: Sendable {
    /// People who are supported now.
    var supported = 0
    /// People who wait for an adviser, in the order in which they asked.
    var waiting: [EmploymentRequest] = []
}

/// Somebody who waits for employment support.
struct EmploymentRequest: BitwiseCopyable, Sendable {
    /// Since when.
    var since: CivilMinute
    /// How long the support will last, minutes.
    var lasts: Int64
}

extension Simulation {
    /// A person begins a course, and may take employment support beside it (TX-13).
    mutating func offerEmploymentSupport(_ person: Int) {
        let team = team(person)
        guard practices[team].employment.advisers > 0, desk.people[person].sessionsAtStep == 0,
            !desk.episodes[person].wasSteppedUp
        else { return }
        let key = desk.people[person].key
        guard random.happens(.employmentTakenUp, of: key, share: practices[team].employment.takenUp) else { return }
        var lengths = random.stream(.employmentLength, of: key)
        let weeks = lengths.exponential(mean: practices[team].employment.meanWeeks)
        let request = EmploymentRequest(since: now, lasts: Int64(weeks * 7 * 1440))
        employment[team].waiting.append(request)
        startEmploymentSupport(team: team)
    }

    /// Whoever waits is supported as far as advisers have places.
    private mutating func startEmploymentSupport(team: Int) {
        let input = practices[team].employment
        let places = Int((input.advisers * Double(input.caseload)).rounded(.down))
        while employment[team].supported < places, !employment[team].waiting.isEmpty {
            let request = employment[team].waiting.removeFirst()
            employment[team].supported += 1
            count(.employmentStarts, team: team)
            count(.employmentWaitDays, team: team, Int(now.day - request.since.day))
            schedule(.employmentEnds, team, at: now + request.lasts, .office)
        }
    }

    /// The support of somebody in a team is over: an adviser has a place.
    mutating func employmentEnds(team: Int) {
        employment[team].supported -= 1
        startEmploymentSupport(team: team)
    }

    /// What is known of it on a day, by team.
    func employmentSnapshots() -> [EmploymentSnapshot] {
        employment.map { EmploymentSnapshot(supported: $0.supported, waitingSince: $0.waiting.map(\.since)) }
    }

    /// Puts in what a snapshot knows; how much longer each support lasts is drawn anew.
    mutating func restoreEmployment(_ known: [EmploymentSnapshot]) {
        for (team, snapshot) in known.enumerated() where team < practices.count {
            let mean = practices[team].employment.meanWeeks * 7 * 1440
            var left = random.stream(.employmentLeft, of: teamKeys[team])
            var lengths = random.stream(.employmentLength, of: teamKeys[team])
            employment[team].supported = snapshot.supported
            for _ in 0..<snapshot.supported {
                schedule(.employmentEnds, team, at: now + Int64(left.exponential(mean: mean)), .office)
            }
            employment[team].waiting = snapshot.waitingSince.map {
                EmploymentRequest(since: $0, lasts: Int64(lengths.exponential(mean: mean)))
            }
        }
    }
}
