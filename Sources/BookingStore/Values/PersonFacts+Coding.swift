import CareModel

extension PersonFacts: Codable {
    private enum Key: String, CodingKey {
        case startScores, scores, nextActionDue, reachedAt, lastKeptInTouch, notBefore, dueOn, sessionsAtStep
        case screeningTask, contactAttempts, appointmentCount, movedByPerson, movedByService, keepingInTouchOptOut
        case assessor, acceptsShortNotice, plannedSessions, flags, listedAt
    }

    /// Reads what is known; what is not there is as in a new referral.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            startScores: try container.decode(Scores.self, forKey: .startScores),
            scores: try container.decode(Scores.self, forKey: .scores))
        nextActionDue = try container.decodeIfPresent(CivilMinute.self, forKey: .nextActionDue)
        reachedAt = try container.decodeIfPresent(CivilMinute.self, forKey: .reachedAt)
        lastKeptInTouch = try container.decodeIfPresent(CivilDay.self, forKey: .lastKeptInTouch)
        notBefore = try container.decodeIfPresent(CivilDay.self, forKey: .notBefore)
        dueOn = try container.decodeIfPresent(CivilDay.self, forKey: .dueOn)
        sessionsAtStep = try container.value(.sessionsAtStep, else: 0)
        screeningTask = try container.value(.screeningTask, else: .review)
        contactAttempts = try container.value(.contactAttempts, else: 0)
        appointmentCount = try container.value(.appointmentCount, else: 0)
        movedByPerson = try container.value(.movedByPerson, else: false)
        movedByService = try container.value(.movedByService, else: false)
        keepingInTouchOptOut = try container.value(.keepingInTouchOptOut, else: false)
        assessor = try container.value(.assessor, else: -1)
        acceptsShortNotice = try container.value(.acceptsShortNotice, else: false)
        plannedSessions = try container.value(.plannedSessions, else: 0)
        flags = try container.value(.flags, else: 0)
        listedAt = try container.decodeIfPresent(CivilMinute.self, forKey: .listedAt)
    }

    /// Writes what differs from a new referral.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(startScores, forKey: .startScores)
        try container.encode(scores, forKey: .scores)
        try container.encodeIfPresent(nextActionDue, forKey: .nextActionDue)
        try container.encodeIfPresent(reachedAt, forKey: .reachedAt)
        try container.encodeIfPresent(lastKeptInTouch, forKey: .lastKeptInTouch)
        try container.encodeIfPresent(notBefore, forKey: .notBefore)
        try container.encodeIfPresent(dueOn, forKey: .dueOn)
        try container.write(sessionsAtStep, .sessionsAtStep, unless: 0)
        try container.write(screeningTask, .screeningTask, unless: .review)
        try container.write(contactAttempts, .contactAttempts, unless: 0)
        try container.write(appointmentCount, .appointmentCount, unless: 0)
        try container.write(movedByPerson, .movedByPerson, unless: false)
        try container.write(movedByService, .movedByService, unless: false)
        try container.write(keepingInTouchOptOut, .keepingInTouchOptOut, unless: false)
        try container.write(assessor, .assessor, unless: -1)
        try container.write(acceptsShortNotice, .acceptsShortNotice, unless: false)
        try container.write(plannedSessions, .plannedSessions, unless: 0)
        // The bits say again, or say to the desk alone, what stands beside them.
        if !encoder.isReadable { try container.write(flags, .flags, unless: 0) }
        try container.encodeIfPresent(listedAt, forKey: .listedAt)
    }
}
