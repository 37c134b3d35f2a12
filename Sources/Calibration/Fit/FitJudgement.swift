public import PublishedStatistics
public import ServiceSimulation

/// How near a fitted provider comes to its published figures: a verdict on each, and one on the whole.
///
/// A main figure (flows, the first wait, the list, recovery) holds within a tenth of what was published. It is doubtful
/// where it is further off, but no further than twice the standard error of the published level: how far the months
/// that it was taken from vary, and no fit could tell better. Any other figure holds within twice what it is never
/// asked for more exactly, its own standard error included, and is doubtful within four times that.
public struct FitJudgement: Sendable {
    /// A figure and how near it is.
    public struct Line: Sendable {
        /// The figure.
        public let quantity: MomentQuantity
        /// What the measure is called in the files of a forecast; the figure's own name where there is none.
        public let measure: String
        /// Whether the whole verdict rests on it.
        public let isMain: Bool
        /// As published.
        public let published: Moment
        /// As simulated; nil if nobody was there to be measured.
        public let simulated: Double?
        /// How near it is.
        public let verdict: FitInput.Verdict
    }

    /// Each figure that was aimed at.
    public let lines: [Line]
    /// Main figures that are not known.
    public let unknown: [MomentQuantity]

    /// Whether there are so few referrals that it is doubtful whatever it meets.
    public let isSmall: Bool
    /// The worst of the main figures; one that is not known is doubtful, and so is the whole of a small provider.
    public let verdict: FitInput.Verdict

    /// A main figure holds within this share of what was published.
    public static let tolerance = 0.10
    /// Standard errors of the published level within which a main figure is doubtful, no worse.
    static let errors = 2.0
    /// Referrals a week below which a fit is doubtful whatever it meets: counts are rounded to 5, and half of the
    /// months of most figures are suppressed.
    static let fewReferrals = 600.0 / 52

    /// - Parameters:
    ///   - figures: each figure that was aimed at, and what the fitted service gives over a year.
    ///   - perWeek: referrals a week.
    init(_ figures: [(target: CalibrationTarget, moment: Moment, simulated: Double?)], perWeek: Double) {
        lines = figures.map { target, moment, simulated in
            Line(
                quantity: target.quantity, measure: target.name, isMain: target.isMain, published: moment,
                simulated: simulated, verdict: Self.verdict(target, moment, simulated))
        }
        let known = figures.map(\.target.quantity)
        unknown = CalibrationTarget.all.filter { $0.isMain && !known.contains($0.quantity) }.map(\.quantity)
        let worst = lines.filter(\.isMain).map(\.verdict).max() ?? .doubtful
        isSmall = perWeek < Self.fewReferrals
        verdict = unknown.isEmpty && !isSmall ? worst : max(worst, .doubtful)
    }

    private static func verdict(
        _ target: CalibrationTarget, _ moment: Moment, _ simulated: Double?
    ) -> FitInput.Verdict {
        guard let simulated else { return .doubtful }
        let error = abs(simulated - moment.value)
        let (near, far): (Double, Double)
        if target.isMain {
            near = tolerance * moment.value
            far = errors * moment.standardError
        } else {
            near = 2 * target.unit(of: moment)
            far = 2 * near
        }
        return error <= near ? .holds : error <= far ? .doubtful : .doesNotHold
    }

    /// As a scenario has it.
    public var input: FitInput {
        var input = FitInput()
        input.verdict = verdict
        input.doubtful = Self.names(lines.filter { $0.verdict == .doubtful })
        input.doesNotHold = Self.names(lines.filter { $0.verdict == .doesNotHold })
        return input
    }

    private static func names(_ lines: [Line]) -> [String] { lines.map(\.measure) }

    /// The verdict in a sentence.
    public var sentence: String {
        func names(_ verdict: FitInput.Verdict) -> String {
            lines.filter { $0.isMain && $0.verdict == verdict }.map(\.quantity.rawValue).joined(separator: ", ")
        }
        var parts: [String] = []
        switch verdict {
        case .notFitted, .holds: parts.append("The fit holds: each main figure is within a tenth of the published one.")
        case .doubtful: parts.append("The fit is doubtful.")
        case .doesNotHold: parts.append("The fit does not hold: \(names(.doesNotHold)).")
        }
        if !names(.doubtful).isEmpty {
            parts.append("Off by more than a tenth, but no more than the published months vary: \(names(.doubtful)).")
        }
        if !unknown.isEmpty {
            parts.append("Not known: \(unknown.map(\.rawValue).joined(separator: ", ")).")
        }
        if isSmall { parts.append("It has so few referrals that most of what is published of it is rounding.") }
        if verdict > .holds {
            parts.append(
                "Differences from another service, in costs and staff too, may be the fit's; changes of this one can "
                    + "be compared with itself.")
        }
        return parts.joined(separator: " ")
    }
}

extension FitJudgement.Line {
    /// The verdict in a word or two; a star where the whole rests on it.
    var words: String { (isMain ? "* " : "") + verdict.name.replacing("-", with: " ") }
}
