public import CareModel

extension BookingDesk {
    /// A referral is received, and waits to be screened (RF-13). The person takes the number of somebody of the team
    /// who has left, if there is one, else the next: ``newest``.
    public mutating func received(_ referral: Referral, key: UInt64) {
        let team = Int(referral.team)
        let number = freeNumbers[team].popLast()
        let person = number.map { Int($0) } ?? episodes.count
        let order = WaitingKey(
            person: UInt32(person), priority: .routine, since: referral.received, due: referral.received.day,
            under: .standard)
        if number == nil {
            referrals.append(referral)
            episodes.append(Episode(received: referral.received))
            people.append(DeskPerson(key: key, listKey: order))
            dayLinks.append(DayLink())
        } else {
            referrals[person] = referral
            episodes[person] = Episode(received: referral.received)
            people[person] = DeskPerson(key: key, listKey: order)
        }
        everyoneByTeam[team] += 1
        stateCounts[stateIndex(episodes[person], team)] += 1
        newest = person
        emit(.arrived(UInt32(person), in: .screening))
    }

    /// The referral is screened (RF-4, RF-5, RF-7, RF-8): the person is accepted for a first appointment, or sent
    /// elsewhere.
    /// - Parameters:
    ///   - facts: what the person who screens has found.
    ///   - isDiverted: the person takes another kind of help instead of an assessment (RF-9).
    public mutating func screened(_ person: Int, _ facts: ScreeningFacts, isDiverted: Bool) {
        let rule = rules[team(person)].screening
        if let refusal = rule.refusal(facts: facts, matrix: referrals[person].matrix) {
            close(person, refusal)
        } else if isDiverted {
            close(person, .diverted)
        } else {
            move(person, .accepted(rule.step(facts: facts), priority(of: person, facts)))
        }
    }

    /// The class in which a person waits for a first appointment (PR-1, PR-2, FA-8).
    @inline(__always)
    private func priority(of person: Int, _ facts: ScreeningFacts) -> PriorityClass {
        if referrals[person].perinatal == .yes { return .perinatal }
        if facts.mentionsRisk { return .risk }
        if referrals[person].veteran == .yes { return .veteran }
        return .routine
    }

    /// What an attempt to reach a person came to (RF-10, RF-11).
    @frozen
    public enum ContactAnswer: UInt8, CaseIterable, Sendable {
        /// Nobody answered.
        case notReached
        /// The person does not want an appointment, or not now.
        case declines
        /// The person wants an appointment.
        case wantsAppointment
    }

    /// The clerk tried to reach a person (RF-10): whoever wants an appointment joins the list, and is offered one at
    /// once if nobody is before them; after the last attempt in vain the case is closed.
    public mutating func contactAttempted(_ person: Int, _ answer: ContactAnswer) {
        people[person].countAttempt()
        switch answer {
        case .declines: close(person, .declinedAppointment)
        case .wantsAppointment:
            people[person].reachedAt = now
            move(person, .contacted)
            joinFirstList(person)
            emit(.waitsForFirstAppointment(UInt32(person)))
            offerFirstAppointmentOnThePhone(person)
        case .notReached:
            let rule = rules[team(person)].contact
            let days = rule.daysUntilNext(
                after: Int(people[person].contactAttempts), priority: episodes[person].priority)
            if let days {
                emit(.contactAgain(UInt32(person), days: Int32(days)))
            } else {
                close(person, .uncontactable)
            }
        }
    }

    /// PHQ-9 and GAD-7 were taken (TX-10).
    public mutating func recordScores(_ person: Int, _ scores: Scores, isFirst: Bool) {
        people[person].scores = scores
        if isFirst { people[person].startScores = scores }
    }

    /// Whether a person is under 18 (PR-4).
    @inline(__always)
    public func isUnder18(_ person: Int) -> Bool {
        referrals[person].ageBand == .fourteenToFifteen || referrals[person].ageBand == .sixteenToSeventeen
    }
}
