import Foundation
import ScenarioFiles
import TestSupport

@testable import Workbench

/// A service so small that a test can run it, of two teams.
enum TwoTeams {
    static let text = {
        var service = SmallScenario("two-teams", title: "Two Teams", weeks: 6)
        service.teams.append(.south)
        service.teams[0].staff += [
            "{ role: hit, count: 1, modalities: [counselling] }",
            "{ role: pwp, name: later, count: 1, from: 2027-01-04 }",
        ]
        return service.text
    }()

    static var source: ScenarioSource { .text(text, name: "two-teams.yaml") }

    /// A folder that is there for as long as a test.
    final class Folder: Sendable {
        let url = FileManager.default.temporaryDirectory.appending(path: "workbench-\(UUID().uuidString)")

        deinit { try? FileManager.default.removeItem(at: url) }
    }

    static func bench(_ folder: Folder, processors: Int = 2) -> Bench {
        Bench(
            ScenarioShelf(own: source, folder: nil), saved: SavedShelf(in: folder.url),
            setUps: Shelf(in: folder.url.appending(path: "set-ups")), firstDays: nil, processors: processors)
    }

    /// One more practitioner in the north, and fewer referrals everywhere.
    static let more = WhatIf(
        name: "More",
        settings: [.init(slider: "north.posts.1", value: 3), .init(slider: "all.referrals", value: -25)])

    static func question(_ whatIfs: [WhatIf] = [more]) -> Question {
        Question(scenario: ScenarioShelf.ownName, weeks: 6, whatIfs: whatIfs)
    }
}
