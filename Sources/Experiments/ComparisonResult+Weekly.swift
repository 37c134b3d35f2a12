import ServiceSimulation
import Statistics

/// A measure of several scenarios, week by week.
public struct ComparedWeeks: Sendable {
    /// Its name.
    public let name: String
    /// For whom; the team by its place in the first scenario.
    public let group: ResultGroup
    /// For each scenario and week the mean over the replications; nil where nobody was there to be measured.
    public let means: [[Double?]]
}

extension ComparisonResult {
    /// Every measure that is followed week by week, side by side: for the service, then for each team that all
    /// scenarios have.
    public func weekly() -> [ComparedWeeks] {
        let found = zip(results, scenarios).map { result, scenario in result.weekly(of: scenario) }
        let names = scenarios.map { $0.teams.map(\.name) }
        return found[0].compactMap { first in
            guard first.group.role == nil, first.group.cause == nil else { return nil }
            var means: [[Double?]] = []
            for (place, weekly) in found.enumerated() {
                var group = first.group
                if let team = first.group.team {
                    guard let same = names[place].firstIndex(of: names[0][team]) else { return nil }
                    group.team = same
                }
                guard let own = weekly.first(where: { $0.name == first.name && $0.group == group }) else { return nil }
                means.append(
                    own.weeks.map { runs in
                        let known = runs.compactMap { $0 }
                        return known.isEmpty ? nil : Summary(known).mean
                    })
            }
            return ComparedWeeks(name: first.name, group: first.group, means: means)
        }
    }
}
