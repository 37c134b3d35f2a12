import CareModel
public import Forecasting
import Foundation
import Planning
import Reporting
public import ScenarioFiles
import ServicePlanning

/// Where plans are asked for and found: what `stepcare plan` would find of the same words.
public struct PlanBench: Sendable {
    private let firstDays: KeptFirstDays?
    private let chartScript: String

    /// - Parameters:
    ///   - firstDays: where first days are kept; nil makes them anew for each plan.
    ///   - chartScript: what draws the charts of a page that is taken away; empty leaves its tables.
    public init(firstDays: KeptFirstDays?, chartScript: String) {
        self.firstDays = firstDays
        self.chartScript = chartScript
    }

    /// The name under which the parts of a page are kept that a page of the desk shows.
    public static let parts = "parts.html"
    /// The name under which the parts are kept that whoever buys the service looks at first.
    public static let chosen = "chosen.html"

    /// What a plan of a scenario can be asked of.
    /// - Throws: ``BenchFault``.
    public func menu(of entry: ScenarioShelf.Entry, changes: [ScenarioChange] = []) throws(BenchFault) -> PlanMenu {
        try PlanMenu(entry.source, changes: changes)
    }

    /// What is wrong with what is asked; nothing if it can be searched for.
    public func faults(of wish: PlanWish) -> [AskedFault] {
        do throws(ServicePlanningError) {
            _ = try wish.request.prepare()
            return []
        } catch {
            switch error {
            case .faults(let faults): return faults.map { AskedFault($0.setting, $0.given, $0.reason) }
            case .forecasting(let error): return [AskedFault("scenario", "", error.description)]
            case .resumption(let words): return [AskedFault("scenario", "", words)]
            }
        }
    }

    /// Finds a plan, from what was kept of it.
    func find(_ wish: PlanWish, _ tools: LongTools) throws(LongFault) -> LongResult {
        var request = wish.request
        request.firstDays = firstDays
        let found: ServicePlanOutcome
        do throws(ServicePlanningError) {
            found = try request.prepare().run(
                from: try Self.state(tools),
                PlanWatch(
                    progress: { tools.progress(LongProgress($0)) }, isCancelled: tools.isCancelled),
                keep: { state in tools.keep(try? JSONEncoder().encode(state)) })
        } catch {
            throw Self.fault(error, tools)
        }
        guard found.outcome.ending != .cancelled else { throw .cancelled }
        let report = found.report(
            command: found.prepared.commandLine(wish.texts.first?.name ?? ""), beside: try beside(found, tools))
        var files = PlanFolder.files(report, scenario: found.text, chartScript: chartScript)
        let names = (files.map(\.name) + [ManifestFile.name]).sorted()
        files.append((ManifestFile.name, ManifestFile.text(report, files: names)))
        files.append((Self.parts, Self.atTheDesk(ReportParts.html(report))))
        files.append((Self.chosen, Self.atTheDesk(ReportParts.chosen(report))))
        return LongResult(sentence: PlanWords.headline(report), files: files)
    }

    /// Without the names of options: on a page they are controls.
    private static func atTheDesk(_ html: String) -> String {
        html.replacing(
            "--hires-per-quarter tells another pace, --weeks a longer time",
            with: "another pace and more weeks can be asked for")
    }

    /// What was kept to go on from.
    private static func state(_ tools: LongTools) throws(ServicePlanningError) -> PlanState? {
        guard let data = tools.kept() else { return nil }
        do {
            return try JSONDecoder().decode(PlanState.self, from: data)
        } catch {
            throw .resumption("what was tried before cannot be read")
        }
    }

    /// Why there is no plan. What cannot be gone on from is taken away, so that whoever goes on begins anew.
    private static func fault(_ error: ServicePlanningError, _ tools: LongTools) -> LongFault {
        switch error {
        case .forecasting(.cancelled): return .cancelled
        case .resumption(let words):
            tools.keep(nil)
            return .because("What was tried before cannot be gone on from (\(words)): 'Go on' begins anew.")
        case .faults(let faults): return .because(faults.map(\.reason).joined(separator: "; "))
        case .forecasting(let error): return .because(error.description)
        }
    }

    /// The service as it is and with the plan, side by side.
    private func beside(_ found: ServicePlanOutcome, _ tools: LongTools) throws(LongFault) -> ComparisonReport? {
        guard let request = found.beside else { return nil }
        tools.progress(LongProgress("Playing the plan beside things as they are"))
        do throws(ForecastingError) {
            return try request.prepare().run(RunWatch(isCancelled: tools.isCancelled)).report()
        } catch {
            if case .cancelled = error { throw .cancelled }
            throw .because(error.description)
        }
    }
}

/// Something that was asked and cannot be: where, what was given, what is wrong with it and what is allowed.
public struct AskedFault: Hashable, Sendable {
    /// Where it was asked, as the command calls it: `target`, `vary`, `budget` …
    public let setting: String
    /// What was given.
    public let given: String
    /// What is wrong with it, and what is allowed.
    public let reason: String

    init(_ setting: String, _ given: String, _ reason: String) {
        (self.setting, self.given, self.reason) = (setting, given, reason)
    }
}

extension LongProgress {
    /// How far a search has got.
    fileprivate init(_ progress: PlanWatch.Progress) {
        switch progress {
        case .firstDays: self.init("Preparing the first days")
        case .today: self.init("Playing the service as it is")
        case .search(let stage, let done, let budget):
            let words =
                switch stage {
                case .design: "Looking round"
                case .search: "Searching"
                case .polish: "Trying the neighbours of the best"
                case .finalists: "Testing the best in runs that the search never saw"
                }
            self.init(words, done: done, of: budget)
        }
    }
}
