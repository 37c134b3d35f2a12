import CareModel
import Experiments
import Reporting
import ScenarioFiles
import ServiceSimulation
import Statistics

/// Turns what a comparison found into what its table and files are made of.
struct ComparisonAssembly {
    let names: [String]
    let loaded: [LoadedScenario]
    let result: ComparisonResult
    let seed: UInt64
    let sharesFirstDays: Bool
    /// What was changed in each, and the command that makes it all again.
    let changes: [[RunChange]]
    let command: String

    func report() -> ComparisonReport {
        let base = loaded[0].scenario
        let teams = base.teams.filter { team in
            loaded.allSatisfy { $0.scenario.teams.contains { $0.name == team.name } }
        }
        var report = ComparisonReport(
            scenarios: loaded.indices.map { place in
                ComparedScenario(
                    name: names[place], title: loaded[place].scenario.title, sha256: loaded[place].sha256,
                    changes: changes[place], standards: loaded[place].scenario.standards,
                    warnings: loaded[place].warnings.map(RunWarning.init))
            }, seed: seed, replications: result.results[0].records.count,
            weeks: result.results[0].records.first?.weeks ?? 0, starts: base.starts, version: Stepcare.version,
            sharesFirstDays: sharesFirstDays, teams: teams.map { TeamName(name: $0.name, title: $0.title) },
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
                        correlation: difference.correlation)
                }
            })
    }
}
