import Allocation
public import CareModel
import RandomStreams

/// Makes a snapshot from the counts that a scenario gives for its first day.
public enum InitialList {
    /// The replication whose random numbers make starting lists and warm-ups: the same list for every replication of
    /// the forecast.
    public static let replication = RandomStream.lastReplication

    /// Everyone whom the scenario's `initial` sections name, on the first day of a service that has settled: people are
    /// seen as they came, so that waits so far are spread evenly up to twice the given mean; caseloads are filled with
    /// people at all stages of their courses, long courses as often as they are found on a day.
    public static func snapshot(of scenario: ServiceScenario, seed: UInt64) -> ServiceSnapshot {
        self.snapshot(of: scenario, seed: seed, log: nil)
    }

    /// Writes down which streams are opened, if anybody wants to know.
    static func snapshot(of scenario: ServiceScenario, seed: UInt64, log: DrawLog?) -> ServiceSnapshot {
        var maker = ListMaker(scenario: scenario, seed: seed, log: log)
        return maker.make()
    }
}

private struct ListMaker: ~Copyable {
    let scenario: ServiceScenario
    let posts: [PostState]
    let teamKeys: [UInt64]
    let random: Luck
    var snapshot: ServiceSnapshot

    init(scenario: ServiceScenario, seed: UInt64, log: DrawLog?) {
        self.scenario = scenario
        posts = Workforce.posts(of: scenario, on: scenario.starts)
        teamKeys = scenario.teamKeys
        random = Luck(seed: seed, replication: InitialList.replication, log: log)
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
        for index in snapshot.people.indices { snapshot.people[index].facts.forgetBlankScores() }
        return snapshot
    }

    /// Who a listed person is: the team or the clinician that the list belongs to, which list, and the number on it. A
    /// longer list has more people and no others.
    private func key(_ owner: UInt64, list: String, _ number: Int) -> UInt64 {
        StableKey.of(StableKey.of(owner, list), UInt64(number))
    }

    /// A new person of a team, referred so many days ago.
    private func newPerson(_ key: UInt64, _ team: Int, daysAgo: Double) -> Person {
        let minutes = Int64(max(1, daysAgo * 1440))
        let referral = Referral(
            received: snapshot.taken - minutes, source: Self.source, team: UInt8(truncatingIfNeeded: team))
        return Person(key: key, referral: referral)
    }

    /// A list does not say who referred the people on it.
    private static let source = ReferralSource.selfWeb

    /// How much more unwell people of somebody's source are (RF-15).
    private func severity(of person: Person, _ team: Int) -> Severity {
        scenario.teams[team].referrals.severity(of: person.referral.source)
    }

    /// Days that somebody on a list has waited, where everybody waits as long: any part of it is as likely.
    private func waitSoFar(_ key: UInt64, mean: Double) -> Double {
        2 * max(1, mean) * random.uniform(.listedWait, of: key)
    }

    private mutating func addWaitingFirst(_ team: Int, _ initial: InitialInput) {
        for number in 0..<initial.waitingFirstAppointment {
            let key = key(teamKeys[team], list: "first", number)
            let days = waitSoFar(key, mean: initial.waitingFirstAppointmentDays)
            var person = newPerson(key, team, daysAgo: days)
            let isHigh = random.happens(
                .listedStep, of: key, share: scenario.teams[team].practice.screening.looksLikeHighIntensity)
            apply(.accepted(isHigh ? .high : .low, .routine), &person)
            apply(.contacted, &person)
            person.facts.reachedAt = person.referral.received
            snapshot.people.append(person)
        }
    }

    private mutating func addWaiting(_ team: Int, _ step: Step, _ count: Int, mean: Double, isStepUp: Bool) {
        let list = isStepUp ? "step-up" : "treatment at \(step.name)"
        for number in 0..<count {
            let key = key(teamKeys[team], list: list, number)
            var luck = ListedLuck(of: key, random)
            let days = waitSoFar(key, mean: mean)
            let first = isStepUp ? .low : step
            var person = assessed(key, team, step: first, daysAgo: days, first, &luck)
            if isStepUp { stepUp(&person, team, days: days, &luck) }
            snapshot.people.append(person)
        }
    }

