import Foundation
public import PublishedStatistics
public import ServiceSimulation

/// How near the teams of a country are to what was published of its year, and which of them are off.
public struct NationalCheck: Sendable {
    /// A figure beside the published one.
    public struct Figure: Sendable {
        /// What it is.
        public let quantity: MomentQuantity
        /// As published.
        public let published: Double
        /// As simulated.
        public let simulated: Double

        /// By what share it is off; over 0 if too much is simulated.
        public var error: Double { simulated / published - 1 }
    }

    /// A team's figures.
    public struct Team: Sendable {
        /// The team's short name.
        public let name: String
        /// Its name in headings.
        public let title: String
        /// Its figures.
        public let figures: [Figure]
        /// What came of its fit.
        public let verdict: FitInput.Verdict

        init(name: String, title: String, figures: [Figure], verdict: FitInput.Verdict) {
            self.name = name
            self.title = title
            self.figures = figures
            self.verdict = verdict
        }

        init(name: String, title: String, judgement: FitJudgement) {
            let figures = judgement.lines.compactMap { line in
                line.simulated.map {
                    Figure(quantity: line.quantity, published: line.published.value, simulated: $0)
                }
            }
            self.init(name: name, title: title, figures: figures, verdict: judgement.verdict)
        }

        subscript(quantity: MomentQuantity) -> Figure? { figures.first { $0.quantity == quantity } }
    }

    /// A figure of a team that is off.
    public struct Off: Sendable {
        /// The team.
        public let team: Team
        /// The figure.
        public let figure: Figure
        /// By what share the country's figure is off because of it.
        public let ofCountry: Double
    }

    /// Each figure of the country: counts and lists add up, means are those of the teams by how many they are of.
    public let country: [Figure]
    /// Figures of teams that are off by more than ``limit``, those first that do most to the country's.
    public let off: [Off]
    /// How many teams there are.
    public let teams: Int
    /// Teams whose fit is doubtful, in their order.
    public let doubtful: [Team]
    /// Teams whose fit does not hold, in their order.
    public let doesNotHold: [Team]

    /// A team is named that is off by more than this share.
    public static let limit = FitJudgement.tolerance

    /// What is compared, and of how many people a mean is.
    private static let compared: [(quantity: MomentQuantity, of: MomentQuantity?)] = [
        (.firstTreatmentsPerWeek, nil), (.secondTreatmentsPerWeek, nil), (.finishedCoursesPerWeek, nil),
        (.attendedPerWeek, nil), (.waitingForTreatment, nil), (.firstWaitMean, .firstTreatmentsPerWeek),
        (.assessmentToHighWait, .secondTreatmentsPerWeek), (.recovery, .finishedCoursesPerWeek),
    ]
    /// Of these the teams that are off are named.
    private static let named: [MomentQuantity] = [
        .firstTreatmentsPerWeek, .finishedCoursesPerWeek, .firstWaitMean, .waitingForTreatment,
    ]

    /// - Parameters:
    ///   - teams: with their figures.
    ///   - moments: of the country; nil if it publishes none.
    init(_ teams: [Team], country moments: ProviderMoments?) {
        var country: [Figure] = []
        var off: [Off] = []
        for (quantity, people) in Self.compared {
            guard let published = moments?.value(quantity), published > 0 else { continue }
            // What a team's figure weighs: itself if it adds up; else its share of those whom the mean is of.
            let known = teams.compactMap { team -> (team: Team, figure: Figure, weight: Double)? in
                guard let figure = team[quantity] else { return nil }
                guard let people else { return (team, figure, 1) }
                return team[people].map { (team, figure, $0.simulated) }
            }
            let whole = people == nil ? 1 : known.reduce(0) { $0 + $1.weight }
            guard !known.isEmpty, whole > 0 else { continue }
            country.append(
                Figure(
                    quantity: quantity, published: published,
                    simulated: known.reduce(0) { $0 + $1.figure.simulated * $1.weight } / whole))
            guard Self.named.contains(quantity) else { continue }
            off += known.filter { abs($0.figure.error) > Self.limit }.map { entry in
                let difference = entry.figure.simulated - entry.figure.published
                return Off(
                    team: entry.team, figure: entry.figure,
                    ofCountry: difference * entry.weight / whole / published)
            }
        }
        self.country = country
        self.teams = teams.count
        doubtful = teams.filter { $0.verdict == .doubtful }
        doesNotHold = teams.filter { $0.verdict == .doesNotHold }
        self.off = off.sorted {
            (abs($0.ofCountry), $1.team.name, $1.figure.quantity.rawValue)
                > (abs($1.ofCountry), $0.team.name, $0.figure.quantity.rawValue)
        }
    }
}
