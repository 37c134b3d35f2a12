public import CareModel
public import Reporting
import ScenarioFiles
import ServiceSimulation

extension ForecastOutcome {
    /// Runs without which no forecast is kept: of fewer a range of nine in ten is no more than all of them.
    public static var leastRunsToKeep: Int { RunsSummary.leastRuns }

    /// The forecast as it is kept: what may be promised, and the ranges of the runs of all else.
    /// - Parameters:
    ///   - made: when, in the service's own zone; of a service's list the minute of the list.
    ///   - command: the command that makes it again; empty if no command made it.
    public func kept(made: CivilMinute, command: String = "") -> KeptForecast {
        let scenario = loaded.scenario
        let list = minuteOfList
        let spans = KeptSpans(outcome: self, listDay: list?.day)
        let rows = spans.rows()
        let told = Set(rows.map(\.measure))  // lookup only
        var kept = KeptForecast(
            made: list ?? made, subject: list == nil ? .scenario : .database,
            manifest: ForecastAssembly(outcome: self, command: command).manifest(),
            teams: scenario.teams.map { TeamName(name: $0.name, title: $0.title) },
            measures: spans.measures.filter { told.contains($0.name(scenario.standards)) }.map { measure in
                KeptForecast.KeptMeasure(
                    name: measure.name(scenario.standards), unit: measure.unit.rawValue,
                    title: measure.title(scenario.standards), meaning: measure.meaning(scenario.standards))
            }, rows: rows)
        let promised = TrustedAssembly(outcome: self).figures().rows.map(\.kept)
        // Quarters are kept as the calendar has them, so that several forecasts speak of the same.
        kept.put(promised.filter(kept.speaks))
        return kept
    }
}
