import CareModel
public import PublishedStatistics

/// What makes a provider's past a poorer guide than that of others: its forecasts get a wider range, and a sentence.
public enum HistoryDoubt: Hashable, Sendable {
    /// Only so many months are known.
    case short(months: Int)
    /// So many of the last twelve months are missing or suppressed.
    case gaps(missing: Int)
    /// The last so many months are missing or suppressed.
    case old(months: Int)
    /// Nothing is known since a month that is half a year or more ago.
    case ended(PublishedMonth)
    /// The last three months stand further from those before than such figures move.
    case jumped
    /// Services became this one within the last year.
    case merged([String])
    /// So many figures cannot be true beside others.
    case contradictory(figures: Int)

    /// It, as a sentence.
    public var sentence: String {
        switch self {
        case .short(let months):
            "Only \(months == 1 ? "1 month is" : "\(months) months are") known of it, so that its level may be passing."
        case .gaps(let missing):
            "\(missing) of its last 12 months are missing or suppressed."
        case .old(let months):
            "Its last \(months == 1 ? "month is" : "\(months) months are") missing or suppressed: the forecast reaches "
                + "over \(months == 1 ? "it" : "them")."
        case .ended(let month):
            "Its figures end with \(month): it may take nobody any more, and the range reaches down to none."
        case .jumped:
            "Its last three months stand further from those before than such figures move: the level may be passing, "
                + "or a mistake."
        case .merged(let codes):
            "\(codes.joined(separator: ", ")) became part of it within the last year."
        case .contradictory(let figures):
            "\(figures == 1 ? "1 figure" : "\(figures) figures") of it cannot be true beside others."
        }
    }

    /// Months back to which figures that cannot be true are looked for: those that a level is made of.
    private static let lookedBack = 18

    /// How many of the last twelve months tell the level, 1 … 12: its error is as much larger as a mean of so few is.
    func monthsToRelyOn(before origin: PublishedMonth) -> Int {
        switch self {
        case .short(let months): max(1, months)
        case .gaps(let missing): max(1, 12 - missing)
        case .jumped: 3
        case .contradictory(let figures): max(3, 12 - figures)
        case .merged(let codes):
            // Figures before were added up out of parts, which is half as good.
            min(
                12,
                6
                    + (ProviderSuccession.known.filter { codes.contains($0.predecessor) && $0.from < origin }
                        .map { (origin.number - $0.from.number) / 2 }.min() ?? 0))
        case .old, .ended: 12
        }
    }

    /// What there is to doubt of a figure of a provider.
    /// - Parameters:
    ///   - levels: of the months so far, without a season.
    ///   - far: how far the figure moves in half a year, nine times in ten.
    static func all(
        of figure: MonthlyFigures.Figure, in series: ProviderSeries, levels: [Double?], until: PublishedMonth,
        far: Double
    ) -> [HistoryDoubt] {
        let known = levels.indices.filter { levels[$0] != nil }
        guard let last = known.last else { return [] }
        var found: [HistoryDoubt] = []
        if known.count < 12 { found.append(.short(months: known.count)) }
        let silent = levels.count - 1 - last
        if silent >= 6 {
            found.append(.ended(until - silent))
        } else if silent > 0 {
            found.append(.old(months: silent))
        }
        let missing = levels.suffix(12).count { $0 == nil }
        if silent < 6, known.count >= 12, missing > silent, missing >= 2 { found.append(.gaps(missing: missing)) }
        if let three = SimpleForecast.lastMonths.path(from: levels, months: 1),
            let before = SimpleForecast.lastYear.path(from: levels.dropLast(3), months: 1), known.count >= 9,
            abs(three[0] - before[0]) > 2 * far
        {
            found.append(.jumped)
        }
        let merged = ProviderSuccession.known.filter {
            $0.successor == series.code && $0.from <= until && $0.from > until - 12
                && series.predecessors.contains($0.predecessor)
        }
        if !merged.isEmpty { found.append(.merged(merged.map(\.predecessor))) }
        let names = figure.published.measures.map(\.name)
        let late = series.during(until - (lookedBack - 1)...until)
        let wrong = late.implausibleFigures().count { names.contains($0.key) }
        if wrong > 0 { found.append(.contradictory(figures: wrong)) }
        return found
    }
}
