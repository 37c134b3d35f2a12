import CareModel
public import ServiceSimulation

extension ExperimentResult {
    /// Every measure over the horizon: for the service, then for each team, then by role, step, cause and reason.
    public func measures(of scenario: ServiceScenario) -> [MeasureValues] {
        var all: [MeasureValues] = []
        let (standards, teams) = (scenario.standards, Array(scenario.teams.indices))
        let rows = Measure.all(standards)
        for measure in rows where measure.isOfTeams {
            for (group, teams) in [(ResultGroup(), teams)] + teams.map({ (ResultGroup(team: $0), [$0]) }) {
                all.append(found(measure, group, standards, values(measure, teams, scenario)))
            }
        }
        for team in teams {
            for measure in rows where measure.splits.contains(.causes) {
                for cause in BreachCause.allCases {
                    let group = ResultGroup(team: team, cause: cause)
                    let runs = values(.total(cause.counter), [team], scenario)
                    all.append(found(measure, group, standards, runs))
                }
            }
            all += roleMeasures(rows, team, standards)
            for measure in rows where measure.splits.contains(.reasons) {
                for reason in EndReason.allCases {
                    let runs = records.map { Double($0.ends(reason, team: team)) }
                    guard runs.contains(where: { $0 > 0 }) else { continue }
                    all.append(found(measure, ResultGroup(team: team, reason: reason), standards, runs))
                }
            }
            for measure in rows {
                guard let counts = measure.bySteps else { continue }
                for (step, count) in [(Step.low, counts.low), (.high, counts.high)] {
                    let runs = values(count, [team], scenario)
                    all.append(found(measure, ResultGroup(team: team, step: step), standards, runs))
                }
            }
        }
        return all + groupMeasures(scenario)
    }

    private func found(
        _ measure: Measure, _ group: ResultGroup, _ standards: Standards, _ runs: [Double?]
    ) -> MeasureValues {
        MeasureValues(measure: measure, name: measure.name(standards), group: group, runs: runs)
    }

    /// A measure replication by replication; nil where nobody was there to be measured.
    func values(_ measure: Measure, _ teams: [Int], _ scenario: ServiceScenario) -> [Double?] {
        values(measure.count, teams, scenario)
    }

    private func values(_ count: Measure.Count, _ teams: [Int], _ scenario: ServiceScenario) -> [Double?] {
        // Sums are taken in the order of names: the order of writing does not show in the last digit.
        let teams = teams.sorted { scenario.teams[$0].name < scenario.teams[$1].name }
        let part = MeasuredPart(teams, 0..<(records.first?.weeks ?? 0), scenario)
        return records.map { part.value(count, of: $0) }
    }

    /// Caseload, hours and unused time by role (KP-8, CL-12); those of which anything is known.
    private func roleMeasures(_ rows: [Measure], _ team: Int, _ standards: Standards) -> [MeasureValues] {
        Role.allCases.flatMap { role in
            rows.compactMap { measure in
                guard case .role(let count) = measure.count else { return nil }
                let runs = records.map { $0.value(count, team: team, role: role, weeks: 0..<$0.weeks) }
                guard runs.contains(where: { $0 != nil }) else { return nil }
                return found(measure, ResultGroup(team: team, role: role), standards, runs)
            }
        }
    }
}
