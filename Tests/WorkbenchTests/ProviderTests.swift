import Calibration
import CareModel
import Foundation
import PublishedSamples
import PublishedStatistics
import Reporting
import ScenarioFiles
import ServiceSimulation
import TestSupport
import Testing

@testable import Workbench

/// Providers of the national file by name, and what is fitted to them.
@Suite struct ProviderTests {
    private static func figures(_ text: String) async throws -> (NationalFigures, Folder) {
        let folder = try Folder()
        try folder.write("national.csv", text)
        let figures = NationalFigures(path: folder.file("national.csv"))
        for _ in 0..<5000 {
            if case .reading = figures.state { try await Task.sleep(for: .milliseconds(2)) } else { break }
        }
        return (figures, folder)
    }

    @Test func aProviderIsFoundByAPartOfItsName() async throws {
        let (figures, folder) = try await Self.figures(MadeUpProvider.text())
        guard case .ready(let count, let until) = figures.state else {
            Issue.record("\(figures.state)")
            return
        }
        #expect(count == 1 && until == "2024-03")
        for text in ["", "hill river", "abc1", "Service"] {
            #expect(figures.providers(with: text).map(\.code) == ["ABC1"], "\(text)")
        }
        #expect(figures.providers(with: "valley").isEmpty)
        #expect(figures.suggestions(for: "ABD1").map(\.code) == ["ABC1"])
        let entry = try #require(figures.provider("abc1"))
        #expect(entry.name == "River and Hill Service" && entry.referrals ?? 0 > 3000)
        #expect(figures.provider("nobody") == nil && figures.history(of: "nobody") == nil)
        withExtendedLifetime(folder) {}
    }

    /// Each number is that of the file, in the measure's unit.
    @Test func itsHistoryIsWhatWasPublished() async throws {
        let (figures, folder) = try await Self.figures(
            MadeUpProvider.text { measure, month, value in
                measure == .referrals && month.description == "2023-05" ? nil : String(Int(value.rounded()))
            })
        let history = try #require(figures.history(of: "ABC1"))
        let series = try PublishedFile(path: folder.file("national.csv")).series(of: "ABC1")
        #expect(history.months.count == MadeUpProvider.months && history.lines.count == 10)
        for (measure, published, scale) in [
            ("referrals", PublishedMeasure.referrals, 1.0), ("recovery", .recoveryShare, 0.01),
        ] {
            let line = try #require(history.lines.first { $0.measure == measure })
            #expect(line.values == series.values(published).map { value in value.map { $0 * scale } })
        }
        let gap = try #require(history.months.firstIndex { $0.description == "2023-05-01" })
        #expect(history.lines.first { $0.measure == "referrals" }?.values[gap] == nil)
        let lines = history.table.text.split(whereSeparator: \.isNewline)
        #expect(lines.count == 1 + MadeUpProvider.months * 10)
        #expect(lines.contains("2023-05-01,referrals,people,"))
        #expect(lines.contains { $0.hasPrefix("2023-04-01,referrals,people,") && !$0.hasSuffix(",") })
    }

    @Test func whatKeepsItFromBeingFittedIsSaid() async throws {
        let (figures, folder) = try await Self.figures(MadeUpProvider.text())
        #expect(figures.fault(of: FitWish(code: "ABC1", until: "2024-03")) == nil)
        let soon = try #require(figures.fault(of: FitWish(code: "ABC1", until: "2021-06")))
        #expect(soon.contains("too few months"))
        #expect(figures.fault(of: FitWish(code: "ABC1", until: "soon"))?.contains("month") == true)
        #expect(figures.fault(of: FitWish(code: "ABC1", until: "2031-01"))?.contains("nothing of 2031-01") == true)
        #expect(figures.ends.first == "2024-03" && figures.ends.count == MadeUpProvider.months - 12)
        withExtendedLifetime(folder) {}
    }

    @Test func aFileThatCannotBeReadIsSaid() async throws {
        let (figures, folder) = try await Self.figures("nothing,of,the,kind\n")
        guard case .failed(let why) = figures.state else {
            Issue.record("\(figures.state)")
            return
        }
        #expect(!why.isEmpty && figures.providers(with: "").isEmpty)
        #expect(figures.fault(of: FitWish(code: "A", until: "2024-03"))?.contains("not there yet") == true)
        withExtendedLifetime(folder) {}
    }

    /// The fitted scenario is that of `stepcare calibrate`, stays, and is on the shelf of what-ifs.
    /// Without optimisation a fit and its forecast take a quarter of an hour.
    @Test(.enabled(if: isOptimised)) func aFitStaysAndCanBeTriedOut() async throws {
        let (figures, folder) = try await Self.figures(MadeUpProvider.text())
        var little = Calibration.Settings()
        (little.rounds, little.steps, little.leastReferrals, little.yearRuns) = (1, 1, 300, 1)
        let work = BackgroundWork(
            in: URL(filePath: folder.file("background")), plans: PlanBench(firstDays: nil, chartScript: ""),
            fits: FitBench(figures, chartScript: "// charts", effort: little))
        #expect(work.fittedScenarios.isEmpty)
        let number = try work.ask(
            .fit(FitWish(code: "ABC1", until: "2024-03")), title: "River and Hill", asked: [], owner: 1,
            ownerName: "Mo", at: "now", once: "")
        for _ in 0..<600_000 {
            if work.find(number)?.state.isOver == true { break }
            try await Task.sleep(for: .milliseconds(2))
        }
        guard case .done(let sentence)? = work.find(number)?.state else {
            Issue.record("\(String(describing: work.find(number)?.state))")
            return
        }
        #expect(!sentence.isEmpty)
        for file in ["scenario.yaml", "parts.html", "fit.html", "forecast.html", "measures.csv", "summary.txt"] {
            #expect(work.file(file, of: number)?.isEmpty == false, "\(file)")
        }
        let entry = try #require(work.fittedScenarios.first)
        #expect(entry.name == "fit-abc1-\(number)" && entry.title == "River and Hill")
        let shelf = ScenarioShelf(own: nil, folder: nil) { work.fittedScenarios }
        let bench = Bench(
            shelf, saved: SavedShelf(in: URL(filePath: folder.file("saved"))),
            setUps: Shelf(in: URL(filePath: folder.file("set-ups"))), firstDays: nil, processors: 1)
        #expect(try bench.scenario(entry.name).sliders.count > 3)
        let verdict = try #require(work.file(FitBench.verdict, of: number))
        let text = try #require(work.file(FitBench.scenario, of: number)).text
        let loaded = try ScenarioLoader.load(.text(text))
        #expect(loaded.scenario.teams[0].fit.verdict.name == verdict.text)
        // Without the national file it is still there; another is refused in words.
        work.close()
    }
}

/// Whether the tests are compiled to be quick: then nothing is asserted.
private var isOptimised: Bool {
    var isAsserted = false
    assert({ isAsserted = true }() == ())
    return !isAsserted
}

extension Data {
    fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