    /// Somebody who ended a course at step 2 still a case, so many days ago, and waits for step 3 (ST-1).
    private mutating func stepUp(
        _ person: inout Person, _ team: Int, days: Double, _ luck: inout ListedLuck
    ) {
        let at = snapshot.taken - Int64(days * 1440)
        let practice = scenario.teams[team].practice
        let severity = severity(of: person, team)
        var stage = CourseStage(at: .low, practice, severity, &luck)
        for _ in 0..<32 where !stage.now.isCase { stage = CourseStage(at: .low, practice, severity, &luck) }
        let before = person.episode.stateSince
        apply(.allocated(clinician: 0), &person, at: before)
        for session in 0..<stage.length {
            let daysBefore = Double(stage.length - 1 - session) * stage.gapDays
            apply(.sessionAttended, &person, at: max(before, at - Int64(daysBefore * 1440)))
        }
        apply(.stepUpProposed, &person, at: at)
        apply(.stepUpAgreed, &person, at: at)
        (person.facts.startScores, person.facts.scores) = (stage.start, stage.now)
    }

    /// A person who was assessed so many days ago, and referred as long before that as people wait for it.
    private mutating func assessed(
        _ key: UInt64, _ team: Int, step: Step, daysAgo: Double, _ agreed: Step, _ luck: inout ListedLuck
    ) -> Person {
        let initial = scenario.teams[team].initial
        let wait = initial.waitingFirstAppointment > 0 ? 2 * initial.waitingFirstAppointmentDays + 3 : 21
        var person = newPerson(key, team, daysAgo: daysAgo + wait)
        let at = snapshot.taken - Int64(max(1, daysAgo * 1440))
        apply(.accepted(step, .routine), &person, at: at)
        apply(.contacted, &person, at: at)
        apply(.firstAppointmentBooked, &person, at: at)
        apply(.assessed(.treatment(agreed, agreed.usualTherapy), treatmentBegan: true), &person, at: at)
        let stage = CourseStage(at: agreed, scenario.teams[team].practice, severity(of: person, team), &luck)
        (person.facts.startScores, person.facts.scores) = (stage.start, stage.start)
        person.facts.lastKeptInTouch = at.day
        person.facts.reachedAt = person.referral.received
        return person
    }

    private mutating func addCaseload(_ team: Int, _ clinician: Int, _ post: PostState, filled: Double) {
        guard post.staff.from ?? scenario.starts <= scenario.starts else { return }
        let practice = scenario.teams[team].practice
        let step = post.staff.role.step
        let people = Int((Double(post.staff.caseloadCap) * filled).rounded())
        for number in 0..<people {
            let key = key(post.key, list: "caseload", number)
            var luck = ListedLuck(of: key, random)
            let stage = CourseStage.onSomeDay(
                at: step, practice, scenario.teams[team].referrals.severity(of: Self.source), &luck)
            let last = stage.sinceLast
            let assessed = last + Double(stage.had) * stage.gapDays + wait(team, step)
            var person = self.assessed(key, team, step: step, daysAgo: assessed, step, &luck)
            apply(
                .allocated(clinician: Int32(clinician)), &person,
                at: person.episode.stateSince + Int64(wait(team, step) * 1440))
            for session in 0..<stage.had {
                let daysAgo = last + Double(stage.had - 1 - session) * stage.gapDays
                apply(.sessionAttended, &person, at: snapshot.taken - Int64(max(1, daysAgo * 1440)))
            }
            person.facts.sessionsAtStep = UInt8(clamping: stage.had)
            person.facts.assessor = Int32(clinician)
            (person.facts.startScores, person.facts.scores) = (stage.start, stage.now)
            // The next session is as far ahead as it is in a course that is booked as it goes.
            person.facts.notBefore = snapshot.taken.day + Int32(stage.untilNext)
            snapshot.people.append(person)
        }
    }

    /// Days from the assessment to a course, as the lists have it.
    private func wait(_ team: Int, _ step: Step) -> Double {
        let initial = scenario.teams[team].initial
        switch step {
        case .low: return initial.waitingLow > 0 ? 2 * initial.waitingLowDays : 14
        case .high: return initial.waitingHigh > 0 ? 2 * initial.waitingHighDays : 14
        }
    }

    private func apply(_ event: EpisodeEvent, _ person: inout Person, at minute: CivilMinute? = nil) {
        do {
            try person.episode.apply(event, at: minute ?? person.episode.stateSince)
        } catch {
            fatalError("a listed person cannot be made: \(error.event) in \(error.state.name)")
        }
    }
}
