import CareModel
import Replications
public import ServiceSimulation

extension ExperimentResult {
    /// Every measure over the horizon: for the service, then for each team, then by role, step, cause and reason.
    public func measures(of scenario: ServiceScenario) -> [MeasureValues] { measures(of: scenario, threads: 1) { $0 } }

    /// What is made of the measures of ``measures(of:)``, in their order.
    /// - Parameters:
    ///   - threads: measures that are taken side by side. It changes the time, never the result.
    ///   - make: what is made of one, nil for nothing; called from any thread.
    public func measures<Row: Sendable>(
        of scenario: ServiceScenario, threads: Int, _ make: @Sendable (MeasureValues) -> Row?
    ) -> [Row] {
        let all = each(of: scenario)
        let rows = Replications.run(all.count, threads: threads) { all[$0]().flatMap(make) }
        return rows.compactMap { $0 } + groupMeasures(scenario).compactMap(make)
    }

    /// Each of them but those of people by who they are, to be taken; nil where nothing is known.
    private func each(of scenario: ServiceScenario) -> [@Sendable () -> MeasureValues?] {
        let (standards, teams) = (scenario.standards, Array(scenario.teams.indices))
        let rows = Measure.all(standards)
        var all: [@Sendable () -> MeasureValues?] = []
        func add(_ measure: Measure, _ count: Measure.Count, _ teams: [Int], _ group: ResultGroup) {
            let name = measure.name(standards)
            all.append {
                MeasureValues(measure: measure, name: name, group: group, runs: values(count, teams, scenario))
            }
        }
        /// Where anything is known.
        func addKnown(
            _ measure: Measure, _ group: ResultGroup, _ value: @escaping @Sendable (ReplicationRecord) -> Double?,
            _ isKnown: @escaping @Sendable (Double?) -> Bool
        ) {
            let name = measure.name(standards)
            all.append {
                let runs = eachRecord(value)
                guard runs.contains(where: isKnown) else { return nil }
                return MeasureValues(measure: measure, name: name, group: group, runs: runs)
            }
        }
        for measure in rows where measure.isOfTeams {
            add(measure, measure.count, teams, ResultGroup())
            for team in teams { add(measure, measure.count, [team], ResultGroup(team: team)) }
        }
        for team in teams {
            for measure in rows where measure.splits.contains(.causes) {
                for cause in BreachCause.allCases {
                    add(measure, .total(cause.counter), [team], ResultGroup(team: team, cause: cause))
                }
            }
            // Caseload, hours and unused time by role (KP-8, CL-12).
            for role in Role.allCases {
                for measure in rows {
                    guard case .role(let count) = measure.count else { continue }
                    addKnown(
                        measure, ResultGroup(team: team, role: role),
                        { $0.value(count, team: team, role: role, weeks: 0..<$0.weeks) }, { $0 != nil })
                }
            }
            for measure in rows where measure.splits.contains(.reasons) {
                for reason in EndReason.allCases {
                    addKnown(
                        measure, ResultGroup(team: team, reason: reason), { Double($0.ends(reason, team: team)) },
                        { ($0 ?? 0) > 0 })
                }
            }
            for measure in rows {
                guard let counts = measure.bySteps else { continue }
                for (step, count) in [(Step.low, counts.low), (.high, counts.high)] {
                    add(measure, count, [team], ResultGroup(team: team, step: step))
                }
            }
        }
        return all
    }

    /// A measure replication by replication; nil where nobody was there to be measured.
    func values(_ measure: Measure, _ teams: [Int], _ scenario: ServiceScenario) -> [Double?] {
        values(measure.count, teams, scenario)
    }

    private func values(_ count: Measure.Count, _ teams: [Int], _ scenario: ServiceScenario) -> [Double?] {
        // Sums are taken in the order of names: the order of writing does not show in the last digit.
        let teams = teams.sorted { scenario.teams[$0].name < scenario.teams[$1].name }
        let part = MeasuredPart(teams, 0..<(records.first?.weeks ?? 0), scenario)
        return eachRecord { part.value(count, of: $0) }
    }

    /// What is read off each record, in order. No record is held: that would count each of its two dozen arrays.
    func eachRecord<Value>(_ read: (ReplicationRecord) -> Value) -> [Value] {
        records.withUnsafeBufferPointer { records in
            [Value](unsafeUninitializedCapacity: records.count) { values, filled in
                for place in records.indices {
                    values.initializeElement(at: place, to: read(records[place]))
                    filled += 1
                }
            }
        }
    }
}
