public import Calibration
public import CareModel
import Experiments
public import PublishedStatistics
public import Replications
public import ScenarioFiles
import ServiceSimulation

/// A scenario that is asked for of published figures.
public struct CalibrationRequest: Sendable {
    /// Whose figures are fitted.
    public enum Provider: Hashable, Sendable {
        /// One provider's, by its code.
        case one(String)
        /// Everybody's: each provider is a team of one scenario.
        case all
    }

    /// NHS England's monthly file, plain or zipped.
    public var file: String
    /// Whose figures are fitted.
    public var provider: Provider
    /// The last month that is used; nothing later is looked at.
    public var until: PublishedMonth
    /// Names the random numbers.
    public var seed: UInt64 = 1
    /// Runs side by side; it changes the time, never the answer.
    public var threads = 1
    /// Whether the mean of the last twelve months is fitted, as of each of all providers; else the level at their end.
    public var fitsWholeYear = false
    /// How hard one provider's values are looked for.
    public var effort = Calibration.Settings()

    /// A fit on one thread.
    public init(file: String, provider: Provider, until: PublishedMonth) {
        self.file = file
        self.provider = provider
        self.until = until
    }

    /// What is out of range.
    public var faults: [SettingFault] {
        [SettingFault("threads", threads, allowed: RunSettings.threadsAllowed)].compactMap { $0 }
    }

    /// Reads the file.
    /// - Throws: ``ForecastingError``.
    public func prepare() throws(ForecastingError) -> PreparedCalibration {
        let faults = faults
        guard faults.isEmpty else { throw .settings(faults) }
        do {
            let published = try PublishedFile(path: file)
            switch provider {
            case .one(let code):
                let fit = try PublishedFit(published, provider: code, until: until)
                return PreparedCalibration(request: self, published: published, fit: fit)
            case .all:
                guard until >= published.firstMonth, until <= published.lastMonth else {
                    throw PublishedError.faults([
                        FileFault(
                            file: file, key: "until", message: "there is nothing of \(until)",
                            allowed: "\(published.firstMonth) to \(published.lastMonth)")
                    ])
                }
                return PreparedCalibration(request: self, published: published, fit: nil)
            }
        } catch let error as PublishedError {
            throw .published(error)
        } catch {
            throw .unexpected("\(error)")
        }
    }
}

/// A fit whose figures are read.
public struct PreparedCalibration: Sendable {
    let request: CalibrationRequest
    let published: PublishedFile
    /// The provider that is fitted; nil for all of them.
    let fit: PublishedFit?

    /// What should be known about the figures.
    public var warnings: [FileFault] { fit?.warnings ?? [] }

    /// Fits.
    /// - Parameters:
    ///   - sharedWork: what other processes simulate; nil simulates all of it here.
    ///   - progress: called from any thread with the services simulated, or the providers fitted, so far.
    ///   - isCancelled: asked before each service is simulated.
    /// - Throws: ``ForecastingError``; ``ForecastingError/cancelled``.
    public func run(
        sharing sharedWork: SharedWork? = nil, progress: @escaping @Sendable (Int) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(ForecastingError) -> CalibrationOutcome {
        let name = String(request.file.split(separator: "/").last ?? "")
        guard let fit else {
            let national: NationalFit?
            var settings = NationalFit.Settings()
            settings.threads = request.threads
            settings.sharedWork = sharedWork
            do throws(PublishedError) {
                national = try NationalFit(
                    published, until: request.until, settings: settings, progress: progress,
                    isCancelled: isCancelled)
            } catch {
                throw .published(error)
            }
            guard let national else { throw .cancelled }
            return .all(national, ScenarioDraft(national, file: name))
        }
        var settings = request.effort
        settings.seed = request.seed
        settings.threads = request.threads
        settings.fitsWholeYear = request.fitsWholeYear
        settings.sharedWork = sharedWork
        let calibration: Calibration?
        do throws(NotEstimable) {
            calibration = try fit.calibrate(settings: settings, progress: progress, isCancelled: isCancelled)
        } catch {
            throw .notEstimable(error)
        }
        guard let calibration else { throw .cancelled }
        let uncertainty = fit.uncertainty(of: calibration)
        guard let year = yearAhead(calibration.scenario(uncertainty), isCancelled) else { throw .cancelled }
        let provider: TrustedProvider
        do throws(PublishedError) {
            provider = try TrustedProvider(published, provider: fit.series.code, until: request.until)
        } catch {
            throw .published(error)
        }
        return .one(
            calibration,
            ScenarioDraft(
                calibration, file: name, provider: fit.series.name, uncertainty: uncertainty,
                trusted: TrustedInput(provider, calibration, year: year)))
    }

    /// What the fitted service does in the year after, in the runs that a forecast of it makes as a rule; nil if it is
    /// cancelled.
    private func yearAhead(
        _ scenario: ServiceScenario, _ isCancelled: @escaping @Sendable () -> Bool
    ) -> MonthlyFigures? {
        var experiment = Experiment(
            scenario, seed: RunSettings().seed, replications: 1, threads: request.threads)
        RunLength.usual.apply(to: &experiment)
        return experiment.run(isCancelled: isCancelled).map { MonthlyFigures($0, from: request.until + 1) }
    }
}

/// What a fit found, and the scenario to be written.
public enum CalibrationOutcome: Sendable {
    /// One provider's.
    case one(Calibration, ScenarioDraft)
    /// Everybody's.
    case all(NationalFit, ScenarioDraft)

    /// Whether a main figure of the provider, or of one of them, does not hold.
    public var isFarOff: Bool {
        switch self {
        case .one(let calibration, _): calibration.judgement.verdict == .doesNotHold
        case .all(let national, _): !national.check.doesNotHold.isEmpty
        }
    }

    /// The scenario, ready to be written.
    public var draft: ScenarioDraft {
        switch self {
        case .one(_, let draft), .all(_, let draft): draft
        }
    }
}
