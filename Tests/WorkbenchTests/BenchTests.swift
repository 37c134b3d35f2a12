import CareModel
import Forecasting
import Foundation
import Reporting
import ScenarioFiles
import Synchronization
import Testing

@testable import Workbench

/// What the bench answers is what `compare` finds, and it stops when nobody wants it.
@Suite struct BenchTests {
    private let folder = TwoTeams.Folder()

    @Test func anAnswerIsThatOfCompare() async throws {
        let bench = TwoTeams.bench(folder)
        var request = ComparisonRequest(
            [TwoTeams.source],
            variants: [
                .init(
                    name: "More",
                    changes: [
                        ScenarioChange(key: "teams.north.referrals.per-week", value: "9"),
                        ScenarioChange(key: "teams.south.referrals.per-week", value: "6"),
                        ScenarioChange(key: "teams.north.staff.pwp.count", value: "3"),
                    ])
            ])
        for stage in LookStage.allCases {
            request.replications = stage.runs
            let report = try await bench.look(TwoTeams.question(), stage, for: "somebody")
            let compared = try request.prepare().run().report()
            #expect(report.rows == compared.rows && report.weekly == compared.weekly && !report.rows.isEmpty)
            #expect(report.replications == stage.runs)
        }
        // The same again is not run again: whoever has another question beside it keeps their place.
        let again = try await bench.look(TwoTeams.question(), .whole, for: "somebody else")
        #expect(again.rows.count == (try request.prepare().run().report().rows.count))
    }

    @Test func fourStandSideBySideAndAFifthDoesNot() async throws {
        let bench = TwoTeams.bench(folder)
        let four = (1...4).map { place in
            WhatIf(name: "What-if \(place)", settings: [.init(slider: "south.posts.1", value: Double(2 + place))])
        }
        let report = try await bench.look(TwoTeams.question(four), .first, for: "somebody")
        #expect(report.scenarios.map(\.name).dropFirst() == ["What-if 1", "What-if 2", "What-if 3", "What-if 4"])
        for wrong in [[], four + [TwoTeams.more]] {
            let error = await #expect(throws: BenchFault.self) {
                _ = try await bench.look(TwoTeams.question(wrong), .first, for: "somebody")
            }
            guard case .nothingToCompare? = error else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    @Test func whatIsTakenAwayAsAFileGivesTheSameNumbers() async throws {
        let bench = TwoTeams.bench(folder)
        let report = try await bench.look(TwoTeams.question(), .first, for: "somebody")
        let text = try bench.file(of: TwoTeams.question(), 0)
        #expect(text.contains("teams.north.staff.pwp.count=3") && text.contains("Two Teams: More"))
        var request = ComparisonRequest([TwoTeams.source, .text(text, name: "more.yaml")])
        request.replications = LookStage.first.runs
        request.settings.weeks = 6
        #expect(try request.prepare().run().report().rows == report.rows)
        // And it is forecast by itself.
        var forecast = ForecastRequest(of: .scenario(.text(text, name: "more.yaml")))
        forecast.length = .replications(2)
        #expect(try forecast.prepare().run().replications == 2)
    }

    @Test func whoeverAsksSomethingElseGivesUpWhatTheyAsked() async throws {
        let queue = LookQueue(processors: 1)
        let hasBegun = Mutex(false)
        // It works until it is given up, however long that takes.
        let first = Task {
            try await queue.run("somebody", rank: 1) { isCancelled in
                hasBegun.withLock { $0 = true }
                while !isCancelled() { usleep(1_000) }
                throw BenchFault.givenUp
            }
        }
        while !hasBegun.withLock({ $0 }) { await Task.yield() }
        let waiting = Task { try await queue.run("another", rank: 1) { _ in 8 } }
        #expect(try await queue.run("somebody", rank: 0) { _ in 7 } == 7)
        let error = await #expect(throws: BenchFault.self) { _ = try await first.value }
        guard case .givenUp? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try await waiting.value == 8, "nobody else's is given up")
    }

    @Test func aLookThatIsGivenUpStops() throws {
        let request = ComparisonRequest([TwoTeams.source], variants: [.init(name: "As it is", changes: [])])
        let error = #expect(throws: BenchFault.self) { _ = try Bench.report(of: request) { true } }
        guard case .givenUp? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aBenchThatIsClosedTakesNothing() async throws {
        let bench = TwoTeams.bench(folder)
        bench.close()
        let error = await #expect(throws: BenchFault.self) {
            _ = try await bench.look(TwoTeams.question(), .first, for: "somebody")
        }
        #expect(error?.words.contains("ask again") == true)
    }

    @Test func whatIsNotThereOrTooLargeIsSaid() throws {
        let teams = (1...13).map {
            "  - { name: t\($0), title: T, staff: [{ role: pwp, count: 1 }, { role: hit, count: 1 }] }"
        }
        let large = "name: large\nstarts: 2026-11-23\nweeks: 4\nteams:\n" + teams.joined(separator: "\n") + "\n"
        for (text, words) in [(large, "13 teams"), ("name: broken\nteams: 3\n", "cannot be forecast")] {
            let bench = Bench(
                ScenarioShelf(own: .text(text), folder: nil), saved: SavedShelf(in: folder.url),
                setUps: Shelf(in: folder.url), firstDays: nil,
                processors: 1)
            let error = #expect(throws: BenchFault.self) { _ = try bench.scenario(ScenarioShelf.ownName) }
            #expect(error?.words.contains(words) == true, "\(error?.words ?? "")")
        }
        let error = #expect(throws: BenchFault.self) { _ = try TwoTeams.bench(folder).scenario("nowhere") }
        #expect(error?.words.contains("nowhere") == true)
    }

    @Test func whoeverMovesASliderReadsOfNoFileOfTheServers() {
        let fault = FileFault(
            file: "/srv/Scenarios/two.yaml", line: 3, key: "teams.north.staff", message: "nobody is trained in it",
            allowed: "staff with modalities: [cbt]")
        let errors = ScenarioErrors(kind: .badData, diagnostics: [fault, fault])
        let words = "This scenario cannot be forecast: nobody is trained in it; nobody is trained in it"
        #expect(BenchFault(errors).words == words)
        #expect(BenchFault(ForecastingError.scenario(errors)).words == words)
        #expect(BenchFault(ForecastingError.cancelled).words == BenchFault.givenUp.words)
    }
}
