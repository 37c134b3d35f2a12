/// Chances as natural frequencies, which people read more truly than percentages.
enum ChanceText {
    /// A probability as a frequency, rounded to what a forecast can know: `about 9 in 10`.
    static func about(_ probability: Double) -> String {
        switch probability {
        case ..<0.05: "less than 1 in 20"
        case ..<0.925: "about \(max(1, Int((probability * 10).rounded()))) in 10"
        case ..<0.975: "about 19 in 20"
        default: "more than 19 in 20"
        }
    }

    /// The same for a narrow table: `9 in 10`, `> 19 in 20`.
    static func brief(_ probability: Double) -> String {
        about(probability).replacing("about ", with: "").replacing("more than", with: ">")
            .replacing("less than", with: "<")
    }

    /// The beginning of a sentence that says how likely something is.
    static func opening(_ probability: Double) -> String {
        probability >= 0.975
            ? "it is almost certain (more than 19 chances in 20) that" : "\(about(probability)) chance that"
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
}
