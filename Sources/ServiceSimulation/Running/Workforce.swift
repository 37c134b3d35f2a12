import Allocation
import CareModel
import Diaries

/// The posts of a service and who holds them: leave, sickness, hiring and leaving (CL-1 to CL-13).
struct Workforce {
    /// Every post, in the order of the clinicians' indices.
    var posts: [PostState]
    /// The teams in which a post begins or has ended, by day; for lookup only.
    let teamsByChange: [Int32: [Int]]  // lookup only

    init(_ posts: [PostState]) {
        self.posts = posts
        teamsByChange = Workforce.teamsByChange(posts)
    }
}

extension Workforce {
    /// The posts of a scenario: team by team, step 2 before step 3, each step in an order of its own. A post is who its
    /// key says, whatever the order of writing, so that hiring in one team leaves everyone else's luck untouched.
    static func posts(of scenario: ServiceScenario, on day: CivilDay) -> [PostState] {
        let described = describedPosts(of: scenario, on: day)
        guard !scenario.presentPosts.isEmpty else { return described }
        let hired = Set(scenario.hiredPosts)  // lookup only
        let posts = presentPosts(of: scenario) + described.filter { hired.contains($0.key) }
        return sorted(posts, teams: scenario.teams.count)
    }

    /// Team by team, step 2 before step 3, else in their order.
    private static func sorted(_ posts: [PostState], teams: Int) -> [PostState] {
        (0..<teams).flatMap { team in
            Step.allCases.flatMap { step in posts.filter { $0.team == team && $0.staff.role.step == step } }
        }
    }

    /// The posts of the teams' staff.
    private static func describedPosts(of scenario: ServiceScenario, on day: CivilDay) -> [PostState] {
        let keys = scenario.teamKeys
        return scenario.teams.indices.flatMap { team in
            Step.allCases.flatMap { step in
                scenario.teams[team].groups(at: step, team: keys[team]).flatMap { group in
                    (0..<group.staff.count).map { member in
                        PostState(
                            key: StableKey.of(group.key, UInt64(member)), staff: group.staff.of(member: member),
                            team: team,
                            member: member, number: member + group.offset,
                            startedOn: group.staff.from ?? day - 365)
                    }
                }
            }
        }
    }

    /// The posts of a scenario that starts from a snapshot. Who is not in it begins on its day, with nobody on the
    /// caseload (CL-8); who is in it and not in the scenario has left on the day before, and is kept to hand over
    /// (CL-7).
    static func posts(of scenario: ServiceScenario, from snapshot: ServiceSnapshot) -> [PostState] {
        let day = snapshot.taken.day
        var posts = posts(of: scenario, on: day)
        guard !snapshot.posts.isEmpty else { return posts }
        let keys = scenario.teamKeys
        let teams = snapshot.teams.isEmpty ? keys : snapshot.teams
        let known = Set(snapshot.posts.map(\.key))  // lookup only
        for place in posts.indices where teams.contains(keys[posts[place].team]) && !known.contains(posts[place].key) {
            posts[place].startedOn = max(day, posts[place].staff.from ?? day)
        }
        let described = Set(posts.map(\.key))  // lookup only
        let gone = snapshot.posts.compactMap { post -> PostState? in
            guard !described.contains(post.key), teams.indices.contains(post.team),
                let team = keys.firstIndex(of: teams[post.team])
            else { return nil }
            return PostState(leftBy: post, team: team, lastDay: day - 1)
        }
        guard !gone.isEmpty else { return posts }
        return sorted(posts + gone, teams: keys.count)
    }

    /// The posts that a database has, in its order.
    private static func presentPosts(of scenario: ServiceScenario) -> [PostState] {
        scenario.presentPosts.map { known in
            var post = PostState(
                key: known.key, staff: known.staff, team: known.team, member: known.number, number: known.number,
                startedOn: known.startedOn)
            post.known = known
            return post
        }
    }

