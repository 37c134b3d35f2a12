import CareModel

/// The monthly case-management review, as far as the desk knows the cases (CL-16).
enum CaseManagement {
    /// Why a case is brought to the review today; empty if it is not. O(1), and O(courses · seats) for whoever has a
    /// seat.
    static func reasons(_ desk: borrowing DeskState, _ person: Int) -> CaseReasons {
        desk.rules[desk.team(person)].caseManagement.reasons(of: facts(desk, person), on: desk.now.day)
    }

    /// What is known of a case.
    static func facts(_ desk: borrowing DeskState, _ person: Int) -> CaseFacts {
        let (episode, known) = (desk.people.episodes[person], desk.people[person])
        let course = desk.course(desk.team(person), episode.step)
        var facts = CaseFacts(state: episode.state, step: episode.step)
        facts.wasSteppedUp = episode.wasSteppedUp
        // Scores that nobody took are nothing in both questionnaires.
        let none = Scores(depression: 0, anxiety: 0)
        if known.startScores != none {
            facts.startScores = known.startScores
            facts.scores = known.scores
            facts.level = desk.rules[desk.team(person)].thresholds.level(for: known.scores)
        }
        facts.sessionsAtStep = Int(known.sessionsAtStep)
        facts.improvementReview = course.improvementReview
        facts.isExhausted = course.isExhausted(
            contacts: Int(known.sessionsAtStep) + 1, supervisorAgrees: known.flags.contains(.supervisorAgrees))
        facts.missedCount = Int(episode.missedCount)
        facts.isBooked = known.isBooked || known.flags.contains(.inGroup)
        facts.notBefore = known.notBefore == DeskPerson.noDay ? nil : known.notBefore
        facts.firstContact = episode.firstAppointment == Episode.never ? nil : episode.firstAppointment.day
        facts.lastContact = lastContact(episode, known)
        facts.contacts = episode.treatmentContacts
        return facts
    }

    /// The last contact: an assessment, a session, a call, or one that the person made (KT-11); nil if there was none.
    private static func lastContact(_ episode: Episode, _ known: DeskPerson) -> CivilDay? {
        let contact = max(episode.firstAppointment, episode.lastTreatment)
        let day = contact == Episode.never ? DeskPerson.noDay : contact.day
        let last = max(day, known.lastKeptInTouch, known.lastHeard)
        return last == DeskPerson.noDay ? nil : last
    }

    /// Who brings a case to the review: whoever has it on the caseload, else whoever assessed; -1 if nobody is known.
    static func reviewer(_ desk: borrowing DeskState, _ person: Int) -> Int {
        let clinician = Int(desk.people.episodes[person].clinician)
        return clinician >= 0 ? clinician : Int(desk.people[person].assessor)
    }
}
