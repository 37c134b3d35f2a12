import CareModel
public import Forecasting
import Foundation
public import Reporting
import ScenarioFiles
import ServiceSimulation
import Synchronization

/// Where what-ifs are tried: a service as it is, and beside it with something changed, over the same people.
///
/// ```swift
/// let scenario = try bench.scenario("north-essex")
/// let more = WhatIf(name: "Two more", settings: [.init(slider: "mid-essex.posts.1", value: 12)])
/// let question = Question(scenario: "north-essex", weeks: 52, whatIfs: [more])
/// let first = try await bench.look(question, .first, for: "user 3")
/// let whole = try await bench.look(question, .whole, for: "user 3")
/// ```
public final class Bench: Sendable {
    /// Most teams of a scenario that is tried out while somebody waits.
    static let mostTeams = 12
    /// Answers that are kept for whoever asks again.
    private static let mostAnswers = 40

    /// The scenarios that can be asked of.
    public let shelf: ScenarioShelf
    /// What is kept.
    public let saved: SavedShelf
    private let firstDays: KeptFirstDays?
    private let queue: LookQueue
    private let known = Mutex<[(name: String, scenario: BenchScenario)]>([])
    private let answers = Mutex<[(question: Question, stage: LookStage, report: ComparisonReport)]>([])
    private let warmed = Mutex<[String]>([])

    /// A bench.
    /// - Parameters:
    ///   - firstDays: where first days are kept; nil makes them anew for each question.
    ///   - processors: pieces of work at once.
    public init(_ shelf: ScenarioShelf, saved: SavedShelf, firstDays: KeptFirstDays?, processors: Int) {
        self.shelf = shelf
        self.saved = saved
        self.firstDays = firstDays
        queue = LookQueue(processors: processors)
    }

    /// Questions that wait or are worked on.
    var queueCount: Int { queue.count }

    /// Ends what is worked on, and takes nothing more.
    public func close() { queue.close() }

    /// A scenario of the shelf, with its sliders.
    /// - Throws: ``BenchFault``.
    public func scenario(_ name: String) throws(BenchFault) -> BenchScenario {
        if let found = known.withLock({ $0.first { $0.name == name }?.scenario }) { return found }
        guard let entry = shelf.entries.first(where: { $0.name == name }) else { throw .noScenario(name) }
        let made = try BenchScenario(entry)
        known.withLock { known in
            if !known.contains(where: { $0.name == name }) { known.append((name, made)) }
        }
        return made
    }

    /// The what-ifs of a question beside the scenario as it is.
    /// - Parameter person: who asks: what they asked before is given up.
    /// - Throws: ``BenchFault``.
    public func look(
        _ question: Question, _ stage: LookStage, for person: String
    ) async throws -> ComparisonReport {
        let request = try request(question, stage)
        if let answer = answer(question, stage) { return answer }
        let report = try await queue.run(person, rank: stage.rawValue) { isCancelled in
            try Self.report(of: request, isCancelled)
        }
        keep(report, question, stage)
        return report
    }

    /// Makes the first days of a scenario ready, for whoever is about to ask.
    public func warm(_ name: String) async {
        let isNew = warmed.withLock { warmed in
            guard !warmed.contains(name) else { return false }
            warmed.append(name)
            return true
        }
        guard isNew, firstDays != nil, let scenario = try? scenario(name) else { return }
        var request = ForecastRequest(of: .scenario(scenario.source))
        request.length = .replications(scenario.firstDays)
        request.settings.weeks = 1
        request.firstDays = firstDays
        let asked = request
        // Under a name that nobody has: nobody's question gives it up.
        let ready: Void? = try? await queue.run("first days of \(name)", rank: LookStage.first.rawValue) {
            isCancelled in
            _ = try asked.prepare().run(RunWatch(isCancelled: isCancelled))
        }
        if ready == nil { warmed.withLock { warmed in warmed.removeAll { $0 == name } } }
    }

    /// A what-if of a question as a scenario file of its own.
    /// - Throws: ``BenchFault``.
    public func file(of question: Question, _ place: Int) throws(BenchFault) -> String {
        guard question.whatIfs.indices.contains(place) else { throw .nothingToCompare }
        return try scenario(question.scenario).file(of: question.whatIfs[place])
    }

    /// What is asked, as `stepcare compare` asks it.
    func request(_ question: Question, _ stage: LookStage) throws(BenchFault) -> ComparisonRequest {
        guard Question.weeksAllowed.contains(question.weeks) else { throw .weeks(Question.weeksAllowed) }
        guard (1...Question.most).contains(question.whatIfs.count) else { throw .nothingToCompare }
        let scenario = try scenario(question.scenario)
        var faults: [SliderFault] = []
        var variants: [ComparisonRequest.Variant] = []
        for whatIf in question.whatIfs {
            do throws(SliderFault) {
                variants.append(.init(name: whatIf.name, changes: try whatIf.changes(scenario.sliders)))
            } catch {
                faults.append(error)
            }
        }
        guard faults.isEmpty else { throw .sliders(faults) }
        var request = ComparisonRequest([scenario.source], variants: variants)
        request.replications = stage.runs
        request.settings.weeks = question.weeks
        request.firstDays = firstDays
        request.runs = scenario.runs
        return request
    }

    private static func report(
        of request: ComparisonRequest, _ isCancelled: @escaping @Sendable () -> Bool
    ) throws -> ComparisonReport {
        do throws(ForecastingError) {
            return try request.prepare().run(RunWatch(isCancelled: isCancelled)).report()
        } catch {
            if case .cancelled = error { throw BenchFault.givenUp }
            throw BenchFault.scenario(error.description)
        }
    }

    private func answer(_ question: Question, _ stage: LookStage) -> ComparisonReport? {
        answers.withLock { $0.first { $0.question == question && $0.stage == stage }?.report }
    }

    /// The oldest go first.
    private func keep(_ report: ComparisonReport, _ question: Question, _ stage: LookStage) {
        answers.withLock { answers in
            answers.removeAll { $0.question == question && $0.stage == stage }
            answers.append((question, stage, report))
            if answers.count > Self.mostAnswers { answers.removeFirst() }
        }
    }
}
