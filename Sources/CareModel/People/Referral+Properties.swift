extension Referral: Described {
    /// A referral of which only the necessary is known.
    public static var blank: Referral { Referral(received: CivilMinute(minutes: 0), source: .other, team: 0) }

    /// Every property, by which all of its forms are made.
    public static let properties: [Property<Referral>] =
        [
            Property("received", \.received, rules: "RF-13", "When the referral was received.").required,
            Property("source", \.source, rules: "RF-13", "Who referred.").required,
            Property("team", \.team, rules: "RF-13", "Index of the team.").of(.team).required,
        ] + who + wishes
        + Property.scores(
            "scores", \.scores, columns: ("depression", "anxiety"), cells: ("phq-9", "gad-7"), rules: "RF-13",
            "At the referral")
        + ReferralMatrix.ratings.enumerated().map { place, rating in
            Property("matrix.\(rating.name)", rating.place, rules: "RF-8", rating.meaning)
                .bits(of: "matrix", at: Int64(2 * place), count: 2).emptyIfBlank
        } + [
            Property("isUrgent", \.isUrgent, rules: "RF-3", "Needs a telephone screen on the same day.")
                .cell("urgent").emptyIfBlank
        ]

    private static var who: [Property<Referral>] {
        [
            Property("ageBand", \.ageBand, rules: "PR-4 EQ-1", "Age band.").emptyIfBlank,
            Property("sex", \.sex, rules: "EQ-1", "Sex as recorded.").emptyIfBlank,
            Property("ethnicity", \.ethnicity, rules: "EQ-1", "Ethnicity group.").emptyIfBlank,
            Property(
                "deprivationDecile", \.deprivationDecile, rules: "EQ-1", "Deprivation decile, 1 the most deprived."
            )
            .within(1...10).emptyIfBlank,
            Property("longTermCondition", \.longTermCondition, rules: "EQ-1", "A long-term physical condition.")
                .emptyIfBlank,
            Property("perinatal", \.perinatal, rules: "PR-1", "Pregnant, or a parent of a child under one.")
                .emptyIfBlank,
            Property("weeksUntilBirth", \.weeksUntilBirth, rules: "PR-3", "Weeks until the baby is due.")
                .within(1...40).emptyIfBlank,
            Property("veteran", \.veteran, rules: "PR-2", "Served in the armed forces.").emptyIfBlank,
        ]
    }

    private static var wishes: [Property<Referral>] {
        [
            Property("language", \.language, rules: "EQ-2", "Number of the preferred language.")
                .within(1...255).emptyIfBlank,
            Property("interpreter", \.interpreter, rules: "EQ-2", "Needs an interpreter.").emptyIfBlank,
            Property("accessibilityNeed", \.accessibilityNeed, rules: "CL-9", "Needs an accessible venue or format.")
                .emptyIfBlank,
            Property("channel", \.channel, rules: "RF-13", "Preferred channel.").emptyIfBlank,
            Property("timeOfDay", \.timeOfDay, rules: "RF-13 PO-7", "When in the day the person can come.")
                .emptyIfBlank,
            Property("venue", \.venue, rules: "CL-9", "Number of the preferred venue.").within(1...255).emptyIfBlank,
            Property("modality", \.modality, rules: "RF-13", "Preferred therapy.").cell("preferred-therapy"),
            Property("therapistSex", \.therapistSex, rules: "KT-10", "Preferred sex of the therapist.").emptyIfBlank,
        ]
    }
}

extension ReferralMatrix {
    /// One of the ratings, in the order in which a database packs them.
    struct Rating: Sendable {
        let name: String
        let place: any WritableKeyPath<Referral, MatrixRating> & Sendable
        let meaning: String
    }

    static let ratings = [
        Rating(name: "severity", place: \.matrix.severity, meaning: "Severity."),
        Rating(name: "chronicity", place: \.matrix.chronicity, meaning: "How long the trouble has lasted."),
        Rating(name: "complexity", place: \.matrix.complexity, meaning: "Complexity of the presentation."),
        Rating(name: "impairment", place: \.matrix.impairment, meaning: "Impairment in daily life."),
        Rating(name: "substanceUse", place: \.matrix.substanceUse, meaning: "Substance use."),
        Rating(name: "risk", place: \.matrix.risk, meaning: "Risk to self or others."),
        Rating(
            name: "earlierInterventions", place: \.matrix.earlierInterventions,
            meaning: "Earlier interventions that did not help."),
    ]
}
