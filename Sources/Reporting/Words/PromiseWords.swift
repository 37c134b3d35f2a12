import CareModel

/// Sentences on the national standards, the second treatment and the step-up (KP-2, KP-3, KP-4).
struct PromiseWords {
    let scope: Scope
    let index: ForecastIndex

    /// Empty if the forecast has none of the measures.
    var sentences: [String] { [national, second, scope.team == nil ? nil : stepUp].compactMap { $0 } }

    /// A measure with its promise, and what is said of it: nothing after a single run.
    private struct Known {
        var row: MeasureSummary
        var promise: Promise
        var verdict: Verdict?
        var days: Int
    }

    private var standards: Standards { index.forecast.standards }

    private func known(_ measure: PromisedMeasure) -> Known? {
        guard let row = index.summary(standards.name(measure), scope.group),
            let promise = Promise.of(measure, standards: standards)
        else { return nil }
        return Known(row: row, promise: promise, verdict: promise.verdict(row), days: standards.days(measure))
    }

    /// One sentence if both national standards hold, otherwise one clause for each.
    private var national: String? {
        let both = [.firstTreatmentNationalFirst, .firstTreatmentNationalSecond].compactMap(known)
        guard !both.isEmpty else { return nil }
        let measures: [PromisedMeasure] = [.firstTreatmentNationalFirst, .firstTreatmentNationalSecond]
        let seen = SeenOnly(group: scope.group, index: index)
        let isOfSeenOnly = measures.contains { measure in
            known(measure).map { seen.contradicts($0.verdict, measure, $0.promise) } ?? false
        }
        if isOfSeenOnly, let objection = seen.objection(measures) {
            return
                "Of those who finished a course, \(TextTools.list(both.enumerated().map(clause))); but that leaves out "
                + "those who still wait: \(objection). The national standards are not met for all."
        }
        if both.allSatisfy({ $0.verdict == .meets }) {
            return "The national standards are met: \(TextTools.list(both.enumerated().map(clause)))."
        }
        let judged = both.enumerated().map { position, both in
            clause(position, both)
                + " (standard \(NumberText.percent(both.promise.limit))\(PromiseWords.verdict(both.verdict)))"
        }
        return "National standards: \(TextTools.list(judged))."
    }

    /// The first clause says what is counted; the next lean on it.
    private func clause(_ position: Int, _ known: Known) -> String {
        position == 0
            ? "\(ChanceText.people(known.row.mean)) start treatment within \(known.days) days"
            : "\(ChanceText.morePeople(known.row.mean)) within \(known.days)"
    }

    /// The end of a bracket: `, met`; empty where nothing can be said.
    private static func verdict(_ verdict: Verdict?) -> String {
        switch verdict {
        case .meets: ", met"
        case .misses: ", missed"
        case .kept(0, _): ", met in none of the runs"
        case .kept(let kept, let runs) where kept == runs: ", met in each of the runs"
        case .kept: ", met in \(verdict?.words ?? "")"
        case nil: ""
        }
    }

    private var second: String? {
        var clauses: [String] = []
        let allowed = NumberText.percent(standards.secondTreatmentLimitShare)
        if let within = index.summary(standards.name(.secondTreatment), scope.group) {
            clauses.append(
                "\(ChanceText.people(within.mean)) within \(standards.days(.secondTreatment)) days of the first")
        }
        if let over = known(.secondTreatmentLimit) {
            let words = clauses.isEmpty ? ChanceText.people : ChanceText.morePeople
            let share = over.row.mean <= 0 ? "nobody" : words(over.row.mean)
            let isOfSeen = SeenOnly(group: scope.group, index: index)
                .contradicts(over.verdict, .secondTreatmentLimit, over.promise)
            let verdict = isOfSeen ? ", met only of those who had one" : PromiseWords.verdict(over.verdict)
            clauses.append("\(share) beyond \(over.days) (\(allowed) allowed\(verdict))")
        }
        return clauses.isEmpty ? nil : "Second treatment: \(clauses.joined(separator: ", "))."
    }

    /// The mean step-up wait beside the wait that a treatment contact is promised (KT-9).
    private var stepUp: String? {
        guard let row = index.summary(.stepUpWait, scope.group) else { return nil }
        let promised = index.forecast.standards.secondTreatmentDays
        let waiting = index.summary(.stepUpWaitWithWaiting, scope.group)?.mean ?? 0
        let more =
            waiting > row.mean
            ? "; with those who still wait half take about \(NumberText.rough(waiting)) days or more" : ""
        return "Stepping up takes about \(NumberText.rough(row.mean)) days on average; the aim is \(promised)\(more)."
    }
}