    /// What the policy sees of a post and its present holder (CL-1, CL-8).
    static func clinician(_ post: PostState, practice: Practice) -> Clinician {
        if let known = post.known {
            guard post.holder > 0 else { return known.clinician }
            return known.successor(startedOn: post.startedOn, workforce: practice.workforce)
        }
        let staff = post.staff
        let cap = staff.caseloadCap
        var clinician = Clinician(
            team: Int32(post.team), role: staff.role, trainedIn: staff.trainedIn, seesUnder18: staff.seesUnder18,
            caseloadCap: Int32(cap))
        // The start is metered by what the post holds, whatever its holder declares (CL-8, CL-10).
        clinician.meter(from: post.startedOn, practice.workforce)
        clinician.caseloadCap = Int32(cap == 0 ? 0 : max(1, (Double(cap) * post.declared).rounded()))
        clinician.sex = post.isWoman ? .female : .male
        clinician.languages = LanguageSet(staff.languages.map { UInt8(truncatingIfNeeded: $0) })
        clinician.venues = VenueWeek(staff.venues.map { UInt8(truncatingIfNeeded: $0) })
        clinician.windsDownFrom = staff.until ?? Clinician.never
        clinician.lastDay = staff.until ?? Clinician.never
        return clinician
    }

    /// Lays out the usual week and the assessment week of everyone in a team (PO-1, PO-2, PO-7, CL-3, CL-4).
    static func layOutWeeks(team: Int, _ service: inout Simulation) {
        let practice = service.inForce.practices[team]
        service.hear(.releaseDays(team: team, practice.diary.releaseDays))
        let supervision = Step.allCases.map { supervisionOfStep($0, team: team, &service) }
        for clinician in service.desk.capacity.range(team: team) {
            if let own = service.workforce.posts[clinician].known?.weeks {
                service.hear(.weeks(clinician: clinician, usual: own.usual, assessment: own.assessment))
                for later in service.workforce.posts[clinician].known?.hours ?? [] {
                    service.hear(
                        .hours(
                            clinician: clinician, from: later.first, usual: later.usual,
                            assessment: later.assessment))
                }
                continue
            }
            let role = service.desk.capacity.clinicians[clinician].role
            var plan = weekPlan(clinician, role: role, supervision[Int(role.step.rawValue)], &service)
            let usual = WeekTemplate(plan)
            plan.firstShare = role.takes(.firstAppointment) ? practice.assessmentWeek.share : 0
            service.hear(.weeks(clinician: clinician, usual: usual, assessment: WeekTemplate(plan)))
        }
    }

    private static func weekPlan(
        _ clinician: Int, role: Role, _ supervision: SupervisionGiven, _ service: inout Simulation
    ) -> WeekPlan {
        let post = service.workforce.posts[clinician]
        let practice = service.inForce.practices[post.team]
        var staff = post.staff
        staff.role = role
        return WeekPlan(
            of: staff, number: post.number, declared: post.declared, in: service.scenario.teams[post.team],
            practice: practice, firstShare: service.inForce.splits[post.team].share(role.step),
            supervision: (practice.workforce.supervisionReceived(role), supervision.given(by: role)))
    }

    /// Where a post begins or has ended, supervision is shared out anew (CL-4).
    static func shareSupervision(on today: CivilDay, _ service: inout Simulation) {
        for team in service.workforce.teamsByChange[today.number] ?? [] { layOutWeeks(team: team, &service) }
    }

    /// The teams in which a post begins or has ended, by day, in the order of their indices; for lookup only.
    static func teamsByChange(_ posts: [PostState]) -> [Int32: [Int]] {  // lookup only
        var teams: [Int32: [Int]] = [:]  // lookup only
        for post in posts {
            for day in [post.staff.from, post.staff.until.map { $0 + 1 }] {
                guard let day, teams[day.number]?.last != post.team else { continue }
                teams[day.number, default: []].append(post.team)
            }
        }
        return teams
    }

    /// The supervision that a step of a team needs, and who gives it.
    private static func supervisionOfStep(_ step: Step, team: Int, _ service: inout Simulation) -> SupervisionGiven {
        let members = service.desk.capacity.range(team: team, step: step).filter {
            service.workforce.posts[$0].isEmployed(on: service.now.day)
        }
        let roles = members.map { service.desk.capacity.clinicians[$0].role }
        return SupervisionGiven(roles: roles.map { ($0, 1) }, service.inForce.practices[team].workforce)
    }
}
