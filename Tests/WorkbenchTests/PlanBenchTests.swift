import CareModel
import Forecasting
import Foundation
import Planning
import Reporting
import ScenarioFiles
import ServicePlanning
import Synchronization
import TestSupport
import Testing

@testable import Workbench

/// A plan in the background is that of `stepcare plan`, however often it was stopped.
@Suite struct PlanBenchTests {
    static let text = SmallScenario.toPlan.text

    private let bench = PlanBench(firstDays: nil, chartScript: "// charts")

    private var wish: PlanWish {
        var wish = PlanWish(texts: [ScenarioText(name: "two.yaml", text: Self.text)])
        wish.targets = ["waiting-first-appointment<=40"]
        wish.variations = ["north:pwp=0..3", "south:pwp=0..2"]
        wish.budget = 300
        wish.letsWaitsMove = true
        return wish
    }

    /// What is kept, and whether to stop.
    private final class Notes: Sendable {
        let kept = Mutex<Data?>(nil)
        let told = Mutex<[LongProgress]>([])
        let stopsAt: Int

        init(stopsAt: Int = .max) { self.stopsAt = stopsAt }

        var tools: LongTools {
            LongTools(
                kept: { self.kept.withLock { $0 } }, keep: { data in self.kept.withLock { $0 = data } },
                progress: { progress in self.told.withLock { $0.append(progress) } },
                isCancelled: { self.told.withLock { $0.contains { $0.done >= self.stopsAt } } })
        }
    }

    @Test func itIsThePlanOfTheCommand() throws {
        let found = try bench.find(wish, Notes().tools)
        var request = PlanRequest(
            .text(Self.text, name: "two.yaml"), targets: ["waiting-first-appointment<=40"])
        request.variations = ["north:pwp=0..3", "south:pwp=0..2"]
        request.budget = 300
        request.letsWaitsMove = true
        // Threads change nothing.
        request.settings.threads = 2
        let outcome = try request.prepare().run()
        let beside = try #require(outcome.beside)
        let report = outcome.report(
            command: outcome.prepared.commandLine("two.yaml"), beside: try beside.prepare().run().report())
        let files = PlanFolder.files(report, scenario: outcome.text, chartScript: "// charts")
        #expect(report.isFound && files.count > 8)
        for file in files { #expect(found.files.first { $0.name == file.name }?.text == file.text, "\(file.name)") }
        let manifest = try #require(found.files.first { $0.name == "manifest.csv" })
        #expect(ManifestFile.files(in: manifest.text) == (files.map(\.name) + ["manifest.csv"]).sorted())
        // The parts that the desk shows are those of the page that can be mailed, without its commands.
        let page = try #require(files.first { $0.name == "report.html" }).text
            .split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.contains("<code>stepcare ") }.joined(separator: "\n")
        let parts = try #require(found.files.first { $0.name == PlanBench.parts }).text
        let sections = parts.components(separatedBy: "<section ").dropFirst().map { part in
            String(part[..<(part.range(of: "</section>")?.lowerBound ?? part.endIndex)])
        }
        #expect(sections.count >= 4)
        for section in sections { #expect(page.contains("<section " + section), "\(section.prefix(40))") }
        #expect(!report.nextCommand.isEmpty && !parts.contains("<code>stepcare "))
        #expect(found.sentence == PlanWords.summary(report).split(separator: "\n").first.map(String.init))
    }

    @Test func whatWasStoppedGoesOnToTheSamePlan() throws {
        let whole = Notes()
        let found = try bench.find(wish, whole.tools)
        let stopped = Notes(stopsAt: 60)
        #expect(throws: LongFault.cancelled) { _ = try bench.find(wish, stopped.tools) }
        let kept = try #require(stopped.kept.withLock { $0 })
        let again = Notes()
        again.kept.withLock { $0 = kept }
        let later = try bench.find(wish, again.tools)
        #expect(later.files.map(\.name) == found.files.map(\.name))
        for (one, other) in zip(later.files, found.files) { #expect(one.text == other.text, "\(one.name)") }
        // It did not begin anew: the first runs that it tells of are not the first that there are.
        let (first, anew) = (again.told.withLock { $0 }, whole.told.withLock { $0 })
        let done = try #require(first.first { $0.of > 0 }?.done)
        #expect(done >= anew.first { $0.of > 0 }?.done ?? 0)
        #expect(first.count { $0.of > 0 } <= anew.count { $0.of > 0 })
    }

    @Test func whatIsKeptOfAnotherPlanIsSaidAndTakenAway() throws {
        let other = Notes(stopsAt: 60)
        #expect(throws: LongFault.cancelled) { _ = try bench.find(wish, other.tools) }
        var changed = wish
        changed.seed = 2
        let kept = other.kept.withLock { $0 }
        let later = Notes()
        later.kept.withLock { $0 = kept }
        #expect(kept != nil)
        let error = #expect(throws: LongFault.self) { _ = try bench.find(changed, later.tools) }
        #expect(error?.words.contains("begins anew") == true && later.kept.withLock { $0 } == nil)
        let damaged = Notes()
        damaged.kept.withLock { $0 = Data("{".utf8) }
        #expect(throws: LongFault.self) { _ = try bench.find(wish, damaged.tools) }
        #expect(damaged.kept.withLock { $0 } == nil)
    }

    @Test func everythingThatIsWrongIsSaid() {
        var wrong = wish
        wrong.targets = ["nothing-of-the-kind>=1", "waiting-first-appointment<=20@2031"]
        wrong.budget = 0
        wrong.variations = ["east:pwp=0..3"]
        let faults = bench.faults(of: wrong)
        #expect(faults.map(\.setting) == ["budget", "target", "target", "vary"], "\(faults)")
        #expect(faults.contains { $0.given == wrong.targets[1] && $0.reason.contains("not within the forecast") })
        #expect(bench.faults(of: wish).isEmpty)
        #expect(!bench.faults(of: PlanWish(texts: [ScenarioText(name: "a.yaml", text: "teams: 3")])).isEmpty)
    }

    @Test func theMenuNamesWhatCanBeATarget() throws {
        let shelf = ScenarioShelf(own: .text(Self.text, name: "two.yaml"), folder: nil)
        let entry = try #require(shelf.entries.first)
        let menu = try bench.menu(of: entry, changes: [ScenarioChange(key: "weeks", value: "30")])
        #expect(menu.weeks == 30 && menu.teams.map(\.name) == ["north", "south"] && menu.measures.count > 20)
        // Each of them is taken as a target.
        for item in menu.measures {
            var wish = menu.wish
            wish.targets = ["\(item.name)>=0\(item.unit == .share ? "%" : "")"]
            wish.variations = ["pwp=0..2"]
            #expect(bench.faults(of: wish).isEmpty, "\(item.name): \(bench.faults(of: wish))")
        }
        let error = #expect(throws: BenchFault.self) {
            _ = try bench.menu(of: entry, changes: [ScenarioChange(key: "nothing", value: "1")])
        }
        #expect(error?.words.contains("cannot be forecast") == true)
    }
}
