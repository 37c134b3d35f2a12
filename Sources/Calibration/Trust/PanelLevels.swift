import PublishedStatistics

/// What is known of all providers when some months of a panel have passed: levels without season, and their averages.
struct PanelLevels {
    /// How many months have passed.
    let months: Int
    /// By figure.
    let seasons: [ForecastSeason]
    /// By figure and provider, as ``SimpleForecast`` would have them.
    let smoothed: [[Double?]]
    let lastYear: [[Double?]]
    let lastMonths: [[Double?]]
    /// The last month alone.
    let last: [[Double?]]
    /// By provider.
    let sizes: [ServiceSize]

    init(_ panel: ForecastPanel, months: Int) {
        self.months = months
        let seasons = panel.scales.indices.map { figure -> ForecastSeason in
            // Shares have none that is known.
            guard panel.scales[figure].isRelative else { return .none }
            return ForecastSeason(
                (0..<months).compactMap { month in
                    panel.england[figure][month].flatMap { value in
                        value > 0
                            ? (
                                panel.first + month,
                                panel.scales[figure].level(of: value, workingDays: panel.workingDays[month])
                            ) : nil
                    }
                })
        }
        self.seasons = seasons
        var smoothed: [[Double?]] = []
        var lastYear: [[Double?]] = []
        var lastMonths: [[Double?]] = []
        var last: [[Double?]] = []
        for figure in panel.scales.indices {
            let levels = panel.codes.indices.map {
                Self.levels(panel, figure, $0, season: seasons[figure], months: max(0, months - 18)..<months)
            }
            func level(_ method: SimpleForecast) -> [Double?] { levels.map { method.path(from: $0, months: 1)?[0] } }
            smoothed.append(level(.smoothed))
            lastYear.append(level(.lastYear))
            lastMonths.append(level(.lastMonths))
            last.append(levels.map { $0.last ?? nil })
        }
        (self.smoothed, self.lastYear, self.lastMonths, self.last) = (smoothed, lastYear, lastMonths, last)
        sizes = panel.codes.indices.map { ServiceSize(referralsInYear: panel.referralsInYear($0, before: months)) }
    }

    /// The levels of a provider's months without a season.
    static func levels(
        _ panel: ForecastPanel, _ figure: Int, _ provider: Int, season: ForecastSeason, months: Range<Int>
    ) -> [Double?] {
        let scale = panel.scales[figure]
        let values = panel.values[figure][provider]
        let january = panel.first.month - 1
        return months.map { month in
            values[month].map {
                scale.level(of: $0, workingDays: panel.workingDays[month]) - season.effects[(january + month) % 12]
            }
        }
    }

    /// The figures of the twelve months to come that belong to levels without season.
    func values(_ levels: [Double], _ figure: Int, _ panel: ForecastPanel) -> [Double] {
        let january = panel.first.month - 1
        return levels.enumerated().map { ahead, level in
            let season = seasons[figure].effects[(january + months + ahead) % 12]
            return panel.scales[figure].value(
                ofLevel: level + season, workingDays: panel.workingDays[months + ahead])
        }
    }
}
