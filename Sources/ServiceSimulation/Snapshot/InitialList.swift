import Allocation
public import CareModel
import RandomStreams

/// Makes a snapshot from the counts that a scenario gives for its first day.
public enum InitialList {
    /// The replication whose random numbers make starting lists and warm-ups: the same list for every replication of
    /// the
    /// forecast.
    public static let replication = RandomStream.lastReplication

    /// Everyone whom the scenario's `initial` sections name, on the first day. Waits so far are exponential about the
    /// given mean; caseloads are filled with people at all stages of their courses.
    public static func snapshot(of scenario: ServiceScenario, seed: UInt64) -> ServiceSnapshot {
        var maker = ListMaker(scenario: scenario, seed: seed)
        return maker.make()
    }
}

private struct ListMaker: ~Copyable {
    let scenario: ServiceScenario
    let posts: [PostState]
    let teamKeys: [UInt64]
    var random: RandomStream
    var snapshot: ServiceSnapshot

    init(scenario: ServiceScenario, seed: UInt64) {
        self.scenario = scenario
        posts = Simulation.posts(of: scenario, on: scenario.starts)
        teamKeys = scenario.teamKeys
        random = RandomStream(seed: seed, replication: InitialList.replication)
        snapshot = ServiceSnapshot(taken: scenario.starts.start)
    }

    mutating func make() -> ServiceSnapshot {
        snapshot.teams = teamKeys
        snapshot.rooms = scenario.roomKeys
        snapshot.posts = posts.map {
            PostSnapshot(key: $0.key, team: $0.team, role: $0.staff.role, startedOn: $0.startedOn)
        }
        for (team, input) in scenario.teams.enumerated() {
            addWaitingFirst(team, input.initial)
            let initial = input.initial
            addWaiting(team, .low, initial.waitingLow, mean: initial.waitingLowDays, isStepUp: false)
            addWaiting(team, .high, initial.waitingHigh, mean: initial.waitingHighDays, isStepUp: false)
            addWaiting(team, .high, initial.waitingStepUp, mean: initial.waitingStepUpDays, isStepUp: true)
            for (clinician, post) in posts.enumerated() where post.team == team {
                addCaseload(team, clinician, post, filled: initial.caseloadFilled)
            }
        }
        return snapshot
    }

    /// Who a listed person is: the team or the clinician that the list belongs to, which list, and the number on it. A
    /// longer list has more people and no others.
    private func key(_ owner: UInt64, list: String, _ number: Int) -> UInt64 {
        StableKey.of(StableKey.of(owner, list), UInt64(number))
    }

    /// A new person of a team, referred so many days ago.
    private func newPerson(_ key: UInt64, _ team: Int, daysAgo: Double) -> PersonSnapshot {
        let minutes = Int64(max(1, daysAgo * 1440))
        let referral = Referral(
            received: snapshot.taken - minutes, source: .selfWeb, team: UInt8(truncatingIfNeeded: team))
        return PersonSnapshot(key: key, referral: referral)
    }

    private mutating func scores(_ team: Int) -> Scores {
        let input = scenario.teams[team].practice.scores
        let depression = random.normal(mean: input.depressionMean, standardDeviation: input.depressionDeviation)
        let anxiety = random.normal(mean: input.anxietyMean, standardDeviation: input.anxietyDeviation)
        return Scores(
            depression: UInt8(min(27, max(0, depression.rounded()))), anxiety: UInt8(min(21, max(0, anxiety.rounded())))
        )
    }

    private mutating func addWaitingFirst(_ team: Int, _ initial: InitialInput) {
        for number in 0..<initial.waitingFirstAppointment {
            let key = key(teamKeys[team], list: "first", number)
            random.position(.initialList, key)
            let days = random.exponential(mean: max(1, initial.waitingFirstAppointmentDays))
            var person = newPerson(key, team, daysAgo: days)
            let facts = random.uniform() < scenario.teams[team].practice.screening.looksLikeHighIntensity
            apply(.accepted(facts ? .high : .low, .routine), &person)
            apply(.contacted, &person)
            person.reachedAt = person.referral.received
            snapshot.people.append(person)
        }
    }

    private mutating func addWaiting(_ team: Int, _ step: Step, _ count: Int, mean: Double, isStepUp: Bool) {
        let list = isStepUp ? "step-up" : "treatment at \(step.name)"
        for number in 0..<count {
            let key = key(teamKeys[team], list: list, number)
            random.position(.initialList, key)
            let days = random.exponential(mean: max(1, mean))
            var person = assessed(key, team, step: isStepUp ? .low : step, daysAgo: days, isStepUp ? .low : step)
            if isStepUp {
                let at = snapshot.taken - Int64(days * 1440)
                apply(.allocated(clinician: 0), &person, at: at)
                apply(.sessionAttended, &person, at: at)
                apply(.stepUpProposed, &person, at: at)
                apply(.stepUpAgreed, &person, at: at)
            }
            snapshot.people.append(person)
        }
    }

    /// A person who was assessed so many days ago, and referred three weeks before that.
    private mutating func assessed(
        _ key: UInt64, _ team: Int, step: Step, daysAgo: Double, _ agreed: Step
    ) -> PersonSnapshot {
        var person = newPerson(key, team, daysAgo: daysAgo + 21)
        let at = snapshot.taken - Int64(max(1, daysAgo * 1440))
        let modality: Modality = agreed == .low ? .guidedSelfHelp : .cognitiveBehaviouralTherapy
        apply(.accepted(step, .routine), &person, at: at)
        apply(.contacted, &person, at: at)
        apply(.firstAppointmentBooked, &person, at: at)
        apply(.assessed(.treatment(agreed, modality), treatmentBegan: true), &person, at: at)
        person.startScores = scores(team)
        person.scores = person.startScores
        person.lastKeptInTouch = at.day
        person.reachedAt = person.referral.received
        return person
    }

    private mutating func addCaseload(_ team: Int, _ clinician: Int, _ post: PostState, filled: Double) {
        guard post.staff.from ?? scenario.starts <= scenario.starts else { return }
        let practice = scenario.teams[team].practice
        let course = post.staff.role.step == .low ? practice.low : practice.high
        let people = Int(
            (Double(CaseloadRule.cap(perWTE: post.staff.caseload, wte: post.staff.wte)) * filled).rounded())
        for number in 0..<people {
            let key = key(post.key, list: "caseload", number)
            random.position(.initialList, key)
            let had = Int(random.uniform() * course.neededSessions)
            let gap = Double(course.rule.intervalDays) * 1.5
            let last = random.uniform() * gap
            var person = assessed(
                key, team, step: post.staff.role.step, daysAgo: last + Double(had) * gap + 14, post.staff.role.step)
            apply(.allocated(clinician: Int32(clinician)), &person)
            for session in 0..<had {
                let daysAgo = last + Double(had - 1 - session) * gap
                apply(.sessionAttended, &person, at: snapshot.taken - Int64(max(1, daysAgo * 1440)))
            }
            person.sessionsAtStep = UInt8(clamping: had)
            person.assessor = Int32(clinician)
            snapshot.people.append(person)
        }
    }

    private func apply(_ event: EpisodeEvent, _ person: inout PersonSnapshot, at minute: CivilMinute? = nil) {
        do {
            try person.episode.apply(event, at: minute ?? person.episode.stateSince)
        } catch {
            fatalError("a listed person cannot be made: \(error.event) in \(error.state.name)")
        }
    }
}
