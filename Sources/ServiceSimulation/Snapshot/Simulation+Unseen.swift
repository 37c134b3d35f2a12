import Allocation
import CareModel
import RandomStreams

extension Simulation {
    /// What nobody sees of a person.
    func unseenSnapshot(_ person: Int) -> UnseenSnapshot {
        let state = people[person]
        var unseen = UnseenSnapshot()
        unseen.latent = (state.depression, state.anxiety)
        unseen.fallPerSession = state.fallPerSession
        unseen.plannedSessions = desk.people[person].plannedSessions
        unseen.supervisorAgrees = desk.people[person].flags.contains(.supervisorAgrees)
        unseen.facts = state.facts
        unseen.isDiverted = state.isDiverted
        unseen.willCall = state.willCall
        unseen.origin = state.origin
        unseen.attemptsInVain = state.attemptsInVain
        return unseen
    }

    /// What nobody sees of a person whom a snapshot knows: as it was, where a simulation made the person up.
    mutating func restoreUnseen(_ person: Int, _ known: Person) {
        guard let unseen = known.unseen else {
            people[person].origin = random.replication
            people[person].attemptsInVain = known.contactAttempts
            if known.episode.state == .awaitingScreening { drawScreeningFacts(person) }
            return
        }
        (people[person].depression, people[person].anxiety) = unseen.latent
        people[person].fallPerSession = unseen.fallPerSession
        people[person].facts = unseen.facts
        people[person].isDiverted = unseen.isDiverted
        people[person].willCall = unseen.willCall
        people[person].origin = unseen.origin
        people[person].attemptsInVain = unseen.attemptsInVain
    }

    /// Draws what the course of a person whom only a database knows will need, and the latent scores, given what is
    /// known: the scores so far and the sessions had (TX-10).
    mutating func drawUnseen(_ person: Int, _ known: Person) {
        let isInCourse = known.episode.state.isOnCaseload || known.sessionsAtStep > 0
        if isInCourse, known.supportContactsLeft == nil {
            if desk.people[person].flags.contains(.inGroup) { planGroupCourse(person) } else { drawCourse(person) }
        }
        let scores = practices[team(person)].scores
        var belief = ScoreBelief(scores)
        let course = CourseSoFar(known, practices[team(person)], now: now, isInGroup: isInGroup(person))
        belief.believe(in: course, scores)
        var draws = random.stream(.believedScores, of: desk.people[person].key)
        if let taken = known.takenAtStart {
            belief.observe(.atStart, depression: taken.depression, anxiety: taken.anxiety, scores, &draws)
        }
        if let taken = known.takenSince(course) {
            belief.observe(.now, depression: taken.depression, anxiety: taken.anxiety, scores, &draws)
        }
        let drawn = belief.draw(&draws)
        people[person].depression = Float(drawn.depression)
        people[person].anxiety = Float(drawn.anxiety)
        if isInCourse { people[person].fallPerSession = Float(drawn.fall) }
    }

    private func isInGroup(_ person: Int) -> Bool { desk.people[person].flags.contains(.inGroup) }
}

/// What has happened to a person's scores so far, as far as anybody knows.
struct CourseSoFar {
    /// Sessions at the present step, and contacts at the step before or with computerised CBT.
    var sessions = 0.0
    var earlier = 0.0
    /// What a session is expected to bring.
    var change: Double
    var earlierChange: Double
    /// What the PHQ-9 fell while the person waited for the course that is under way.
    var credit = 0.0

    init(_ known: Person, _ practice: Practice, now: CivilMinute, isInGroup: Bool) {
        let episode = known.episode
        let scores = practice.scores
        change = isInGroup ? practice.groups.change : episode.step == .low ? scores.lowChange : scores.highChange
        earlierChange = known.supportContactsLeft == nil ? scores.lowChange : practice.computerised.change
        sessions = Double(known.sessionsAtStep)
        // The first appointment may count as a contact; it changes nothing.
        let first =
            episode.firstTreatment != Episode.never && episode.firstTreatment == episode.firstAppointment ? 1 : 0
        earlier = max(0, Double(episode.treatmentContacts - first) - sessions)
        guard episode.state.isOnCaseload, episode.waitingSince != Episode.never else { return }
        let rule = episode.step == .low ? practice.low.rule : practice.high.rule
        let course = sessions > 0 ? (sessions - 1) * Double(rule.intervalDays) + 10 : 0
        // Tables may count sessions and leave out when the last one was.
        let isDated = sessions > 0 && episode.lastTreatment != Episode.never
        let began = isDated ? episode.lastTreatment : episode.stateSince
        let waited = max(0, Double(began - episode.waitingSince) / 1440 - course)
        credit = waited / 30 * scores.fallPerMonthWaiting
    }
}

extension Person {
    /// The scores at the first contact; nil if none were taken.
    fileprivate var takenAtStart: Scores? {
        let none = Scores(depression: 0, anxiety: 0)
        if startScores != none || scores != none { return startScores }
        return referral.scores
    }

    /// The latest scores, where they are others than those at the first contact; nil if there are none.
    fileprivate func takenSince(_ course: CourseSoFar) -> Scores? {
        guard takenAtStart != nil, course.sessions + course.earlier > 0 || scores != startScores else { return nil }
        return scores
    }
}
