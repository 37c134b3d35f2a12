public import CareModel
import Experiments
import Forecasting
public import ScenarioFiles
import ServiceSimulation

/// A scenario that what-ifs are made of, with its sliders.
public struct BenchScenario: Sendable {
    /// Where it is read.
    let source: ScenarioSource
    private let loaded: LoadedScenario
    /// Runs of it and of what was tried: a slider of one team runs that team alone.
    let runs = RunMemory.bounded()
    /// The service's list of today, if what-ifs begin with it, and when it was read.
    let today: ServiceToday?
    /// When the service's list was read, if what-ifs begin with it.
    public let readAt: CivilMinute?
    /// What can be moved.
    public let sliders: [Slider]

    /// Its title.
    public var title: String { loaded.scenario.title }
    /// Its texts, as they were read.
    public var texts: [ScenarioText] { loaded.texts }
    /// The titles of its teams, in order.
    public var teams: [String] { loaded.scenario.teams.map(\.title) }
    /// What it is warned of.
    public var warnings: [String] { loaded.warnings.map { "\($0)" } }
    /// First days that its runs begin with.
    var firstDays: Int { max(1, loaded.scenario.start.firstDays) }

    /// People on the service's list, if what-ifs begin with it.
    public var peopleOnList: Int? { today?.people }
    /// Who of the staff is not as the scenario says, in a sentence; nil if all are.
    public var staffNote: String? { today?.staffNote }

    /// The service's own scenario with its list of today.
    init(_ today: ServiceToday, readAt: CivilMinute) throws(BenchFault) {
        (self.today, self.readAt, source, loaded) = (today, readAt, today.loaded.source, today.loaded)
        sliders = try Self.sliders(of: today.loaded.scenario)
    }

    /// Loads a scenario of the shelf.
    init(_ entry: ScenarioShelf.Entry) throws(BenchFault) {
        (source, today, readAt) = (entry.source, nil, nil)
        do throws(ScenarioErrors) {
            loaded = try ScenarioLoader.load(entry.source)
        } catch {
            throw BenchFault(error)
        }
        sliders = try Self.sliders(of: loaded.scenario)
    }

    private static func sliders(of scenario: ServiceScenario) throws(BenchFault) -> [Slider] {
        let teams = scenario.teams.count
        guard teams <= Bench.mostTeams else { throw .tooLarge(teams: teams, most: Bench.mostTeams) }
        return Sliders(of: scenario).all
    }

    /// What is asked, as `stepcare compare` asks it.
    func request(_ variants: [ComparisonRequest.Variant]) -> ComparisonRequest {
        today.map { ComparisonRequest(of: $0, variants: variants) } ?? ComparisonRequest([source], variants: variants)
    }

    /// A what-if as a scenario file that stands by itself: laid beside this scenario by `stepcare compare` it gives the
    /// numbers of the bench.
    func file(of whatIf: WhatIf) throws(BenchFault) -> String {
        let changes: [ScenarioChange]
        do throws(SliderFault) { changes = try whatIf.changes(sliders) } catch { throw .sliders([error]) }
        let changed: LoadedScenario
        do throws(ScenarioErrors) {
            changed = try ScenarioLoader.load(source, changes: changes)
        } catch {
            throw BenchFault(error)
        }
        var named = changed
        named.scenario.title = String("\(title): \(whatIf.name)".prefix(80))
        var draft = ScenarioDraft(named)
        draft.head =
            ["\(title), as it is tried out under the name \(Self.line(whatIf.name))."]
            + (changes.isEmpty ? [] : ["Changed:"]) + changes.map { "  \($0.key)=\($0.value)" }
        return draft.text
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
