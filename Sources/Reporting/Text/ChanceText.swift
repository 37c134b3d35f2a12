import CareModel
import Statistics

/// Chances as natural frequencies, which people read more truly than percentages; no surer than the runs.
enum ChanceText {
    /// Fewer runs than this are told one by one: they show too little for a frequency.
    static let fewRuns = 20

    /// A chance as a frequency, rounded to what the runs can show: `about 9 in 10`; of few runs `4 of 5 runs`.
    ///
    /// The ends are said only where the runs show them (``Chance/atLeast``): 30 of 30 runs are `at least 9 in 10`, and
    /// more than 19 in 20 takes 59.
    static func about(_ chance: Chance) -> String {
        let share = chance.share
        if chance.runs < fewRuns { return "\(chance.happened) of \(TextTools.count(chance.runs, "run", "runs"))" }
        if chance.atLeast >= 0.95 { return "more than 19 in 20" }
        if chance.atMost <= 0.05 { return "less than 1 in 20" }
        if chance.atLeast >= 0.9 { return share < 0.975 ? "about 19 in 20" : "at least 9 in 10" }
        if chance.atMost <= 0.1 { return share > 0.025 ? "about 1 in 20" : "at most 1 in 10" }
        return "about \(min(9, max(1, Int((share * 10).rounded())))) in 10"
    }

    /// The same for a narrow table: `9 in 10`, `> 19 in 20`.
    static func brief(_ chance: Chance) -> String {
        guard chance.runs > 1 else { return NumberText.unknown }
        return about(chance).replacing("about ", with: "").replacing("more than", with: ">")
            .replacing("less than", with: "<").replacing("at least", with: "≥").replacing("at most", with: "≤")
    }

    /// A part of a whole in tenths, of people or of causes: `about 7 in 10`.
    static func part(_ share: Double) -> String {
        switch share {
        case ..<0.05: "less than 1 in 20"
        case ..<0.95: "about \(max(1, Int((share * 10).rounded()))) in 10"
        default: "nearly all"  // not ours
        }
    }

    /// A share of people as a frequency: `about 84 in 100`; the ends are not rounded into certainty.
    static func people(_ share: Double) -> String {
        guard share.isFinite else { return NumberText.unknown }
        let rounded = (share * 100).rounded(.toNearestOrAwayFromZero)
        if rounded >= 100 { return share >= 1 ? "all" : "almost all" }
        if rounded <= 0 { return share <= 0 ? "none" : "fewer than 1 in 100" }
        return "about \(NumberText.fixed(rounded)) in 100"
    }

    /// The same where the sentence has said "in 100" just before: `about 96`.
    static func morePeople(_ share: Double) -> String { people(share).replacing(" in 100", with: "") }

    /// What the range of the runs is called: nine in ten of a few runs are all of them.
    static func range(runs: Int) -> String { runs < fewRuns ? "most runs" : "9 in 10 runs" }
}
