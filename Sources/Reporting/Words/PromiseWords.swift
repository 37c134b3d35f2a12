import CareModel

/// Sentences on the promises that the service is held to, and on the step-up (KP-2, KP-3, KP-4, KP-6, EQ-3).
struct PromiseWords {
    let scope: Scope
    let index: ForecastIndex

    private var standards: Standards { index.forecast.standards }

    /// Empty if the forecast has none of the measures.
    var sentences: [Told] { held + objections + [second, stepUp].compactMap { $0 } }

    /// The promises that the service is held to: a sentence for each, or for two of which the same is said.
    private var held: [Told] { sentences(PromiseColumn.all(index).filter(\.isHeld)) }

    /// Those that are not simply met.
    var troubles: [Told] {
        sentences(PromiseColumn.all(index).filter { $0.isHeld && $0.cell(scope, index)?.side != .met })
    }

    /// `Met: about 96 in 100 start treatment within 42 days (standard 75).`
    private func sentences(_ columns: [PromiseColumn]) -> [Told] {
        var groups: [(opening: String, clauses: [Told])] = []
        for column in columns {
            guard let cell = column.cell(scope, index) else { continue }
            let (opening, words) = (opening(cell), words(column, cell))
            if let last = groups.indices.last, groups[last].opening == opening, groups[last].clauses.count < 2 {
                groups[last].clauses.append(words)
            } else {
                groups.append((opening, [words]))
            }
        }
        return groups.map { group in
            (group.opening.isEmpty
                ? Told.list(group.clauses).capitalised : Told(group.opening) + Told.list(group.clauses))
                + "."
        }
    }

    private func opening(_ cell: PromiseColumn.Cell) -> String {
        if cell.isOfSeenOnly { return "Met only of those who were seen: " }
        switch cell.verdict {
        case nil: return ""
        case .meets: return "Met: "
        case .misses: return "Missed: "
        case .kept(0, let runs): return "Missed in all \(runs) runs: "
        case .kept(let kept, let runs):
            return kept == runs ? "Met in all \(runs) runs: " : "Could go either way (met in \(kept) of \(runs) runs): "
        }
    }

    private func words(_ column: PromiseColumn, _ cell: PromiseColumn.Cell) -> Told {
        let share: Told = "\(cell.row.inHundred())"
        let limit = NumberText.percent(column.promise.limit)
        switch column.measure.promise {
        case .firstTreatmentNationalFirst?, .firstTreatmentNationalSecond?:
            let days = column.measure.promise.map(standards.days) ?? 0
            return "\(share) start treatment within \(days) days (standard \(limit))"
        case .secondTreatmentLimit?:
            let days = standards.days(.secondTreatmentLimit)
            let who: Told = cell.row.mean <= 0 ? "nobody waits" : "\(share) wait"
            return "\(who) beyond \(days) days for a second treatment (\(limit) allowed)"
        case .firstAppointment?, .firstAppointmentNationalFirst?, .firstAppointmentNationalSecond?, .secondTreatment?,
            .secondTreatmentBeforeLimit?, .treatmentLow?, .treatmentHigh?, .stepUp?, .perinatalAssessed?,
            .perinatalTreated?, .breaches?, .breachesNationalFirst?, .breachesNationalSecond?, .secondBreaches?,
            .secondBreachesLimit?, nil:
            if column.measure.label == Measure.recovery.label { return "\(share) recover (standard \(limit))" }
            let what = TextTools.lowercasedWord(column.heading)
            return "the \(what) is \(share) (standard \(limit))"
        }
    }

    /// What speaks against figures of those seen only.
    private var objections: [Told] {
        let seen = SeenOnly(group: scope.group, index: index)
        let measures: [PromisedMeasure] = [.firstTreatmentNationalFirst, .firstTreatmentNationalSecond]
        let contradicted = PromiseColumn.all(index).contains { column in
            guard let promise = column.measure.promise, measures.contains(promise) else { return false }
            return column.cell(scope, index)?.isOfSeenOnly == true
        }
        guard contradicted, let words = seen.objection(measures) else { return [] }
        return ["That leaves out those who still wait.", Told(TextTools.capitalised(words) + ".")]
    }

    /// The service's own aim for a second treatment, which nobody holds it to.
    private var second: Told? {
        index.summary(standards.name(.secondTreatment), scope.group).map { row in
            let days = standards.days(.secondTreatment)
            return "\(row.inHundred()) have a second treatment within \(days) days of the first, its own aim."
        }
    }

    /// The mean step-up wait beside the wait that a treatment contact is promised (KT-9).
    private var stepUp: Told? {
        guard scope.team != nil, let row = index.summary(.stepUpWait, scope.group) else { return nil }
        let promised = standards.secondTreatmentDays
        let first: Told =
            "Stepping up takes about \(row.roughly(.mean)) days on average; the aim is \(promised) days."
        guard let waiting = index.summary(.stepUpWaitWithWaiting, scope.group), waiting.mean > row.mean else {
            return first
        }
        return first + " With those who still wait half take about \(waiting.roughly(.mean)) days or more."
    }
}
