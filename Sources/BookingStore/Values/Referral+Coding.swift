public import CareModel

// What is unknown is not written (RF-13).

extension Referral: Codable {
    private enum Key: String, CodingKey {
        case received, source, team, modality, scores, matrix
        case ageBand, sex, ethnicity, deprivationDecile, longTermCondition, perinatal, weeksUntilBirth,
            veteran, language, interpreter, accessibilityNeed, channel, timeOfDay, venue, therapistSex, isUrgent
    }

    /// Reads a referral; what is not there is unknown.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            received: try container.decode(CivilMinute.self, forKey: .received),
            source: try container.decode(ReferralSource.self, forKey: .source),
            team: try container.decode(UInt8.self, forKey: .team))
        ageBand = try container.value(.ageBand, else: .unknown)
        sex = try container.value(.sex, else: .unknown)
        ethnicity = try container.value(.ethnicity, else: .unknown)
        deprivationDecile = try container.value(.deprivationDecile, else: 0)
        longTermCondition = try container.value(.longTermCondition, else: .unknown)
        perinatal = try container.value(.perinatal, else: .unknown)
        weeksUntilBirth = try container.value(.weeksUntilBirth, else: 0)
        veteran = try container.value(.veteran, else: .unknown)
        language = try container.value(.language, else: 0)
        interpreter = try container.value(.interpreter, else: .unknown)
        accessibilityNeed = try container.value(.accessibilityNeed, else: .unknown)
        channel = try container.value(.channel, else: .unknown)
        timeOfDay = try container.value(.timeOfDay, else: .any)
        venue = try container.value(.venue, else: 0)
        therapistSex = try container.value(.therapistSex, else: .unknown)
        isUrgent = try container.value(.isUrgent, else: false)
        modality = try container.decodeIfPresent(Modality.self, forKey: .modality)
        scores = try container.decodeIfPresent(Scores.self, forKey: .scores)
        matrix = try container.value(.matrix, else: ReferralMatrix())
    }

    /// Writes what is known.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(received, forKey: .received)
        try container.encode(source, forKey: .source)
        try container.encode(team, forKey: .team)
        try container.write(ageBand, .ageBand, unless: .unknown)
        try container.write(sex, .sex, unless: .unknown)
        try container.write(ethnicity, .ethnicity, unless: .unknown)
        try container.write(deprivationDecile, .deprivationDecile, unless: 0)
        try container.write(longTermCondition, .longTermCondition, unless: .unknown)
        try container.write(perinatal, .perinatal, unless: .unknown)
        try container.write(weeksUntilBirth, .weeksUntilBirth, unless: 0)
        try container.write(veteran, .veteran, unless: .unknown)
        try container.write(language, .language, unless: 0)
        try container.write(interpreter, .interpreter, unless: .unknown)
        try container.write(accessibilityNeed, .accessibilityNeed, unless: .unknown)
        try container.write(channel, .channel, unless: .unknown)
        try container.write(timeOfDay, .timeOfDay, unless: .any)
        try container.write(venue, .venue, unless: 0)
        try container.write(therapistSex, .therapistSex, unless: .unknown)
        try container.write(isUrgent, .isUrgent, unless: false)
        try container.encodeIfPresent(modality, forKey: .modality)
        try container.encodeIfPresent(scores, forKey: .scores)
        try container.write(matrix, .matrix, unless: ReferralMatrix())
    }
}

extension ReferralMatrix: Codable {
    private enum Key: String, CodingKey {
        case severity, chronicity, complexity, impairment, substanceUse, risk, earlierInterventions
    }

    /// Reads the ratings; what is not there is unknown.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        self.init()
        severity = try container.value(.severity, else: .unknown)
        chronicity = try container.value(.chronicity, else: .unknown)
        complexity = try container.value(.complexity, else: .unknown)
        impairment = try container.value(.impairment, else: .unknown)
        substanceUse = try container.value(.substanceUse, else: .unknown)
        risk = try container.value(.risk, else: .unknown)
        earlierInterventions = try container.value(.earlierInterventions, else: .unknown)
    }

    /// Writes the ratings that are known.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.write(severity, .severity, unless: .unknown)
        try container.write(chronicity, .chronicity, unless: .unknown)
        try container.write(complexity, .complexity, unless: .unknown)
        try container.write(impairment, .impairment, unless: .unknown)
        try container.write(substanceUse, .substanceUse, unless: .unknown)
        try container.write(risk, .risk, unless: .unknown)
        try container.write(earlierInterventions, .earlierInterventions, unless: .unknown)
    }
}
