import CareModel
import ServiceSimulation

extension ExperimentResult {
    /// Every measure that is counted person by person, for each group that has people in it (EQ-1). Counts under 5, and
    /// shares and means of fewer than 5 people, are left out; other counts are rounded to 5.
    func groupMeasures(_ standards: Standards) -> [MeasureValues] {
        guard records.contains(where: { !$0.groupCounts.isEmpty }) else { return [] }
        return EquityGroup.all.flatMap { group in
            Measure.all(standards).compactMap { measure in
                values(measure, of: group).map { values in
                    MeasureValues(
                        measure: measure, name: measure.name(standards), group: ResultGroup(people: group),
                        runs: values)
                }
            }
        }
    }

    /// A measure of a group replication by replication, nil in one where nobody was there to be measured; nil if it may
    /// not be shared, or is not counted person by person.
    func values(_ measure: Measure, of group: EquityGroup) -> [Double?]? {
        let values = records.map { value(measure.count, $0, group) }
        let people = values.compactMap { $0?.people }
        guard !people.isEmpty, people.reduce(0, +) / Double(people.count) >= SmallNumbers.least else { return nil }
        return values.map { $0?.value }
    }

    /// A measure of a group, and of how many people it speaks; nil if it is not counted person by person.
    private func value(
        _ count: Measure.Count, _ record: ReplicationRecord, _ group: EquityGroup
    ) -> (value: Double?, people: Double)? {
        func sum(_ counters: [Counter]) -> Double {
            var total = 0
            for counter in counters {
                for team in 0..<record.teams { total += record.total(counter, team: team, group: group) }
            }
            return Double(total)
        }
        switch count {
        case .total(let counter):
            guard counter.isOfPeople else { return nil }
            let count = sum([counter])
            return (SmallNumbers.rounded(count), count)
        case .ratio(let part, let whole, let each):
            guard (part + whole).allSatisfy(\.isOfPeople) else { return nil }
            let people = sum(whole)
            return (people > 0 ? sum(part) / each / people : nil, people)
        case .stock, .atStart, .atEnd, .centile, .centileWithWaiting, .access, .cost, .perClinician, .role, .ends:
            return nil
        }
    }
}
