import CareModel
public import Forecasting
import Foundation
public import Reporting
public import ScenarioFiles
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
    /// A value that a what-if lays over its scenario.
    public typealias Change = ScenarioChange

    /// Most teams of a scenario that is tried out while somebody waits.
    static let mostTeams = 12
    /// Answers that are kept for whoever asks again.
    private static let mostAnswers = 40

    /// The scenarios that can be asked of.
    public let shelf: ScenarioShelf
    /// What is kept.
    public let saved: SavedShelf
    /// Services that somebody described by answers.
    public let setUps: Shelf<SavedSetUp>
    /// Forecasts that are kept, so that what happens can be laid over them; nil where none are.
    public let forecasts: ForecastShelf?
    let firstDays: KeptFirstDays?
    let queue: LookQueue
    /// Judgements of those, by the names of their scenarios, the oldest first.
    let judging = Mutex<[(name: String, task: Task<SetUpJudgement, any Error>)]>([])
    /// Those that are there.
    let judged = Mutex<[(name: String, judgement: SetUpJudgement)]>([])
    /// Judgements that are kept.
    static let mostJudgements = 40
    /// What whoever buys services has asked.
    let standings = Mutex(Standings())
    let today: TodayList?
    private let known = Mutex<[(name: String, scenario: BenchScenario)]>([])
    private let answers = Mutex<[Answer]>([])
    private let warmed = Mutex<[String]>([])

    /// What was asked, of a list that was read at a minute if it is of today, and what was found.
    private struct Answer {
        var question: Question
        var stage: LookStage
        var readAt: CivilMinute?
        var report: ComparisonReport
    }

    /// A bench.
    /// - Parameters:
    ///   - setUps: where services are kept that are described by answers.
    ///   - forecasts: where forecasts are kept; nil keeps none.
    ///   - today: the database of the service whose list of today can be asked of; nil if there is none.
    ///   - firstDays: where first days are kept; nil makes them anew for each question.
    ///   - processors: pieces of work at once.
    public init(
        _ shelf: ScenarioShelf, saved: SavedShelf, setUps: Shelf<SavedSetUp>, forecasts: ForecastShelf? = nil,
        today: String? = nil, firstDays: KeptFirstDays?, processors: Int
    ) {
        self.setUps = setUps
        self.forecasts = forecasts
        self.today = today.map(TodayList.init)
        self.shelf = shelf
        self.saved = saved
        self.firstDays = firstDays
        queue = LookQueue(processors: processors)
    }

    /// Whether what-ifs may begin with the service's list of today.
    public var hasToday: Bool { today != nil }

    /// Questions that wait or are worked on.
    var queueCount: Int { queue.count }

    /// Ends what is worked on, and takes nothing more.
    public func close() { queue.close() }

    /// A scenario of the shelf, with its sliders.
    /// - Throws: ``BenchFault``.
    public func scenario(_ name: String) throws(BenchFault) -> BenchScenario {
        if let found = known.withLock({ $0.first { $0.name == name }?.scenario }) { return found }
        guard let entry = entries.first(where: { $0.name == name }) else { throw .noScenario(name) }
        let made = try BenchScenario(entry)
        known.withLock { known in
            if !known.contains(where: { $0.name == name }) { known.append((name, made)) }
        }
        return made
    }

    /// A scenario of the shelf, or the service's own with its list of today.
    /// - Parameters:
    ///   - person: who asks.
    ///   - moment: who that is to the service, and when; nil has no list of today.
    /// - Throws: ``BenchFault``.
    public func scenario(
        _ name: String, for person: String, at moment: LookMoment?
    ) async throws(BenchFault) -> BenchScenario {
        guard name == ScenarioShelf.todayName, let today, let moment else { return try scenario(name) }
        if let known = today.known(at: moment) { return known }
        do {
            // Under a name of its own: it gives up nothing that the person asked before, and is read on a thread that
            // may wait.
            return try await queue.run("today's list for \(person)", rank: LookStage.first.rawValue) { _ in
                try today.read(at: moment)
            }
        } catch let fault as BenchFault { throw fault } catch { throw .scenario("\(error)") }
    }

    /// The what-ifs of a question beside the scenario as it is.
    /// - Parameters:
    ///   - person: who asks: what they asked before is given up.
    ///   - moment: who that is to the service, and when, for a question about today.
    /// - Throws: ``BenchFault``.
    public func look(
        _ question: Question, _ stage: LookStage, for person: String, at moment: LookMoment? = nil
    ) async throws -> ComparisonReport {
        let scenario = try await scenario(question.scenario, for: person, at: moment)
        let request = try request(question, stage, of: scenario)
        if let answer = answer(question, stage, scenario.readAt) { return answer }
        let report = try await queue.run(person, rank: stage.rawValue) { isCancelled in
            try Self.report(of: request, isCancelled)
        }
        keep(Answer(question: question, stage: stage, readAt: scenario.readAt, report: report))
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
    ///
    /// Of a question about today it is the service's own scenario, changed: the list stays in the database.
    public func file(of question: Question, _ place: Int) throws(BenchFault) -> String {
        guard question.whatIfs.indices.contains(place) else { throw .nothingToCompare }
        let isToday = question.scenario == ScenarioShelf.todayName
        return try scenario(isToday ? ScenarioShelf.ownName : question.scenario).file(of: question.whatIfs[place])
    }

    /// What a what-if of a question changes, as `--set` takes it.
    /// - Throws: ``BenchFault``.
    public func changes(of question: Question, _ place: Int) throws(BenchFault) -> [Change] {
        guard question.whatIfs.indices.contains(place) else { throw .nothingToCompare }
        let sliders = try scenario(question.scenario).sliders
        do throws(SliderFault) {
            return try question.whatIfs[place].changes(sliders)
        } catch {
            throw .sliders([error])
        }
    }

    /// What is asked, as `stepcare compare` asks it.
    private func request(
        _ question: Question, _ stage: LookStage, of scenario: BenchScenario
    ) throws(BenchFault) -> ComparisonRequest {
        guard Question.weeksAllowed.contains(question.weeks) else { throw .weeks(Question.weeksAllowed) }
        guard (1...Question.most).contains(question.whatIfs.count) else { throw .nothingToCompare }
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
        var request = scenario.request(variants)
        request.replications = stage.runs
        request.settings.weeks = question.weeks
        request.firstDays = firstDays
        // What is remembered says nothing of a list that changes post by post.
        request.runs = scenario.readAt == nil ? scenario.runs : nil
        return request
    }

    static func report(
        of request: ComparisonRequest, _ isCancelled: @escaping @Sendable () -> Bool
    ) throws -> ComparisonReport {
        do throws(ForecastingError) {
            return try request.prepare().run(RunWatch(isCancelled: isCancelled)).report()
        } catch {
            throw BenchFault(error)
        }
    }

    private func answer(_ question: Question, _ stage: LookStage, _ readAt: CivilMinute?) -> ComparisonReport? {
        answers.withLock { answers in
            answers.first { $0.question == question && $0.stage == stage && $0.readAt == readAt }?.report
        }
    }

    /// The oldest go first.
    private func keep(_ answer: Answer) {
        answers.withLock { answers in
            answers.removeAll {
                $0.question == answer.question && $0.stage == answer.stage && $0.readAt == answer.readAt
            }
            answers.append(answer)
            if answers.count > Self.mostAnswers { answers.removeFirst() }
        }
    }
}
