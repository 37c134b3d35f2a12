import Allocation
import CareModel
import Diaries

extension Simulation {
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
                            key: StableKey.of(group.key, UInt64(member)), staff: group.staff, team: team,
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
        let cap = CaseloadRule.cap(perWTE: staff.caseload, wte: staff.wte)
        var clinician = Clinician(
            team: Int32(post.team), role: staff.role, trainedIn: staff.trainedIn, seesUnder18: staff.seesUnder18,
            caseloadCap: Int32(cap))
        // The start is metered by what the post holds, whatever its holder declares (CL-8, CL-10).
        clinician.meter(from: post.startedOn, practice.workforce)
        clinician.caseloadCap = Int32(max(1, (Double(cap) * post.declared).rounded()))
        clinician.sex = post.isWoman ? .female : .male
        clinician.languages = LanguageSet(staff.languages.map { UInt8(truncatingIfNeeded: $0) })
        clinician.venues = VenueWeek(staff.venues.map { UInt8(truncatingIfNeeded: $0) })
        clinician.windsDownFrom = staff.until ?? Clinician.never
        clinician.lastDay = staff.until ?? Clinician.never
        return clinician
    }

    /// Lays out the usual week and the assessment week of everyone in a team (PO-1, PO-2, PO-7, CL-3, CL-4).
    mutating func layOutWeeks(team: Int) {
        let practice = practices[team]
        hear(.releaseDays(team: team, practice.diary.releaseDays))
        for clinician in desk.capacity.range(team: team) {
            if let own = posts[clinician].known?.weeks {
                hear(.weeks(clinician: clinician, usual: own.usual, assessment: own.assessment))
                continue
            }
            var plan = weekPlan(clinician)
            let usual = WeekTemplate(plan)
            plan.firstShare = practice.assessmentWeek.share
            hear(.weeks(clinician: clinician, usual: usual, assessment: WeekTemplate(plan)))
        }
    }

    private func weekPlan(_ clinician: Int) -> WeekPlan {
        let post = posts[clinician]
        let practice = practices[post.team]
        let role = desk.capacity.clinicians[clinician].role
        let course = role.step == .low ? practice.low.rule : practice.high.rule
        var plan = WeekPlan(hours: workingHours(post, role: role))
        plan.firstMinutes = course.firstAppointmentMinutes
        plan.sessionMinutes = course.sessionMinutes
        plan.callMinutes = practice.keepingInTouch.rule.minutes
        plan.firstShare = splits[post.team].share(role.step)
        plan.keepingInTouchShare = practice.keepingInTouch.rule.isOn ? practice.diary.keepingInTouchShare : 0
        plan.rotation = post.number
        let supervision = supervisionMinutes(clinician, role: role)
        let worked = plan.hours.indices.filter { plan.hours[$0].minutes > 0 }
        if let day = worked.isEmpty ? nil : worked[post.number % worked.count] {
            plan.reservedMinutes[day] = min(supervision.received, plan.hours[day].minutes / 2)
        }
        let contracted = practice.workforce.hoursPerWeek * 60 * post.staff.wte
        let studying = role.isTrainee ? contracted * Double(5 - practice.workforce.traineePracticeDays) / 5 : 0
        // Diaries that are booked back to back take the time for other work, and count on people not coming (AT-8).
        let share = practice.diary.overbooking > 0 ? 1 : 0.85
        let left = contracted * share - studying - Double(supervision.received + supervision.given)
        let contract = post.staff.bookableHours * 60 * post.staff.wte * post.declared
        let usual = contract * practice.workforce.bookableShare
        plan.bookableMinutes = Int(max(0, min(usual * (1 + practice.diary.overbooking), left)))
        return plan
    }

    /// The hours of each weekday: whole days by WTE, trainees their days of practice (CL-3), evenings and Saturdays
    /// (PO-7).
    private func workingHours(_ post: PostState, role: Role) -> [MinutesOfDay] {
        let team = scenario.teams[post.team]
        let off = MinutesOfDay(start: 0, end: 0)
        var hours = [MinutesOfDay](repeating: off, count: 7)
        let fullDays = role.isTrainee ? Double(practices[post.team].workforce.traineePracticeDays) : 5.0
        let days = max(1, Int((post.staff.wte * fullDays).rounded()))
        let shift = post.staff.saturdays ? 1 : 0
        for position in 0..<min(5, days) {
            // Days off rotate, so that the team is there on every day.
            let weekday = (position * 5 / days + post.number) % 5 + shift
            let isEvening = position < post.staff.eveningsPerWeek
            let length = team.openingHours.minutes
            hours[weekday] =
                isEvening
                ? MinutesOfDay(start: max(0, team.extendedHours.end - length), end: team.extendedHours.end)
                : team.openingHours
        }
        return hours
    }

    /// Where a post begins or has ended, supervision is shared out anew (CL-4).
    mutating func shareSupervision(on today: CivilDay) {
        for team in teamsByChange[today.number] ?? [] { layOutWeeks(team: team) }
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

    /// Minutes of supervision a week that a clinician receives and gives (CL-4). What is received is given by the
    /// seniors
    /// of the step, or, where there are none, by its qualified staff.
    private func supervisionMinutes(_ clinician: Int, role: Role) -> (received: Int, given: Int) {
        let team = posts[clinician].team
        let workforce = practices[team].workforce
        let members = desk.capacity.range(team: team, step: role.step).filter { posts[$0].isEmployed(on: now.day) }
        let seniors = members.filter { desk.capacity.clinicians[$0].role.isSenior }
        let givers = seniors.isEmpty ? members.filter { !desk.capacity.clinicians[$0].role.isTrainee } : seniors
        let received = supervisionReceived(role, workforce)
        let asked = members.reduce(0) { $0 + supervisionReceived(desk.capacity.clinicians[$1].role, workforce) }
        let gives = givers.contains(clinician)
        return (received, gives ? asked / max(1, givers.count) : 0)
    }

    private func supervisionReceived(_ role: Role, _ workforce: WorkforceInput) -> Int {
        switch role {
        case .wellbeingPractitioner, .traineeWellbeingPractitioner, .traineeHighIntensityTherapist:
            workforce.supervisionMinutesPerWeek
        case .highIntensityTherapist: workforce.therapistSupervisionMinutesPerWeek
        case .seniorWellbeingPractitioner, .seniorHighIntensityTherapist: 0
        }
    }
}
