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

/// Employment support beside therapy (TX-13).
struct Employment {
    /// Who is supported and who waits, by team.
    var teams: [EmploymentState]

    init(teams: Int) { self.teams = [EmploymentState](repeating: EmploymentState(), count: teams) }
}

extension Employment {
    /// A person begins a course, and may take employment support beside it (TX-13).
    static func offerEmploymentSupport(_ person: Int, _ service: inout Simulation) {
        let team = service.team(person)
        guard service.inForce.practices[team].employment.advisers > 0, service.desk.people[person].sessionsAtStep == 0,
            !service.desk.episodes[person].wasSteppedUp
        else { return }
        let key = service.desk.people[person].key
        guard
            service.random.happens(
                .employmentTakenUp, of: key, share: service.inForce.practices[team].employment.takenUp)
        else { return }
        var lengths = service.random.stream(.employmentLength, of: key)
        let weeks = lengths.exponential(mean: service.inForce.practices[team].employment.meanWeeks)
        let request = EmploymentRequest(since: service.now, lasts: Int64(weeks * 7 * 1440))
        service.employment.teams[team].waiting.append(request)
        startEmploymentSupport(team: team, &service)
    }

    /// Whoever waits is supported as far as advisers have places.
    private static func startEmploymentSupport(team: Int, _ service: inout Simulation) {
        let input = service.inForce.practices[team].employment
        let places = Int((input.advisers * Double(input.caseload)).rounded(.down))
        while service.employment.teams[team].supported < places, !service.employment.teams[team].waiting.isEmpty {
            let request = service.employment.teams[team].waiting.removeFirst()
            service.employment.teams[team].supported += 1
            service.count(.employmentStarts, team: team)
            service.count(.employmentWaitDays, team: team, Int(service.now.day - request.since.day))
            service.schedule(.employmentEnds, team, at: service.now + request.lasts, .office)
        }
    }

    /// The support of somebody in a team is over: an adviser has a place.
    static func employmentEnds(team: Int, _ service: inout Simulation) {
        service.employment.teams[team].supported -= 1
        startEmploymentSupport(team: team, &service)
    }

    /// What is known of it on a day, by team.
    static func employmentSnapshots(_ service: borrowing Simulation) -> [EmploymentSnapshot] {
        service.employment.teams.map {
            EmploymentSnapshot(supported: $0.supported, waitingSince: $0.waiting.map(\.since))
        }
    }

    /// Puts in what a snapshot knows; how much longer each support lasts is drawn anew.
    static func restoreEmployment(_ known: [EmploymentSnapshot], _ service: inout Simulation) {
        for (team, snapshot) in known.enumerated() where team < service.inForce.practices.count {
            let mean = service.inForce.practices[team].employment.meanWeeks * 7 * 1440
            var left = service.random.stream(.employmentLeft, of: service.teamKeys[team])
            var lengths = service.random.stream(.employmentLength, of: service.teamKeys[team])
            service.employment.teams[team].supported = snapshot.supported
            for _ in 0..<snapshot.supported {
                service.schedule(.employmentEnds, team, at: service.now + Int64(left.exponential(mean: mean)), .office)
            }
            service.employment.teams[team].waiting = snapshot.waitingSince.map {
                EmploymentRequest(since: $0, lasts: Int64(lengths.exponential(mean: mean)))
            }
        }
    }
}
