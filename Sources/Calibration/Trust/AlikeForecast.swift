import PublishedStatistics
import Statistics

/// How services that stood alike moved: where a level went from its smoothed one, by how its last months, its year and
/// the figures that drive it stood, learned by least squares over all services and all months so far.
///
/// Within each month in which somebody could have forecast, only differences between services count: what moved all of
/// them alike says nothing of the year to come. Two made-up months in which nothing moved keep the slopes small.
struct AlikeForecast {
    let panel: ForecastPanel
    /// What was known after each number of months.
    let known: [PanelLevels]

    /// Months that must have passed before anybody forecasts.
    static let leastMonths = 6
    private static let leastServices = 30
    private static let leastOrigins = 3
    private static let madeUpOrigins = 2.0

    /// The levels of twelve months by provider, after the months that have passed; nil without a smoothed level.
    func levels(_ figure: Int, after months: Int) -> [[Double]?] {
        let now = known[months]
        let widest = panel.scales[figure].isRelative ? 1.0 : 15
        let history = panel.codes.indices.map {
            PanelLevels.levels(panel, figure, $0, season: now.seasons[figure], months: 0..<months)
        }
        let traits = (0...months).map { $0 < Self.leastMonths ? [] : self.traits(figure, known[$0]) }
        var slopes: [Double]?
        let steps = (0..<12).map { ahead -> [Double?] in
            slopes =
                fit(figure, ahead: ahead, until: months, history: history, traits: traits, widest: widest) ?? slopes
            guard let slopes else { return now.smoothed[figure] }
            return panel.codes.indices.map { provider in
                guard let level = now.smoothed[figure][provider] else { return nil }
                let row =
                    traits[months][provider]
                    + [Self.ownSeason(history[provider], origin: months, ahead: ahead, widest: widest)]
                return zip(row, slopes).reduce(level) { $0 + $1.0 * $1.1 }
            }
        }
        return panel.codes.indices.map { provider in
            let path = steps.compactMap { $0[provider] }
            return path.count == 12 ? path : nil
        }
    }

    /// Slopes of where a level was some months ahead, from all months that could have been an origin.
    private func fit(
        _ figure: Int, ahead: Int, until months: Int, history: [[Double?]], traits: [[[Double]]], widest: Double
    ) -> [Double]? {
        var rows: [[Double]] = []
        var response: [Double] = []
        var origins = 0
        for origin in Self.leastMonths..<max(Self.leastMonths, months - ahead) {
            let before = known[origin]
            var own: [[Double]] = []
            var moved: [Double] = []
            for provider in panel.codes.indices where before.sizes[provider] > .verySmall {
                guard let came = history[provider][origin + ahead], let level = before.smoothed[figure][provider]
                else { continue }
                moved.append(min(widest, max(-widest, came - level)))
                own.append(
                    traits[origin][provider]
                        + [Self.ownSeason(history[provider], origin: origin, ahead: ahead, widest: widest)])
            }
            guard moved.count >= Self.leastServices else { continue }
            origins += 1
            let middle = quantile(0.5, of: moved)
            response += moved.map { $0 - middle }
            let means = own[0].indices.map { column in own.reduce(0) { $0 + $1[column] } / Double(own.count) }
            rows += own.map { row in zip(row, means).map { $0 - $1 } }
        }
        guard origins >= Self.leastOrigins, let columns = rows.first?.count else { return nil }
        let squares = rows.reduce(0) { $0 + $1.reduce(0) { $0 + $1 * $1 } } / Double(columns)
        guard squares > 0 else { return nil }
        let pull = (Self.madeUpOrigins * squares / Double(origins)).squareRoot()
        for column in 0..<columns {
            rows.append((0..<columns).map { $0 == column ? pull : 0 })
            response.append(0)
        }
        return LinearFit(rows: rows, response: response)?.coefficients
    }

    /// How the month that is forecast stood a year before, beside the year before the origin.
    private static func ownSeason(_ levels: [Double?], origin: Int, ahead: Int, widest: Double) -> Double {
        let month = origin + ahead - 12
        guard month >= 0, let level = levels[month] else { return 0 }
        let year = levels[max(0, origin - 12)..<origin].compactMap { $0 }
        return min(widest, max(-widest, level - year.reduce(0, +) / Double(year.count)))
    }
}

extension AlikeForecast {
    /// What is known of each provider that may say where a figure goes; 0 where it is not known.
    private func traits(_ figure: Int, _ now: PanelLevels) -> [[Double]] {
        let widest = panel.scales[figure].isRelative ? 1.5 : 30
        let columns = columns(ForecastPanel.figures[figure], figure, now)
        return panel.codes.indices.map { provider in
            columns.map { $0[provider].map { min(widest, max(-widest, $0)) } ?? 0 }
        }
    }

    private func columns(_ name: MonthlyFigures.Figure, _ figure: Int, _ now: PanelLevels) -> [[Double?]] {
        func smoothed(_ figure: MonthlyFigures.Figure) -> [Double?] { now.smoothed[Self.place(figure)] }
        func moved(_ figure: MonthlyFigures.Figure) -> [Double?] {
            Self.less(now.lastMonths[Self.place(figure)], smoothed(figure))
        }
        func middled(_ column: [Double?]) -> [Double?] {
            let those = column.indices.filter { now.sizes[$0] > .small }.compactMap { column[$0] }
            guard !those.isEmpty else { return column.map { _ in nil } }
            let middle = quantile(0.5, of: those)
            return column.map { $0.map { $0 - middle } }
        }
        let own = now.smoothed[figure]
        let pace = [
            Self.less(now.lastYear[figure], own), Self.less(now.lastMonths[figure], own),
            Self.less(now.last[figure], own),
        ]
        /// How many wait beside those who start: what a wait will be.
        let queue = Self.less(smoothed(.stock), smoothed(.firstTreatments))
        let inflow = Self.less(moved(.referrals), moved(.firstTreatments))
        let steady = Self.less(queue, smoothed(.firstWait))
        switch name {
        case .referrals: return pace
        case .firstTreatments: return pace + [middled(moved(.referrals)), middled(queue)]
        case .secondTreatments: return pace + [moved(.firstTreatments), middled(queue)]
        case .finishedCourses: return pace + [moved(.secondTreatments), moved(.firstTreatments), moved(.attended)]
        case .attended: return pace + [moved(.secondTreatments), moved(.firstTreatments), moved(.referrals)]
        case .firstWait: return pace + [middled(own), middled(steady), middled(moved(.stock)), middled(inflow)]
        case .stock: return pace + [middled(own), middled(steady), middled(moved(.firstWait)), middled(inflow)]
        case .stepUpWait: return pace + [middled(own), middled(smoothed(.assessmentToHigh))]
        case .assessmentToHigh: return pace + [middled(own), middled(smoothed(.stepUpWait))]
        case .recovery: return pace + [middled(own)]
        }
    }

    private static func place(_ figure: MonthlyFigures.Figure) -> Int {
        guard let place = ForecastPanel.figures.firstIndex(of: figure) else {
            preconditionFailure("every figure is in the panel")
        }
        return place
    }

    private static func less(_ one: [Double?], _ other: [Double?]) -> [Double?] {
        zip(one, other).map { one, other in one.flatMap { one in other.map { one - $0 } } }
    }
}
