import Foundation
import ScenarioFiles
import Testing

@testable import Workbench

/// Sliders go as far as the scenario lets them, and no further.
@Suite struct SliderTests {
    private func scenario(_ source: ScenarioSource) throws(BenchFault) -> BenchScenario {
        try BenchScenario(ScenarioShelf.Entry(name: "one", source: source, isOwn: false))
    }

    @Test func theSlidersOfAServiceAreThoseOfAllAndOfEachTeam() throws {
        let sliders = try scenario(TwoTeams.source).sliders
        #expect(
            sliders.filter { $0.team == nil }.map(\.id) == [
                "all.referrals", "all.missed", "all.split", "all.leave", "all.assessment-weeks",
            ])
        // Who begins later is not on the first day's list.
        let posts = sliders.filter { $0.team == 0 && $0.id.contains("posts") }
        #expect(posts.map(\.id) == ["north.posts.1", "north.posts.2", "north.posts.3"])
        #expect(
            posts.map(\.words) == ["PWP", "High-intensity therapist, CBT", "High-intensity therapist, counselling"])
        #expect(posts.map(\.now) == [2, 2, 1])
        #expect(Set(sliders.map(\.id)).count == sliders.count)
    }

    /// Every scenario that comes with the program, with all sliders at one end and at the other.
    @Test func bothEndsOfEachSliderAreAScenario() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Scenarios")
        let shelf = ScenarioShelf(own: TwoTeams.source, folder: folder)
        var tried = 0
        for entry in shelf.entries {
            let found: BenchScenario
            do throws(BenchFault) { found = try BenchScenario(entry) } catch {
                guard case .tooLarge = error else { throw error }
                continue
            }
            for isHigh in [false, true] {
                let settings = found.sliders.map { slider in
                    // Somebody of each group is left: a team without anybody at a step is refused as a scenario.
                    let least = slider.unit == "posts" ? min(1, slider.now) : slider.range.lowerBound
                    return WhatIf.Setting(slider: slider.id, value: isHigh ? slider.range.upperBound : least)
                }
                _ = try found.file(of: WhatIf(name: "end", settings: settings))
                tried += 1
            }
        }
        #expect(tried >= 16, "\(tried)")
    }

    @Test func beyondTheEndAndBetweenTheStopsIsRefusedInWords() throws {
        let scenario = try scenario(TwoTeams.source)
        let posts = try #require(scenario.sliders.first { $0.id == "south.posts.1" })
        #expect(try posts.reading("7") == 7)
        for (text, words) in [
            ("8", "PWP: 1 to 7 posts, not 8"), ("-1", "PWP: 1 to 7 posts, not -1"),
            ("2.5", "PWP: 1 to 7 posts, not 2.5"),
            ("many", "PWP: 1 to 7 posts, 'many' is not a number"),
        ] {
            let fault = #expect(throws: SliderFault.self) { _ = try posts.reading(text) }
            #expect(fault?.words == words)
        }
        let referrals = try #require(scenario.sliders.first { $0.id == "all.referrals" })
        let fault = #expect(throws: SliderFault.self) { _ = try referrals.reading("7") }
        #expect(fault?.words == "Referrals: -50 to 50 % more or fewer, in steps of 5, not 7")
        let other = try #require(scenario.sliders.first { $0.id == "north.posts.2" })
        #expect(try other.reading("0") == 0, "there are others at the step")
        let unknown = WhatIf(name: "x", settings: [.init(slider: "east.posts.1", value: 1)])
        #expect(throws: BenchFault.self) { _ = try scenario.file(of: unknown) }
    }

    @Test func whereItStandsNothingIsChangedAndATeamsOwnHolds() throws {
        let sliders = try scenario(TwoTeams.source).sliders
        let still = WhatIf(name: "still", settings: sliders.map { .init(slider: $0.id, value: $0.now) })
        #expect(try still.changes(sliders).isEmpty)
        let both = WhatIf(
            name: "both",
            settings: [.init(slider: "north.referrals", value: 50), .init(slider: "all.referrals", value: -50)])
        let changes = try both.changes(sliders).map { "\($0.key)=\($0.value)" }
        #expect(
            changes == [
                "teams.north.referrals.per-week=6", "teams.south.referrals.per-week=4",
                "teams.north.referrals.per-week=18",
            ])
    }
}
