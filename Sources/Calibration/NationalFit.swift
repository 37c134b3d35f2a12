import CareModel
import Experiments
public import PublishedStatistics
public import ServiceSimulation

/// Every provider of a published file as a team of one scenario.
///
/// Each is brought near its figures by the rounds with which a calibration begins; the search that follows there would
/// take hours for the country and change little of its totals. A year of England is then the sum of its providers.
public struct NationalFit: Sendable {
    /// A provider that has no team, and why.
    public struct Left: Sendable {
        /// Its code.
        public let code: String
        /// Why.
        public let why: NotEstimable
    }

    /// The scenario: a team for each provider, by code.
    public let scenario: ServiceScenario
    /// Providers without a team.
    public let left: [Left]
    /// The last month that was used.
    public let until: PublishedMonth

    /// Weeks that the country runs before its first day. Lists know no appointments and no seasons, so that their first
    /// quarter has a third too many second sessions; after a year the quarters are level, and a second year tells so.
    static let pastWeeks = 104

    /// Fits every provider that had referrals in the last of the months.
    /// - Parameters:
    ///   - file: the published file.
    ///   - until: the last month that is used.
    ///   - threads: providers side by side; it changes the time, never the answer.
    ///   - leastReferrals: in the last twelve months; the smallest providers have next to no figures that are not
    ///     suppressed.
    ///   - progress: called with the number of providers done.
    ///   - isCancelled: asked before each service is simulated.
    /// - Returns: nil if it was cancelled.
    /// - Throws: ``PublishedError`` if a provider cannot be read.
    public init?(
        _ file: PublishedFile, until: PublishedMonth, threads: Int, leastReferrals: Double = 600,
        progress: @escaping @Sendable (Int) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(PublishedError) {
        var series: [ProviderSeries] = []
        for code in file.codes {
            let one = try file.series(of: code)
            let isThere = (0..<3).contains { one.value(.referrals, in: until - $0) != nil }
            if isThere { series.append(one) }
        }
        let england = file.england
        let present = series
        let fits = Replications.run(
            0..<present.count, threads: threads, progress: progress, isCancelled: isCancelled,
            body: { Self.team(present[$0], england, until, leastReferrals, isCancelled) })
        let done = (fits ?? []).compactMap { $0 }
        guard done.count == present.count else { return nil }
        var scenario = ServiceScenario()
        scenario.name = "england"
        scenario.title = "England"
        scenario.starts = Calibration.start(after: until)
        scenario.weeks = 104
        scenario.start.origin = .warmUp
        scenario.start.warmUpWeeks = Self.pastWeeks
        scenario.start.firstDays = 4
        var left: [Left] = []
        for (one, fit) in zip(present, done) {
            switch fit {
            case .success(let team): scenario.teams.append(team)
            case .failure(let why): left.append(Left(code: one.code, why: why))
            }
        }
        self.scenario = scenario
        self.left = left
        self.until = until
    }

    /// A provider as a team, or why it is none; nil if the fit is cancelled.
    private static func team(
        _ series: ProviderSeries, _ england: ProviderSeries?, _ until: PublishedMonth, _ leastReferrals: Double,
        _ isCancelled: @escaping @Sendable () -> Bool
    ) -> Result<TeamScenario, NotEstimable>? {
        let moments = ProviderMoments(series, england: england, until: until, halfLife: Calibration.halfLife)
        guard let perWeek = moments.value(.referralsPerWeek) else {
            return .failure(NotEstimable("its referrals are not known for six of the last twelve months"))
        }
        guard perWeek * 52 >= leastReferrals else {
            return .failure(NotEstimable("about \(Int(perWeek * 52)) referrals a year"))
        }
        var settings = Calibration.Settings()
        settings.leastReferrals = 1_000
        settings.mostReferrals = 5_000
        let guess = FirstGuess(
            moments, name: PublishedFit.name(series.code), title: PublishedFit.title(series.name),
            starts: Calibration.start(after: until), perWeek: perWeek, trend: 0)
        let targets = CalibrationTarget.all.compactMap { target -> (target: CalibrationTarget, moment: Moment)? in
            guard case .success(let moment) = moments[target.quantity], moment.value > 0 else { return nil }
            return (target, moment)
        }
        let trial = Trial(
            scenario: guess.scenario, parameters: guess.parameters, targets: targets, settings: settings,
            perWeek: perWeek, progress: { _ in }, isCancelled: isCancelled)
        guard let near = Calibration.approach(trial, rounds: settings.rounds, isLast: true) else { return nil }
        return .success(trial.scenario(at: near).teams[0])
    }
}
