import CareModel

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
        let share = scores.changeShare(of: known.referral)
        change =
            share
            * (isInGroup ? practice.groups.change : episode.step == .low ? scores.lowChange : scores.highChange)
        earlierChange =
            share * (known.facts.supportContactsLeft == nil ? scores.lowChange : practice.computerised.change)
        sessions = Double(known.facts.sessionsAtStep)
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
