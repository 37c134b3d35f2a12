import CareModel

/// What may be shared of a forecast with whoever buys the service: how much of local need is reached, what is promised,
/// what it costs, and how groups of people fare. Nothing of fewer than 5 people is in it, and counts are in fives
/// (EQ-1).
public enum SharedFigures {
    /// A forecast with nothing else in it. O(measures of the forecast × rows of the registry).
    public static func of(_ forecast: Forecast) -> Forecast {
        let counts = CountedPeople(index: ForecastIndex(forecast))
        let standards = forecast.standards
        let shown = Measure.all(standards).filter { isShared($0) || $0.besideGroups != nil }
        let byName = Dictionary(uniqueKeysWithValues: shown.map { ($0.name(standards), $0) })
        var shared = forecast
        shared.measures = forecast.measures.compactMap { row in
            guard let measure = byName[row.measure] else { return nil }
            // Of groups of people small numbers are kept back, and counts rounded, where they are measured.
            if row.group.people != nil { return measure.besideGroups == nil ? nil : row }
            guard row.group == MeasureGroup(team: row.group.team), isShared(measure),
                counts.people(of: measure, row.group) >= SmallNumbers.least
            else { return nil }
            return measure.isSharedInFives ? inFives(row) : row
        }
        shared.weekly = []
        shared.distributions = []
        shared.waitingAtStart = []
        shared.assessmentWeeks = []
        shared.trusted = .none
        shared.help = .none
        return shared
    }

    /// Whether a measure is told of the service and its teams: promises and what shows whether they are kept only among
    /// those who were seen, how many are treated, and what staff cost.
    private static func isShared(_ measure: Measure) -> Bool {
        guard measure.isOfTeams else { return false }
        switch measure.count {
        case .cost, .access: return true
        case .ratio: return measure.atAGlance != nil || measure.leastShare != nil || measure.section == .ofAllDue
        case .total(let counter): return counter == .enteredTreatment || counter == .breaches28
        case .stock, .atStart, .atEnd, .centile, .centileWithWaiting, .perClinician, .role, .ends: return false
        }
    }

    private static func inFives(_ row: MeasureSummary) -> MeasureSummary {
        var row = row
        row.mean = SmallNumbers.rounded(row.mean)
        row.ci95 = row.ci95.map { SmallNumbers.rounded($0.lowerBound)...SmallNumbers.rounded($0.upperBound) }
        (row.p05, row.p50) = (SmallNumbers.rounded(row.p05), SmallNumbers.rounded(row.p50))
        row.p95 = SmallNumbers.rounded(row.p95)
        return row
    }
}

/// Of how many people a measure speaks, by the other measures of a forecast.
private struct CountedPeople {
    let index: ForecastIndex

    /// Of how many, in the mean of the runs; endless for what speaks of posts, nought where nothing tells it.
    func people(of measure: Measure, _ group: MeasureGroup) -> Double {
        switch measure.count {
        case .total(let counter), .perClinician(let counter), .cost(for: let counter?): count(counter, group) ?? 0
        case .ratio(_, let whole, _): whole.reduce(0) { $0 + (count($1, group) ?? 0) }
        case .access: count(.enteredTreatment, group) ?? 0
        case .cost(for: nil), .stock, .atStart, .atEnd, .centile, .centileWithWaiting, .role, .ends: .infinity
        }
    }

    /// How many were counted: as a measure of its own, by what each cost, or as a part of a whole.
    private func count(_ counter: Counter, _ group: MeasureGroup) -> Double? {
        plain(counter, group) ?? asPart(counter, group) ?? asWhole(counter, group)
    }

    private func plain(_ counter: Counter, _ group: MeasureGroup) -> Double? {
        for measure in Measure.rows {
            switch measure.count {
            case .total(let own) where own == counter:
                if let row = index.summary(measure, group) { return row.mean }
            case .cost(for: let own?) where own == counter:
                let pounds = index.summary(.staffCost, group)?.mean
                if let pounds, let each = index.summary(measure, group)?.mean, each > 0 { return pounds / each }
            case .total, .stock, .ratio, .atStart, .atEnd, .centile, .centileWithWaiting, .access, .cost,
                .perClinician, .role, .ends:
                continue
            }
        }
        return nil
    }

    /// A share of a whole that is counted.
    private func asPart(_ counter: Counter, _ group: MeasureGroup) -> Double? {
        share(
            group, where: { part, _ in part == [counter] },
            count: { _, whole, share in plain(whole[0], group).map { $0 * share } })
    }

    /// A whole of which a part is counted.
    private func asWhole(_ counter: Counter, _ group: MeasureGroup) -> Double? {
        share(
            group, where: { _, whole in whole == [counter] },
            count: { part, _, share in share > 0 ? plain(part[0], group).map { $0 / share } : nil })
    }

    private func share(
        _ group: MeasureGroup, where isMeant: ([Counter], [Counter]) -> Bool,
        count: ([Counter], [Counter], Double) -> Double?
    ) -> Double? {
        for measure in Measure.rows where measure.unit == .share {
            guard case .ratio(let part, let whole, _) = measure.count, part.count == 1, whole.count == 1,
                isMeant(part, whole), let share = index.summary(measure, group)?.mean,
                let found = count(part, whole, share)
            else { continue }
            return found
        }
        return nil
    }
}
