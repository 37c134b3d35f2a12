public import CareModel
public import ServiceSimulation

extension ReplicationRecord {
    /// A measure of some teams over the first weeks of the record; nil where nobody was there to be measured, or for
    /// what is of roles or of reasons. What is read off a distribution is of the whole record. O(weeks × teams).
    /// - Parameters:
    ///   - teams: by index, in the scenario and in the record.
    ///   - weeks: the weeks from the first, 1 … ``weeks``.
    ///   - scenario: what was run.
    public func value(_ measure: Measure, teams: [Int], weeks: Int, of scenario: ServiceScenario) -> Double? {
        let named = teams.sorted { scenario.teams[$0].name < scenario.teams[$1].name }
        return MeasuredPart(named, 0..<min(weeks, self.weeks), scenario).value(measure.count, of: self)
    }
}
