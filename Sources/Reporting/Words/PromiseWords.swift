import CareModel

/// Sentences on the national standards, the second treatment and the step-up (KP-2, KP-3, KP-4).
struct PromiseWords {
    let scope: Scope
    let index: ForecastIndex

    /// Empty if the forecast has none of the measures.
    var sentences: [String] { [national, second, stepUp].compactMap { $0 } }

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
        let clauses = both.map { days, known in
            "\(ChanceText.people(known.row.mean)) start treatment within \(days) days"
        }
        if both.allSatisfy({ $0.known.verdict == .meets }) {
            return "The national standards are met: \(TextTools.list(clauses))."
        }
        let judged = zip(both, clauses).map { both, clause in
            "\(clause) (standard \(NumberText.percent(both.known.promise.limit)), "
                + "\(PromiseWords.verdict(both.known.verdict)))"
        }
        return "National standards: \(TextTools.list(judged))."
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
        if let within = index.summary("second-treatment-within-28-days", scope.group) {
            clauses.append("\(ChanceText.people(within.mean)) have it within 28 days of the first")
        }
        if let over = known("second-treatment-over-90-days") {
            let allowed = NumberText.percent(standards.secondTreatmentLimitShare)
            let verdict =
                switch over.verdict {
                case .meets: "within the \(allowed) in 100 allowed"
                case .misses: "more than the \(allowed) in 100 allowed"
                case .eitherWay: "around the \(allowed) in 100 allowed"
                }
            let share = over.row.mean <= 0 ? "nobody waits" : "\(ChanceText.people(over.row.mean)) wait"
            clauses.append("\(share) longer than 90 days, \(verdict)")
        }
        return clauses.isEmpty ? nil : "Second treatment: \(clauses.joined(separator: "; "))."
    }

    /// The mean step-up wait beside the wait that a treatment contact is promised (KT-9).
    private var stepUp: String? {
        guard let row = index.summary("step-up-wait-mean", scope.group) else { return nil }
        let promised = index.forecast.standards.secondTreatmentDays
        return "People who step up wait about \(NumberText.rough(row.mean)) days on average; "
            + "a next treatment should come within \(promised)."
    }
}
