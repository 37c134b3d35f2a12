import CareModel
import Workbench

/// The sliders of a scenario as a page shows them.
enum ForecastBoard {
    /// A number as a field has it.
    static func number(_ value: Double) -> String { NumberText.of(value) }

    /// The sliders, and beside them what they do.
    static func board(
        _ query: ForecastQuery, _ scenario: BenchScenario, _ bench: Bench, _ faults: [Page.Fault], picture: String
    ) -> SliderBoard {
        let edited = query.edit
        let others = query.fields.filter { !$0.name.hasPrefix("\(edited).") }
        let name = Field.text("\(edited).name", "Name of this what-if").with(value: query.name(edited))
        return SliderBoard(
            hiddens: [.hidden("edit", edited)] + others.map { .hidden($0.name, $0.value) },
            fields: choice(query, bench, faults), tabs: tabs(query), names: [name],
            groups: groups(query, scenario, faults), picture: picture, downloads: downloads(query, bench))
    }

    /// Which scenario, and how far ahead.
    static func choice(_ query: ForecastQuery, _ bench: Bench, _ faults: [Page.Fault]) -> [Field] {
        let today = bench.hasToday ? [(ScenarioShelf.todayName, "This service, from today's list")] : []
        let scenarios = today + bench.entries.map { ($0.name, title($0, bench)) }
        return [
            Field.select("scenario", "Scenario", scenarios).with(value: query.scenario), ahead(query.weeks, faults),
        ]
    }

    /// How far ahead.
    static func ahead(_ entered: String, _ faults: [Page.Fault]) -> Field {
        var weeks = [("13", "three months"), ("26", "half a year"), ("52", "a year"), ("104", "two years")]
        if !weeks.contains(where: { $0.0 == entered }) { weeks.insert((entered, "\(entered) weeks"), at: 0) }
        var ahead = Field.select("weeks", "Look ahead", weeks).with(value: entered)
        ahead.fault = faults.first { $0.field == "weeks" }?.words
        return ahead
    }

    /// `North Essex`, of `north-essex`.
    static func title(_ entry: ScenarioShelf.Entry, _ bench: Bench) -> String {
        if let made = bench.setUp(ofScenario: entry.name) { return "\(made.saved.name), by answers" }
        if let title = entry.title { return title }
        return entry.isOwn
            ? "This service, by its scenario"
            : entry.name.split(separator: "-").map { Words.capitalised(String($0)) }.joined(separator: " ")
    }

    private static func tabs(_ query: ForecastQuery) -> [BoardLink] {
        let there = ForecastQuery.letters.filter { $0 == "a" || $0 == query.edit || query.isThere($0) }
        let tabs = there.map { letter in
            BoardLink(
                words: query.name(letter), address: "/forecast?\(query.encoded(edit: letter))",
                more: "edit=\(letter)", isHere: letter == query.edit)
        }
        guard let next = ForecastQuery.letters.first(where: { !there.contains($0) }) else { return tabs }
        return tabs + [
            BoardLink(
                words: "Another beside it", address: "/forecast?\(query.encoded(edit: next))", more: "edit=\(next)",
                isHere: false)
        ]
    }

    private static func downloads(_ query: ForecastQuery, _ bench: Bench) -> [BoardLink] {
        var links = [
            ("All numbers as a spreadsheet", "/forecast/comparison.csv"),
            ("This what-if as a scenario file", "/forecast/scenario.yaml"),
        ]
        if bench.forecasts != nil { links.append(("Keep the forecast, to see whether it comes true", "/kept")) }
        return links.map { words, path in
            BoardLink(words: words, address: "\(path)?\(query.encoded())", more: "", isHere: false)
        }
    }

    /// The sliders of the whole service, open; then those of each team.
    private static func groups(
        _ query: ForecastQuery, _ scenario: BenchScenario, _ faults: [Page.Fault]
    ) -> [SliderGroup] {
        let scopes: [Int?] = [nil] + Array(scenario.teams.indices)
        let all = scopes.compactMap { team -> SliderGroup? in
            let lines = scenario.sliders.filter { $0.team == team }.map { line($0, query, faults) }
            guard !lines.isEmpty else { return nil }
            let isMoved = lines.contains { $0.lineFault != nil || $0.lineValue != $0.lineNow }
            return SliderGroup(
                groupTitle: team.map { scenario.teams[$0] } ?? "The whole service", isOpen: team == nil || isMoved,
                lines: lines)
        }
        guard all.count > 1 else {
            return all.map { SliderGroup(groupTitle: $0.groupTitle, isOpen: true, lines: $0.lines) }
        }
        return all
    }

    private static func line(_ slider: Slider, _ query: ForecastQuery, _ faults: [Page.Fault]) -> SliderLine {
        let name = "\(query.edit).\(slider.id)"
        let value = query[name] ?? number(slider.now)
        let unit = slider.isSwitch ? "now \(slider.now > 0 ? "on" : "off")" : unit(slider)
        return SliderLine(
            lineName: name, lineWords: slider.words, lineUnit: unit, low: number(slider.range.lowerBound),
            high: number(slider.range.upperBound), stop: number(slider.step), lineNow: number(slider.now),
            lineValue: value, lineFault: faults.first { $0.field == name }?.words, isSwitch: slider.isSwitch,
            isOn: value == "1")
    }

    /// `posts, now 10`, where it does not begin at nothing.
    private static func unit(_ slider: Slider) -> String {
        slider.range.lowerBound < 0 ? slider.unit : "\(slider.unit), now \(number(slider.now))"
    }
}
