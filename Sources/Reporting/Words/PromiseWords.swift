import CareModel

/// Sentences on the national standards, the second treatment and the step-up (KP-2, KP-3, KP-4).
struct PromiseWords {
    let scope: Scope
    let index: ForecastIndex

    /// Empty if the forecast has none of the measures.
    var sentences: [String] { [national, second, scope.team == nil ? nil : stepUp].compactMap { $0 } }

    private func known(_ measure: String) -> (row: MeasureSummary, promise: Promise, verdict: Verdict)? {
        guard let row = index.summary(measure, scope.group),
            let promise = Promise.of(measure, standards: index.forecast.standards), let verdict = promise.verdict(row)
        else { return nil }
        return (row, promise, verdict)
    }

    /// One sentence if both national standards hold, otherwise one clause for each.
    private var national: String? {
        let both = [42, 126].compactMap { days in
            known("first-treatment-within-\(days)-days").map { (days: days, known: $0) }
        }
        guard !both.isEmpty else { return nil }
        if both.allSatisfy({ $0.known.verdict == .meets }) {
            return "The national standards are met: \(TextTools.list(both.enumerated().map(clause)))."
        }
        let judged = both.enumerated().map { position, both in
            clause(position, both) + " (standard \(NumberText.percent(both.known.promise.limit)), "
                + "\(PromiseWords.verdict(both.known.verdict)))"
        }
        return "National standards: \(TextTools.list(judged))."
    }

    /// The first clause says what is counted; the next lean on it.
    private func clause(
        _ position: Int, _ promise: (days: Int, known: (row: MeasureSummary, promise: Promise, verdict: Verdict))
    ) -> String {
        position == 0
            ? "\(ChanceText.people(promise.known.row.mean)) start treatment within \(promise.days) days"
            : "\(ChanceText.morePeople(promise.known.row.mean)) within \(promise.days)"
    }

    private static func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .meets: "met"
        case .misses: "missed"
        case .eitherWay: "could go either way"
        }
    }

    private var second: String? {
        let standards = index.forecast.standards
        var clauses: [String] = []
        let allowed = NumberText.percent(standards.secondTreatmentLimitShare)
        if let within = index.summary("second-treatment-within-28-days", scope.group) {
            clauses.append("\(ChanceText.people(within.mean)) within 28 days of the first")
        }
        if let over = known("second-treatment-over-90-days") {
            let words = clauses.isEmpty ? ChanceText.people : ChanceText.morePeople
            let share = over.row.mean <= 0 ? "nobody" : words(over.row.mean)
            clauses.append("\(share) beyond 90 (\(allowed) allowed, \(PromiseWords.verdict(over.verdict)))")
        }
        return clauses.isEmpty ? nil : "Second treatment: \(clauses.joined(separator: ", "))."
    }

    /// The mean step-up wait beside the wait that a treatment contact is promised (KT-9).
    private var stepUp: String? {
        guard let row = index.summary("step-up-wait-mean", scope.group) else { return nil }
        let promised = index.forecast.standards.secondTreatmentDays
        return "Stepping up takes about \(NumberText.rough(row.mean)) days on average; the aim is \(promised)."
    }
}
