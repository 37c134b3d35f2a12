import CareModel
import Forecasting
import ScenarioFiles
import ServiceSimulation

/// The sliders of a scenario: of the whole service, then of each team. What a team's own says comes after what is said
/// of all, and holds.
struct Sliders: Sendable {
    let all: [Slider]

    /// Those that the scenario allows.
    init(of scenario: ServiceScenario) {
        let teams = Array(scenario.teams.indices)
        let service = scenario.teams.count > 1 ? Self.sliders(of: teams, nil, scenario) : []
        all = service + teams.flatMap { Self.sliders(of: [$0], $0, scenario) + Self.posts(of: $0, scenario) }
    }

    private static func sliders(of teams: [Int], _ own: Int?, _ scenario: ServiceScenario) -> [Slider] {
        let scope = own.map { scenario.teams[$0].name } ?? "all"
        let moved = SliderRow.all.compactMap { row -> Slider? in
            let numbers = teams.flatMap { team in
                row.numbers(scenario.teams[team]).map { (team: scenario.teams[team].name, number: $0) }
            }
            guard let range = row.range(numbers.map(\.number)) else { return nil }
            return Slider(
                id: "\(scope).\(row.id)", team: own, words: row.words, unit: row.unit, range: range, step: row.step,
                now: 0, isSwitch: false,
                changes: { stop in
                    numbers.map { team, number in
                        ScenarioChange(
                            key: "teams.\(team).\(number.key)",
                            value: NumberText.rounded(NumberText.withoutNoise(row.moved(number, by: stop))))
                    }
                })
        }
        return moved + [assessmentWeeks(of: teams, own, scope, scenario)].compactMap { $0 }
    }

    /// On or off, where all of these teams are alike.
    private static func assessmentWeeks(
        of teams: [Int], _ own: Int?, _ scope: String, _ scenario: ServiceScenario
    ) -> Slider? {
        let staffed = teams.filter { !scenario.teams[$0].staff.isEmpty }
        let isOn = staffed.map { scenario.teams[$0].practice.assessmentWeek.isOn }
        guard let first = isOn.first, isOn.allSatisfy({ $0 == first }) else { return nil }
        let names = staffed.map { scenario.teams[$0].name }
        return Slider(
            id: "\(scope).assessment-weeks", team: own, words: "Assessment weeks", unit: "(0 is off, 1 is on)",
            range: 0...1, step: 1, now: first ? 1 : 0, isSwitch: true,
            changes: { stop in
                names.map {
                    ScenarioChange(key: "teams.\($0).assessment-week.is-on", value: stop > 0 ? "true" : "false")
                }
            })
    }

    /// Groups of staff who are there from the start and for good.
    private static func posts(of team: Int, _ scenario: ServiceScenario) -> [Slider] {
        let own = scenario.teams[team]
        let there = own.staff.indices.filter { own.staff[$0].from == nil && own.staff[$0].until == nil }
        let plain = there.map { words(own.staff[$0]) }
        return zip(there, plain).map { place, words in
            let group = own.staff[place]
            let isAlone = plain.count { $0 == words } == 1
            let therapies = Modality.individual.filter { group.trainedIn.contains($0) }.map(\.title)
            let key = "teams.\(own.name).\(own.keyOfCount(ofStaff: place))"
            let most = min(1000, max(group.count * 2, group.count + 5))
            // A step is not left without anybody.
            let others = own.staff.indices.contains { $0 != place && own.staff[$0].role.step == group.role.step }
            let least = others || group.count == 0 ? 0 : 1.0
            return Slider(
                id: "\(own.name).posts.\(place + 1)", team: team,
                words: isAlone ? words : "\(words), \(therapies.joined(separator: ", "))", unit: "posts",
                range: least...Double(most), step: 1, now: Double(group.count), isSwitch: false,
                changes: { [ScenarioChange(key: key, value: NumberText.of($0))] })
        }
    }

    /// `PWP, 0.9 WTE each`.
    private static func words(_ group: StaffInput) -> String {
        let title = group.role.title.prefix(1).uppercased() + group.role.title.dropFirst()
        return group.wte == 1 ? title : "\(title), \(NumberText.of(group.wte)) WTE each"
    }
}
