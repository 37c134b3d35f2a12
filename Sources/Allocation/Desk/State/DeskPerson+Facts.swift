public import CareModel

// What the desk keeps packed is made from what is known of a person here, and is made known here.

extension DeskPerson {
    /// What is known of the person, as far as the desk keeps it: who has a seat in a course, the course says, and what
    /// is due by when, whoever keeps the clock.
    public var facts: PersonFacts {
        var facts = PersonFacts(startScores: startScores, scores: scores)
        facts.forgetBlankScores()
        facts.sessionsAtStep = sessionsAtStep
        if flags.contains(.onComputerised) {
            facts.supportContactsLeft = plannedSessions
        } else {
            facts.plannedSessions = plannedSessions > 0 ? plannedSessions : nil
        }
        facts.contactAttempts = contactAttempts
        facts.appointmentCount = appointmentCount
        facts.reachedAt = reachedAt == Episode.never ? nil : reachedAt
        facts.acceptsShortNotice = flags.contains(.shortNotice)
        facts.keepingInTouchOptOut = flags.contains(.optedOut)
        facts.supervisorAgrees = flags.contains(.supervisorAgrees)
        facts.movedByPerson = flags.contains(.movedByPerson)
        facts.movedByService = flags.contains(.movedByService)
        facts.toldOfWait = flags.contains(.toldOfWait)
        facts.rebooksFirst = flags.contains(.rebookFirst)
        facts.returnedAfterMiss = flags.contains(.returnedAfterMiss)
        facts.lastKeptInTouch = lastKeptInTouch == DeskPerson.noDay ? nil : lastKeptInTouch
        facts.lastHeard = lastHeard == DeskPerson.noDay ? nil : lastHeard
        facts.assessor = assessor < 0 ? nil : assessor
        facts.notBefore = notBefore == DeskPerson.noDay ? nil : notBefore
        facts.listedAt = list == .nextSession ? listedAt : nil
        return facts
    }

    /// Takes over what is known of the person. Lists are joined apart.
    mutating func take(_ facts: PersonFacts) {
        let none = Scores(depression: 0, anxiety: 0)
        (startScores, scores) = (facts.startScores ?? none, facts.scores ?? none)
        sessionsAtStep = facts.sessionsAtStep
        plannedSessions = facts.supportContactsLeft ?? facts.plannedSessions ?? 0
        contactAttempts = facts.contactAttempts
        appointmentCount = facts.appointmentCount
        reachedAt = facts.reachedAt ?? Episode.never
        set(.onComputerised, facts.supportContactsLeft != nil)
        set(.shortNotice, facts.acceptsShortNotice ?? false)
        set(.optedOut, facts.keepingInTouchOptOut)
        set(.supervisorAgrees, facts.supervisorAgrees)
        set(.movedByPerson, facts.movedByPerson)
        set(.movedByService, facts.movedByService)
        set(.toldOfWait, facts.toldOfWait)
        set(.rebookFirst, facts.rebooksFirst)
        set(.returnedAfterMiss, facts.returnedAfterMiss)
        lastKeptInTouch = facts.lastKeptInTouch ?? DeskPerson.noDay
        lastHeard = facts.lastHeard ?? DeskPerson.noDay
        assessor = facts.assessor ?? -1
        notBefore = facts.notBefore ?? DeskPerson.noDay
    }
}
