import CareModel
import Experiments
public import Reporting
import ScenarioFiles
import ServiceSimulation
import Statistics

extension ComparisonOutcome {
    /// The comparison as tables, words, charts and files are made of it.
    /// - Parameter command: the command that makes it again; empty if no command made it.
    public func report(command: String = "") -> ComparisonReport {
        ComparisonAssembly(outcome: self, command: command).report()
    }
}

/// Turns what a comparison found into what its table and files are made of.
struct ComparisonAssembly {
    let outcome: ComparisonOutcome
    /// The command that makes it again.
    let command: String

    private var loaded: [LoadedScenario] { outcome.loaded }
    private var result: ComparisonResult { outcome.result }

    func report() -> ComparisonReport {
        let base = loaded[0].scenario
        let teams = base.teams.filter { team in
            loaded.allSatisfy { $0.scenario.teams.contains { $0.name == team.name } }
        }
        var report = ComparisonReport(
            scenarios: loaded.indices.map { place in
                ComparedScenario(loaded[place], named: outcome.names[place], changes: outcome.changes[place])
            }, seed: outcome.settings.seed, replications: outcome.replications,
            weeks: outcome.weeks, starts: base.starts, version: ProgramVersion.text,
            sharesFirstDays: outcome.sharesFirstDays, teams: teams.map { TeamName(name: $0.name, title: $0.title) },
            command: command)
        report.rows = result.measures().map { row($0, base) }
        report.weekly = result.weekly().map { weekly in
            ComparisonWeeks(
                measure: weekly.name, group: MeasureGroup(team: weekly.group.team.map { base.teams[$0].name }),
                means: weekly.means)
        }
        return report
    }

    private func row(_ measure: ComparedValues, _ base: ServiceScenario) -> ComparisonRow {
        ComparisonRow(
            measure: measure.name, unit: measure.unit,
            group: MeasureGroup(
                team: measure.group.team.map { base.teams[$0].name },
                people: measure.group.people.map {
                    PeopleGroup(characteristic: $0.characteristic.name, value: $0.name)
                }),
            means: measure.values.map { values in
                let known = values.compactMap { $0 }
                return known.isEmpty ? nil : Summary(known).mean
            },
            differences: measure.values.indices.dropFirst().map { place in
                result.difference(of: place, measure).map { difference in
                    MeasureDifference(
                        mean: difference.interval.estimate,
                        ci95: difference.interval.lowerBound...difference.interval.upperBound,
                        correlation: difference.correlation, runsToTell: difference.runsToTell)
                }
            })
    }
}
