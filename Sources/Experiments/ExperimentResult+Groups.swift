import CareModel
import ServiceSimulation

extension ExperimentResult {
    /// Every measure that is counted person by person, for each group that has people in it (EQ-1). Counts under 5, and
    /// shares and means of fewer than 5 people, are left out; other counts are rounded to 5.
    func groupMeasures(_ scenario: ServiceScenario) -> [MeasureValues] {
        let standards = scenario.standards
        guard records.contains(where: \.isByGroup) else { return [] }
        return EquityGroup.all.flatMap { group in
            Measure.all(standards).compactMap { measure in
                values(measure, of: group, scenario).map { values in
                    MeasureValues(
                        measure: measure, name: measure.name(standards), group: ResultGroup(people: group),
                        runs: values)
                }
            }
        }
    }

    /// A measure of a group replication by replication, nil in one where nobody was there to be measured; nil if it may
    /// not be shared, or is not counted person by person.
    func values(_ measure: Measure, of group: EquityGroup, _ scenario: ServiceScenario) -> [Double?]? {
        let values = eachRecord { value(measure.count, $0, group, scenario) }
        let people = values.compactMap { $0?.people }
        guard !people.isEmpty, people.reduce(0, +) / Double(people.count) >= SmallNumbers.least else { return nil }
        return values.map { $0?.value }
    }

    /// A measure of a group, and of how many people it speaks; nil if it is not counted person by person.
    private func value(
        _ count: Measure.Count, _ record: ReplicationRecord, _ group: EquityGroup, _ scenario: ServiceScenario
    ) -> (value: Double?, people: Double)? {
        func sum(_ counters: [Counter]) -> Double {
            var total = 0
            for counter in counters {
                for team in 0..<record.teams { total += record.total(counter, team: team, group: group) }
            }
            return Double(total)
        }
        switch count {
        case .total: return count.ofPeople(sum).map { ($0.value.map(SmallNumbers.rounded), $0.people) }
        case .ratio: return count.ofPeople(sum)
        case .access:
            let needs = scenario.teams.map { $0.population.need(of: group) }
            // Of a service of which one team's need by group is not known, nobody knows it.
            guard !needs.contains(nil) else { return nil }
            let (need, entered) = (needs.reduce(0) { $0 + ($1 ?? 0) }, sum([.enteredTreatment]))
            return (need > 0 ? entered * 52.18 / Double(record.weeks) / need : nil, entered)
        case .stock, .atStart, .atEnd, .centile, .centileWithWaiting, .cost, .perClinician, .role, .ends:
            return nil
        }
    }
}
