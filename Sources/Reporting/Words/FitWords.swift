import CareModel

/// What a fit misses, in words.
enum FitWords {
    /// How a distance from a published figure is told.
    enum Scale: CaseIterable {
        /// In percent of what was published.
        case percent
        /// In days.
        case days
        /// In points of a hundred.
        case points

        init(_ line: FitReport.Line) { self.init(unit: line.unit) }

        init(unit: String) {
            switch MeasureUnit(rawValue: unit) {
            case .share: self = .points
            case .days: self = .days
            case .people, .hours, .weeks, .appointments, .calls, .sessions, .contacts, .courses, .requests, .wholeTime,
                .pounds, nil:
                self = .percent
            }
        }

        /// By what a distance in the line's unit is multiplied.
        /// - Parameter whole: what percents are of.
        func factor(_ whole: Double) -> Double {
            switch self {
            case .percent: whole > 0 ? 100 / whole : 0
            case .days: 1
            case .points: 100
            }
        }

        var title: String {
            switch self {
            case .percent: "People, appointments and sessions"
            case .days: "Waits"
            case .points: "Shares"
            }
        }

        /// What a distance from what came is told in.
        var unitOfWhatCame: String { self == .percent ? "% of what came" : unit }

        /// What a distance from what was published is told in.
        var unit: String {
            switch self {
            case .percent: "% of what was published"
            case .days: "days"
            case .points: "points of 100"
            }
        }

        /// The figure that is furthest off: `Step-up, mean: 83.4 days too long.`
        func note(_ lines: [FitReport.Line]) -> String {
            let own = lines.filter { Scale($0) == self && $0.simulated != nil }
            let distances = own.map { abs((($0.simulated ?? 0) - $0.published) * factor($0.published)) }
            guard let most = distances.max(), let place = distances.firstIndex(of: most),
                let off = FitWords.off(own[place]), off != "nothing"
            else { return "" }
            return "\(own[place].title): \(off)."
        }
    }

    /// `3% too many`, `2.1 days too long`, `1.4 points too low`; nil if nobody was there to be measured.
    static func off(_ line: FitReport.Line) -> String? {
        guard let simulated = line.simulated else { return nil }
        let scale = Scale(line)
        let distance = (simulated - line.published) * scale.factor(line.published)
        let number = NumberText.fixed(abs(distance), decimals: scale == .percent ? 0 : 1)
        let isNone = number == NumberText.fixed(0, decimals: scale == .percent ? 0 : 1)
        if isNone { return "nothing" }
        let (more, less) = scale == .days ? ("too long", "too short") : ("too high", "too low")
        let unit = scale == .percent ? "%" : scale == .days ? " days" : " points"
        return "\(number)\(unit) \(distance > 0 ? more : less)"
    }

    /// The figures that do not hold, the main ones first; or that none does not.
    static func misses(_ report: FitReport) -> String {
        let off = report.lines.filter { $0.verdict > .holds }
            .sorted { ($0.isMain ? 0 : 1, -$0.verdict.rawValue) < ($1.isMain ? 0 : 1, -$1.verdict.rawValue) }
        guard let first = off.first else { return "Every figure holds." }
        let told = off.prefix(3).compactMap { line in
            Self.off(line).map { "\(TextTools.lowercasedWord(line.title)) (\($0))" }
        }
        guard !told.isEmpty else { return "\(first.title) could not be measured." }
        let rest = off.count - told.count
        return "Furthest off: \(TextTools.list(told))\(rest > 0 ? ", and \(rest) more" : "")."
    }
}
