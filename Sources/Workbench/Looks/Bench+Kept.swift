import BookingStore
import CareModel
import Forecasting
public import Foundation
import PublishedStatistics
public import Reporting
import ScenarioFiles

extension Bench {
    /// Makes a forecast and keeps it: of a scenario as it is, or with the first what-if of a question, from the
    /// service's list of the minute where the question begins with it. It is that of `stepcare forecast --quick
    /// --keep`, of as many runs as that has.
    /// - Parameters:
    ///   - person: who asks.
    ///   - moment: who that is to the service, and when.
    /// - Returns: what names it in an address.
    /// - Throws: ``SavedFault`` or ``BenchFault``; then nothing was kept.
    public func keep(
        _ question: Question, as name: String, by keeper: Keeper, for person: String, at moment: LookMoment
    ) async throws -> String {
        guard let forecasts else { throw SavedFault.notWritten }
        try forecasts.check(name)
        guard Question.weeksAllowed.contains(question.weeks) else { throw BenchFault.weeks(Question.weeksAllowed) }
        let scenario = try await scenario(question.scenario, for: person, at: moment)
        let whatIf = question.whatIfs.first
        var request = ForecastRequest(of: subject(of: scenario, at: moment))
        if let whatIf {
            do throws(SliderFault) {
                request.changes = try whatIf.changes(scenario.sliders)
            } catch {
                throw BenchFault.sliders([error])
            }
        }
        request.settings.weeks = question.weeks
        request.firstDays = firstDays
        request.followsPeople = false
        let asked = request
        let kept = try await queue.run("forecast to be kept by \(person)", rank: LookStage.whole.rawValue) {
            isCancelled in
            do throws(ForecastingError) {
                return try asked.prepare().run(RunWatch(isCancelled: isCancelled)).kept(made: moment.now)
            } catch {
                throw BenchFault(error)
            }
        }
        let title = scenario.title + (whatIf.map { ", \($0.name)" } ?? "")
        return try forecasts.keep(kept, as: name, of: title, by: keeper)
    }

    private func subject(of scenario: BenchScenario, at moment: LookMoment) -> ForecastRequest.Subject {
        guard scenario.readAt != nil, let database = today?.database else { return .scenario(scenario.source) }
        return .service(TodaySource(database: database, now: moment.now, by: moment.author))
    }

    /// What a forecast said, read on a thread that may wait.
    /// - Throws: ``BenchFault``, or `KeptFaults` where its file is damaged.
    public func said(by saved: SavedForecast, for person: String) async throws -> KeptForecast {
        guard let forecasts else { throw BenchFault.givenUp }
        return try await queue.run(own("reading", person), rank: LookStage.first.rawValue) { _ in
            try forecasts.forecast(of: saved)
        }
    }

    /// A name that nobody else has, under which something is worked on: it gives up nothing that was asked before.
    private func own(_ what: String, _ person: String) -> String { "\(what) for \(person), \(UUID().uuidString)" }

    /// Lays what the service has counted since over a forecast, as `stepcare score --against-database` does.
    public func outcome(
        of saved: SavedForecast, for person: String, at moment: LookMoment
    ) async throws -> KeptOutcome {
        guard let forecasts, let database = today?.database else {
            return .refused("There is no service whose records would tell.")
        }
        var request = ScoreRequest(
            [forecasts.place(of: saved).path], against: .database(database, now: moment.now, by: moment.author))
        request.databaseTitle = "this service"
        return try await laid(over: saved, request, for: person)
    }

    /// Lays NHS England's monthly figures over a forecast, as `stepcare score --against` does.
    /// - Parameters:
    ///   - file: the figures, as CSV or gzip.
    ///   - title: what the file is called in words.
    ///   - provider: the provider's code; nil is as the forecast's scenario is called.
    public func outcome(
        of saved: SavedForecast, against file: URL, called title: String, provider: String?, for person: String
    ) async throws -> KeptOutcome {
        guard let forecasts else { return .refused("No forecasts are kept here.") }
        let request = ScoreRequest(
            [forecasts.place(of: saved).path], against: .published(file: file.path, provider: provider))
        let found = try await laid(over: saved, request, for: person)
        guard case .refused(let why) = found else { return found }
        return .refused(why.replacing(file.path, with: title))
    }

    private func laid(
        over saved: SavedForecast, _ request: ScoreRequest, for person: String
    ) async throws -> KeptOutcome {
        try await queue.run(own("outcome", person), rank: LookStage.first.rawValue) { _ in
            do throws(ScoreError) {
                return .scored(try request.run())
            } catch {
                return error.outcome(saved.name)
            }
        }
    }
}

extension ScoreError {
    /// Why nothing is laid over a forecast, without files of the server's.
    fileprivate func outcome(_ name: String) -> KeptOutcome {
        func words(_ faults: [FileFault]) -> String {
            faults.map { $0.message + ($0.allowed.isEmpty ? "" : " (\($0.allowed))") }.joined(separator: "; ")
        }
        switch self {
        case .nothingYet(let words): return .nothingYet(words)
        case .noProvider: return .noProvider("Say by its code of which provider the figures are")
        case .cannotRead: return .refused("What '\(name)' said cannot be read any more")
        case .kept(let faults) where faults.faults.allSatisfy({ $0.key == "teams" }):
            return .refused("It is of another service than this one: figures of that one can be laid over it")
        case .kept(let faults): return .refused(words(faults.faults))
        // What is wrong with the file itself stands in a line of it.
        case .forecasting(.published(.faults(let faults))) where faults.allSatisfy({ $0.line == 0 }):
            return .noProvider(words(faults))
        case .forecasting(let error): return .refused(error.description)
        }
    }
}
