internal import ServiceSimulation

/// `scores`: PHQ-9 and GAD-7, out of which recovery comes.
enum ScoresKeys {
    /// Scores.
    static let all: [Key<ScoresInput>] = [
        .number(
            "depression-mean", \.depressionMean, 0...27, unit: "PHQ-9 points", source: .published, rules: "TX-10",
            "Mean PHQ-9 at referral."),
        .number(
            "depression-deviation", \.depressionDeviation, 0...15, unit: "PHQ-9 points", source: .published,
            rules: "TX-10", "Standard deviation of PHQ-9 at referral."),
        .number(
            "anxiety-mean", \.anxietyMean, 0...21, unit: "GAD-7 points", source: .published, rules: "TX-10",
            "Mean GAD-7 at referral."),
        .number(
            "anxiety-deviation", \.anxietyDeviation, 0...12, unit: "GAD-7 points", source: .published, rules: "TX-10",
            "Standard deviation of GAD-7 at referral."),
        .number(
            "correlation", \.correlation, -1...1, unit: "correlation", source: .assumed, rules: "TX-10",
            "Correlation of the two at referral."),
        .number(
            "low-change", \.lowChange, -10...10, unit: "PHQ-9 points a session", source: .published, rules: "TX-10",
            "Mean fall of PHQ-9 a session at step 2."),
        .number(
            "high-change", \.highChange, -10...10, unit: "PHQ-9 points a session", source: .published, rules: "TX-10",
            "Mean fall of PHQ-9 a session at step 3."),
        .number(
            "change-with-long-term-condition", \.changeWithLongTermCondition, 0...2, unit: "share", source: .assumed,
            rules: "TX-15 TX-10",
            "The fall a session of people with a long-term condition, of others'; 1 is on a par."),
        .number(
            "change-variation", \.changeVariation, 0...5, unit: "coefficient of variation", source: .assumed,
            rules: "TX-10", "Variation between people of the fall a session."),
        .number(
            "anxiety-share", \.anxietyShare, 0...3, unit: "share", source: .published, rules: "TX-10",
            "The fall of GAD-7 as a share of the fall of PHQ-9."),
        .number(
            "noise", \.noise, 0...10, unit: "points", source: .assumed, rules: "TX-10",
            "Standard deviation of a single score around the person's course."),
        .number(
            "fall-per-month-waiting", \.fallPerMonthWaiting, -5...5, unit: "points a month", source: .assumed,
            rules: "TX-10", "How much scores fall a month while waiting: regression towards the mean."),
    ]
}
