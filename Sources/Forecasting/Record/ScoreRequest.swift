import BookingService
public import BookingStore
public import CareModel
import PublishedStatistics
public import Reporting
import ScenarioFiles
import ServiceSimulation

/// Kept forecasts that are laid beside what has happened since.
public struct ScoreRequest: Sendable {
    /// Where it is known what happened.
    public enum Against: Hashable, Sendable {
        /// NHS England's monthly file, and the provider's code; nil where the forecasts' names say it.
        case published(file: String, provider: String?)
        /// A service's database at a minute, and who asks.
        case database(String, now: CivilMinute, by: Author)
    }

    /// The files of the forecasts, or folders with such files.
    public var kept: [String]
    /// Where it is known what happened.
    public var against: Against
    /// What the database is called in words; nil is its path.
    public var databaseTitle: String?

    /// A request.
    public init(_ kept: [String], against: Against) {
        self.kept = kept
        self.against = against
    }

    /// Reads all of it and lays it side by side.
    /// - Parameter command: the command that makes it again; empty if no command made it.
    /// - Throws: ``ScoreError``.
    public func run(command: String = "") throws(ScoreError) -> ScoreReport {
        let forecasts = try KeptFiles.read(kept)
        switch against {
        case .published(let file, let provider):
            return try PublishedScore(forecasts, file, provider).report(command)
        case .database(let path, let now, let author):
            return try databaseReport(forecasts, path, now, author, command)
        }
    }

    private func databaseReport(
        _ forecasts: [KeptFiles.Kept], _ path: String, _ now: CivilMinute, _ author: Author, _ command: String
    ) throws(ScoreError) -> ScoreReport {
        let found: (outcome: DatabaseOutcome, teams: [String])
        do {
            found = try ForecastingError.wrapping {
                let store = try BookingStore.open(at: path)
                defer { try? store.close() }
                guard let opened = try store.read({ try $0.service() }) else { throw BookingError.notInitialised }
                let scenario = try StoredService.scenario(of: store).scenario
                let service = BookingService(store, policy: ServicePolicy(scenario))
                let outcome = try DatabaseOutcome(
                    service, forecasts.flatMap(\.forecast.rows), from: opened.firstDay, through: now.day - 1,
                    scenario.standards, in: BookingService.Context(now: now, author: author))
                return (outcome, scenario.teams.map(\.name))
            }
        } catch {
            throw .forecasting(error)
        }
        let strange = forecasts.filter { $0.forecast.teams.map(\.name).sorted() != found.teams.sorted() }
        guard strange.isEmpty else {
            throw .kept(
                KeptFaults(
                    faults: strange.map { kept in
                        FileFault(
                            file: kept.path, key: "teams",
                            message: "it is of another service: its teams are "
                                + kept.forecast.teams.map(\.name).joined(separator: ", "),
                            allowed: "those of the database: \(found.teams.joined(separator: ", "))")
                    }))
        }
        return try ScoreAssembly(
            forecasts: forecasts.map(\.forecast),
            against:
                "what \(databaseTitle ?? path) has counted until \((now.day - 1).shortText) \((now.day - 1).date.year)"
        ).report(command) { _ in found.outcome }
    }
}

/// Why nothing is laid side by side.
public enum ScoreError: Error, Sendable, CustomStringConvertible {
    /// A kept forecast cannot be opened: its path, and why.
    case cannotRead(String, String)
    /// Kept forecasts that are none, of a later form, of somebody else, or twice the same: every fault.
    case kept(KeptFaults)
    /// The provider is not known: what to say.
    case noProvider(String)
    /// The database or the published file cannot be read.
    case forecasting(ForecastingError)
    /// Nothing that was forecast has come about yet, in a sentence.
    case nothingYet(String)

    /// In words.
    public var description: String {
        switch self {
        case .cannotRead(let path, let why): "\(path): \(why)"
        case .kept(let faults): faults.description
        case .noProvider(let words), .nothingYet(let words): words
        case .forecasting(let error): error.description
        }
    }
}
