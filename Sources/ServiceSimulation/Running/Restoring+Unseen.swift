import Allocation
import CareModel
import RandomStreams

extension Restoring {
    /// What nobody sees of a person.
    static func unseenSnapshot(_ person: Int, _ service: borrowing Simulation) -> UnseenSnapshot {
        let state = service.people[person]
        var unseen = UnseenSnapshot()
        unseen.latent = (state.depression, state.anxiety)
        unseen.latentAtReferral = (state.depressionAtReferral, state.anxietyAtReferral)
        unseen.fallPerSession = state.fallPerSession
        let bookedAt = service.desk.people[person].bookedAt
        unseen.lastBookedAt = bookedAt == Episode.never ? nil : bookedAt
        unseen.facts = state.facts
        unseen.isDiverted = state.isDiverted
        unseen.willCall = state.willCall
        unseen.hasClerk = state.hasClerk
        unseen.origin = state.origin
        unseen.attemptsInVain = state.attemptsInVain
        return unseen
    }

    /// What nobody sees of a person whom a snapshot knows: as it was, where a simulation made the person up.
    static func restoreUnseen(_ person: Int, _ known: Person, _ service: inout Simulation) {
        // Of whoever was not seen yet there is nothing to be known, unless they were there before.
        let isNew = known.episode.firstAppointment == Episode.never && known.earlier == nil
        service.people[person].history = known.history ?? (isNew ? PersonHistory() : nil)
        guard let unseen = known.unseen else {
            service.people[person].origin = service.random.replication
            service.people[person].attemptsInVain = known.facts.contactAttempts
            if known.episode.state == .awaitingScreening { Screening.drawScreeningFacts(person, &service) }
            return
        }
        (service.people[person].depression, service.people[person].anxiety) = unseen.latent
        (service.people[person].depressionAtReferral, service.people[person].anxietyAtReferral) =
            unseen.latentAtReferral
        service.people[person].fallPerSession = unseen.fallPerSession
        service.people[person].facts = unseen.facts
        service.people[person].isDiverted = unseen.isDiverted
        service.people[person].willCall = unseen.willCall
        service.people[person].hasClerk = unseen.hasClerk
        service.people[person].origin = unseen.origin
        service.people[person].attemptsInVain = unseen.attemptsInVain
    }

    /// Draws what the course of a person whom only a database knows will need, and the latent scores, given what is
    /// known: the scores so far and the sessions had (TX-10).
    static func drawUnseen(_ person: Int, _ known: Person, _ service: inout Simulation) {
        let isInCourse = known.episode.state.isOnCaseload || known.facts.sessionsAtStep > 0
        if isInCourse, known.facts.supportContactsLeft == nil {
            if service.desk.people[person].flags.contains(.inGroup) {
                Waiting.planGroupCourse(person, &service)
            } else {
                Treatment.drawCourse(person, &service)
            }
        }
        let scores = service.inForce.practices[service.team(person)].scores
        var belief = ScoreBelief(
            scores, service.arrivals.referred[service.team(person)].severity(of: known.referral.source))
        let course = CourseSoFar(
            known, service.inForce.practices[service.team(person)], now: service.now,
            isInGroup: isInGroup(person, service))
        belief.believe(in: course, scores)
        var draws = service.random.stream(.believedScores, of: service.desk.people[person].key)
        if let taken = known.takenAtStart {
            belief.observe(.atStart, depression: taken.depression, anxiety: taken.anxiety, scores, &draws)
        }
        if let taken = known.takenSince(course) {
            belief.observe(.now, depression: taken.depression, anxiety: taken.anxiety, scores, &draws)
        }
        let drawn = belief.draw(&draws)
        service.people[person].depression = Float(drawn.depression)
        service.people[person].anxiety = Float(drawn.anxiety)
        service.people[person].depressionAtReferral = Float(drawn.atStart.depression)
        service.people[person].anxietyAtReferral = Float(drawn.atStart.anxiety)
        if isInCourse { service.people[person].fallPerSession = Float(drawn.fall) }
    }

    private static func isInGroup(_ person: Int, _ service: borrowing Simulation) -> Bool {
        service.desk.people[person].flags.contains(.inGroup)
    }
}

extension Person {
    /// The scores at the first contact; nil if none were taken.
    fileprivate var takenAtStart: Scores? {
        // Of whoever has later scores, there was nothing to be measured at the start.
        facts.startScores ?? (facts.scores == nil ? referral.scores : Scores(depression: 0, anxiety: 0))
    }

    /// The latest scores, where they are others than those at the first contact; nil if there are none.
    fileprivate func takenSince(_ course: CourseSoFar) -> Scores? {
        guard takenAtStart != nil, course.sessions + course.earlier > 0 || facts.scores != facts.startScores else {
            return nil
        }
        return facts.scores ?? Scores(depression: 0, anxiety: 0)
    }
}
