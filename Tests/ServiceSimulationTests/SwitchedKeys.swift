import CareModel
import RuleEvidence
import ServiceSimulation

@testable import ScenarioFiles

/// Which keys of a scenario file tell two scenarios apart: what a test has switched, read off and not said.
enum SwitchedKeys {
    /// The keys in which one scenario differs from another, as `stepcare keys` names them; of several teams or groups,
    /// each key once, with the values of the first that differs.
    static func between(_ one: ServiceScenario, _ other: ServiceScenario) -> [SwitchedKey] {
        var found = differing(ServiceKeys.table.keys, "", one, other)
        for (before, after) in zip(one.teams, other.teams) {
            found += differing(PracticeKeys.all, "", before.practice, after.practice)
            found += differing(TeamKeys.own, "teams[]", before, after)
            found += groups(before.staff, after.staff)
        }
        found += other.levers.dropFirst(one.levers.count).flatMap(lever)
        var seen: Set<String> = []  // lookup only
        return found.filter { seen.insert($0.key).inserted }
    }

    private static func differing<Root>(
        _ keys: [Key<Root>], _ section: String, _ one: Root, _ other: Root
    ) -> [SwitchedKey] {
        keys.compactMap { key in
            let (before, after) = (key.text(one) ?? "none", key.text(other) ?? "none")
            guard before != after else { return nil }
            return SwitchedKey(joined(section, key.path.joined(separator: ".")), from: before, to: after)
        }
    }

    /// What differs of the groups of staff; a group that only one has is one of nobody in the other.
    private static func groups(_ one: [StaffInput], _ other: [StaffInput]) -> [SwitchedKey] {
        let pattern = StaffKeys.table.pattern
        return (0..<max(one.count, other.count)).flatMap { place -> [SwitchedKey] in
            var before = place < one.count ? one[place] : StaffInput()
            var after = place < other.count ? other[place] : StaffInput()
            if place >= one.count {
                before = StaffInput()
                before.role = after.role
                before.count = 0
            }
            if place >= other.count {
                after = before
                after.count = 0
            }
            var found = differing(StaffKeys.table.keys, pattern, before, after)
            for change in after.changes where !before.changes.contains(change) { found += changed(change) }
            return found
        }
    }

    private static func changed(_ change: StaffChange) -> [SwitchedKey] {
        let pattern = StaffChangeKeys.table.pattern
        var found: [SwitchedKey] = []
        if let day = change.lastDay {
            found.append(SwitchedKey("\(pattern).leaves", from: "nobody", to: "member \(change.member + 1)"))
            found.append(SwitchedKey("\(pattern).on", from: "none", to: "\(day)"))
        }
        if let days = change.away {
            found.append(SwitchedKey("\(pattern).away", from: "nobody", to: "member \(change.member + 1)"))
            found.append(SwitchedKey("\(pattern).from", from: "none", to: "\(days.lowerBound)"))
            found.append(SwitchedKey("\(pattern).until", from: "none", to: "\(days.upperBound)"))
        }
        return found
    }

    private static func lever(_ lever: Lever) -> [SwitchedKey] {
        var practice = Practice()
        lever.change(&practice)
        let pattern = LeverKeys.table.pattern
        var found = [SwitchedKey("\(pattern).name", from: "none", to: lever.name)]
        found.append(SwitchedKey("\(pattern).set", from: "none", to: "what it changes"))
        if !lever.teams.isEmpty { found.append(SwitchedKey("\(pattern).teams", from: "none", to: "some")) }
        if let from = lever.from { found.append(SwitchedKey("\(pattern).from", from: "none", to: "\(from)")) }
        if let until = lever.until { found.append(SwitchedKey("\(pattern).until", from: "none", to: "\(until)")) }
        if let condition = lever.condition {
            found.append(SwitchedKey("\(pattern).when.measure", from: "none", to: condition.measure.name))
            found.append(SwitchedKey("\(pattern).when.above", from: "none", to: NumberText.of(condition.above)))
        }
        return found + differing(PracticeKeys.all, "", Practice(), practice)
    }
}
