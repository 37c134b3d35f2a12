/// People who come each day, as published with the network.
struct DailyRates {
    /// Referrals straight to assessment.
    var direct: Double
    /// Consultations in general practice.
    var consultations: Double

    private static let months: [(until: Int64, direct: Double, consultations: Double)] = [
        (1096, 32, 150), (1166, 16, 75), (1197, 80, 164), (1228, 93, 167), (1259, 104, 170), (1289, 122, 175),
        (1440, 81, 164), (1471, 75, 162), (1501, 52, 156), (.max, 41, 153),
    ]

    init(day: Int64) {
        let month = Self.months.first { day < $0.until } ?? Self.months[Self.months.count - 1]
        direct = month.direct
        consultations = month.consultations
    }
}

/// Lengths of service in days, with their probabilities, as published with the network.
enum PublishedStays {
    typealias Stay = (days: Int64, weight: Double)

    static let practice: [Stay] = [(1, 0.5), (15, 0.1), (22, 0.2), (29, 0.1), (36, 0.05), (43, 0.05)]

    static let assessment: [Stay] = [(1, 0.2), (2, 0.5), (3, 0.3)]

    /// Of a whole number of weeks, two to thirty-two. Mean 67.9 days.
    static let therapy: [Stay] = zip(
        2...,
        [
            0.1, 0.08, 0.07, 0.08, 0.1, 0.15, 0.04, 0.035, 0.03, 0.02, 0.02, 0.04, 0.03, 0.015, 0.015, 0.015, 0.015,
            0.015, 0.015, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.005,
        ]
    ).map { (days: 7 * Int64($0), weight: $1) }
}
