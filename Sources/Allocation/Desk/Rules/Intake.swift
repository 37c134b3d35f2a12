import CareModel

/// The front door: referrals come in, are screened, and the clerk tries to reach the person (RF-4 … RF-11, TX-10).
enum Intake {
    /// A referral is received, and waits to be screened (RF-13). The person takes the number of somebody of the team
    /// who has left, if there is one, else the next.
    static func received(_ desk: inout DeskState, _ referral: Referral, key: UInt64) {
        let (person, isNew) = desk.people.receive(referral, key: key)
        if isNew { desk.appointments.addPerson() }
        desk.emit(.arrived(UInt32(person), in: .screening))
    }

    /// The referral is screened (RF-4, RF-5, RF-7, RF-8): the person is accepted for a first appointment, or sent
    /// elsewhere.
    /// - Parameters:
    ///   - facts: what the person who screens has found.
    ///   - isDiverted: the person takes another kind of help instead of an assessment (RF-9).
    static func screened(_ desk: inout DeskState, _ person: Int, _ facts: ScreeningFacts, isDiverted: Bool) {
        let rule = desk.rules[desk.team(person)].screening
        if let refusal = rule.refusal(facts: facts, matrix: desk.people.referrals[person].matrix) {
            Endings.close(&desk, person, refusal)
        } else if isDiverted {
            Endings.close(&desk, person, .diverted)
        } else {
            desk.move(person, .accepted(rule.step(facts: facts), priority(desk, of: person, facts)))
            CaseAllocations.allocate(&desk, person)
            Office.welcome(&desk, person)
        }
    }

    /// The class in which a person waits for a first appointment (PR-1, PR-2, FA-8).
    @inline(__always)
    private static func priority(_ desk: borrowing DeskState, of person: Int, _ facts: ScreeningFacts) -> PriorityClass
    {
        if desk.people.referrals[person].perinatal == .yes { return .perinatal }
        if facts.mentionsRisk { return .risk }
        if desk.people.referrals[person].veteran == .yes { return .veteran }
        return .routine
    }

    /// The clerk tried to reach a person (RF-10): whoever wants an appointment joins the list, and is offered one at
    /// once if nobody is before them; after the last attempt in vain the case is closed.
    static func contactAttempted(_ desk: inout DeskState, _ person: Int, _ answer: ContactAnswer) {
        desk.people[person].countAttempt()
        desk.people.setNextDue(person, Episode.never)
        switch answer {
        case .declines: Endings.close(&desk, person, .declinedAppointment)
        case .wantsAppointment:
            desk.people[person].reachedAt = desk.now
            desk.move(person, .contacted)
            CaseAllocations.allocate(&desk, person)
            FirstAppointments.joinList(&desk, person)
            desk.emit(.waitsForFirstAppointment(UInt32(person)))
            FirstAppointments.offerOnThePhone(&desk, person)
        case .notReached:
            let rule = desk.rules[desk.team(person)].contact
            let days = rule.daysUntilNext(
                after: Int(desk.people[person].contactAttempts), priority: desk.people.episodes[person].priority)
            if let days {
                let day = desk.now.day + Int32(days)
                desk.people.setNextDue(person, day.start)
                desk.emit(.contactAgain(UInt32(person), on: day))
            } else {
                Endings.close(&desk, person, .uncontactable)
            }
        }
    }

    /// The first day on which another attempt in vain counts, after those that were made (RF-10, FA-7); nil if one
    /// counts now.
    static func nextAttemptCounts(_ desk: borrowing DeskState, _ person: Int) -> CivilDay? {
        let (due, attempts) = (desk.people.nextDues[person], Int(desk.people[person].contactAttempts))
        guard attempts > 0, due != Episode.never else { return nil }
        let day = desk.rules[desk.team(person)].contact.nextCounts(
            after: attempts, due: due.day, priority: desk.people.episodes[person].priority, in: desk.calendar)
        return desk.now.day < day ? day : nil
    }

    /// PHQ-9 and GAD-7 were taken (TX-10).
    static func recordScores(_ desk: inout DeskState, _ person: Int, _ scores: Scores, isFirst: Bool) {
        desk.people[person].scores = scores
        if isFirst { desk.people[person].startScores = scores }
    }
}
