import CareModel
import Statistics

/// Sentences on assessment weeks and what follows them (PO-1).
struct AssessmentWeekWords {
    let scope: Scope
    let index: ForecastIndex

    /// Weeks after an assessment week in which its price is looked for.
    static let weeksAfter = 8

    /// Empty if no run has an assessment week.
    var sentences: [String] {
        let chances = index.forecast.assessmentWeeks.filter { $0.team == scope.team && $0.chance.happened > 0 }
        guard let likeliest = chances.reduce(nil, AssessmentWeekWords.likelier) else { return [] }
        let expected = chances.reduce(0) { $0 + $1.chance.share }
        if likeliest.chance.runs < 2 {
            let number = TextTools.count(chances.count, "assessment week", "assessment weeks")
            return ["The one run that was made has \(number)."]
        }
        let number =
            expected < 1.5 ? "About one assessment week is" : "About \(NumberText.rough(expected)) assessment weeks are"
        let first = expected < 0.5 ? "An assessment week is possible" : "\(number) to be expected"
        let told = when(likeliest, among: chances)
        return ["\(first), \(told.words)."] + [told.day.map(after)].compactMap { $0 ?? nil }
    }

    /// The likeliest week, where the runs show that none other is as likely; else the first that most runs have.
    private func when(
        _ likeliest: AssessmentWeekChance, among chances: [AssessmentWeekChance]
    ) -> (words: String, day: CivilDay?) {
        func day(_ chance: AssessmentWeekChance) -> String {
            "in the week of \(TextTools.day(chance.starts, reference: index.forecast.manifest.starts)) "
                + "(\(ChanceText.about(chance.chance)))"
        }
        let others = chances.filter { $0.starts != likeliest.starts }
        if others.allSatisfy({ $0.chance.share < likeliest.chance.atLeast }) {
            return ("likeliest \(day(likeliest))", likeliest.starts)
        }
        if let first = chances.first(where: { $0.chance.share > 0.5 }) { return ("first \(day(first))", first.starts) }
        return (
            "with no one week in which more than \(likeliest.chance.happened) of the "
                + "\(NumberText.grouped(likeliest.chance.runs)) runs have one", nil
        )
    }

    private static func likelier(
        _ best: AssessmentWeekChance?, _ next: AssessmentWeekChance
    ) -> AssessmentWeekChance? {
        guard let best else { return next }
        return next.chance.share > best.chance.share ? next : best
    }

    /// What waits and queues do in the weeks after, told only where they move by a tenth or more.
    private func after(_ day: CivilDay) -> String? {
        let told = Measure.rows.compactMap { measure in
            measure.aftermath.flatMap { change(measure, $0, day) }
        }
        let weeks = AssessmentWeekWords.weeksAfter
        return told.isEmpty ? nil : "In the \(weeks) weeks after it \(TextTools.list(Array(told.prefix(2))))."
    }

    private func change(_ measure: Measure, _ words: String, _ day: CivilDay) -> String? {
        let bands = index.weekly(measure, scope.group).filter(\.mean.isFinite)
        guard let position = bands.firstIndex(where: { $0.starts == day }) else { return nil }
        let before = bands[position].mean
        let later = bands[(position + 1)...].prefix(AssessmentWeekWords.weeksAfter).map(\.mean)
        guard let farthest = later.max(by: { abs($0 - before) < abs($1 - before) }),
            abs(farthest - before) >= max(1, 0.1 * before)
        else { return nil }
        let verb = farthest > before ? "rises" : "falls"
        return "\(words) \(verb) from \(NumberText.rough(before)) to \(NumberText.rough(farthest)) "
            + measure.unit.rawValue
    }
}
