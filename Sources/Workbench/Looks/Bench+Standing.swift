import Forecasting
public import Reporting
import ScenarioFiles
import Synchronization

/// A service as whoever buys it looks at it: which, and how far ahead.
public struct StandingQuestion: Hashable, Sendable {
    /// The scenario, by its name on the shelf.
    public var scenario: String
    /// Weeks that are looked ahead.
    public var weeks: Int

    /// A question.
    public init(scenario: String, weeks: Int) { (self.scenario, self.weeks) = (scenario, weeks) }
}

/// What is known of services, and what is being worked out.
struct Standings {
    struct Key: Hashable {
        var question: StandingQuestion
        var stage: LookStage
    }

    /// Answers that are kept for whoever asks again.
    static let most = 40

    var working: [(key: Key, task: Task<Forecast, any Error>)] = []
    /// The oldest first.
    var known: [(key: Key, forecast: Forecast)] = []
}

extension Bench {
    /// How a service stands that goes on as it is: the figures that may be shared with whoever buys it, by team and by
    /// who people are. It is worked out once, for however many ask.
    /// - Throws: ``BenchFault``.
    public func standing(_ question: StandingQuestion, _ stage: LookStage) async throws -> Forecast {
        if let known = knownStanding(question, stage) { return known }
        guard Question.weeksAllowed.contains(question.weeks) else { throw BenchFault.weeks(Question.weeksAllowed) }
        let request = try scenario(question.scenario).standingRequest(question, stage, firstDays)
        let key = Standings.Key(question: question, stage: stage)
        let task = standings.withLock { standings -> Task<Forecast, any Error> in
            if let known = standings.working.first(where: { $0.key == key })?.task { return known }
            let task = Task { try await self.workOut(key, request) }
            standings.working.append((key, task))
            return task
        }
        defer { standings.withLock { standings in standings.working.removeAll { $0.key == key } } }
        return try await task.value
    }

    /// The same, if it is there already.
    public func knownStanding(_ question: StandingQuestion, _ stage: LookStage) -> Forecast? {
        let key = Standings.Key(question: question, stage: stage)
        return standings.withLock { standings in standings.known.first { $0.key == key }?.forecast }
    }

    private func workOut(_ key: Standings.Key, _ request: ForecastRequest) async throws -> Forecast {
        // Under a name of its own: nobody's question gives it up.
        let name = "\(key.stage) standing of \(key.question.scenario) for \(key.question.weeks) weeks"
        let forecast = try await queue.run(name, rank: key.stage.rawValue) { isCancelled in
            do throws(ForecastingError) {
                return SharedFigures.of(try request.prepare().run(RunWatch(isCancelled: isCancelled)).report())
            } catch {
                throw BenchFault(error)
            }
        }
        standings.withLock { standings in
            standings.known.append((key, forecast))
            if standings.known.count > Standings.most { standings.known.removeFirst() }
        }
        return forecast
    }
}

extension BenchScenario {
    /// What is asked, as `stepcare forecast` asks it with groups of people.
    fileprivate func standingRequest(
        _ question: StandingQuestion, _ stage: LookStage, _ firstDays: KeptFirstDays?
    ) -> ForecastRequest {
        var request = ForecastRequest(of: .scenario(source))
        request.length = .replications(stage.runs)
        request.settings.weeks = question.weeks
        request.settings.measuresGroups = true
        request.firstDays = firstDays
        return request
    }
}
