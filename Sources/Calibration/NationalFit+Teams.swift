import CareModel
import Experiments
import PublishedStatistics
import ServiceSimulation
import Statistics

extension NationalFit {
    /// A fitted team, and its year beside the published one.
    struct Fitted: Sendable {
        let team: TeamScenario
        let figures: NationalCheck.Team
    }

    /// Fits providers side by side, in their order; nil if the fit is cancelled.
    static func teams(
        _ providers: [Provider], _ country: ProviderMoments?, until: PublishedMonth, _ settings: Settings,
        progress: @escaping @Sendable (Int) -> Void, isCancelled: @escaping @Sendable () -> Bool
    ) -> [Fitted]? {
        guard let country, let perWeek = country.value(.referralsPerWeek) else { return [] }
        let england = Provider(code: "all", title: "England", moments: country, perWeek: perWeek)
        let limits = limits(settings)
        let whole = trial(england, until: until, settings, threads: settings.threads, isCancelled: isCancelled)
        guard let slopes = CountrySlopes(whole) else { return nil }
        let fits = Replications.run(
            0..<providers.count, threads: settings.threads, progress: progress, isCancelled: isCancelled,
            body: { place in
                // Each has random numbers of its own: the luck of one does not become that of all.
                let trial = trial(
                    providers[place], until: until, settings, threads: 1, seed: UInt64(place + 1),
                    isCancelled: isCancelled)
                return fit(providers[place], trial, slopes, limits)
            })
        let done = (fits ?? []).compactMap { $0 }
        return done.count == providers.count ? done : nil
    }

    /// A provider on its own, with as long a past as it has in the country's scenario; the year that is compared is the
    /// scenario's first.
    static func trial(
        _ provider: Provider, until: PublishedMonth, _ national: Settings, threads: Int, seed: UInt64 = 1,
        isCancelled: @escaping @Sendable () -> Bool
    ) -> Trial {
        var settings = Calibration.Settings()
        settings.seed = seed
        settings.threads = threads
        settings.leastReferrals = 1_000
        settings.mostReferrals = national.mostReferrals
        let starts = Calibration.start(after: until)
        let guess = FirstGuess(
            provider.moments, name: PublishedFit.name(provider.code), title: provider.title, starts: starts,
            perWeek: provider.perWeek, trend: 0)
        var scenario = guess.scenario
        scenario.starts = starts + Int32(YearTally.yearWeeks * 7)
        scenario.start.warmUpWeeks = pastWeeks + YearTally.yearWeeks
        let targets = CalibrationTarget.all.compactMap { target -> (target: CalibrationTarget, moment: Moment)? in
            guard case .success(let moment) = provider.moments[target.quantity], moment.value > 0 else { return nil }
            return (target, moment)
        }
        return Trial(
            scenario: scenario, parameters: guess.parameters, targets: targets, settings: settings,
            perWeek: provider.perWeek, yearRuns: 1, progress: { _ in }, isCancelled: isCancelled)
    }

    /// Nil if the fit is cancelled.
    private static func fit(
        _ provider: Provider, _ trial: Trial, _ slopes: CountrySlopes, _ limits: SecantSearch.Limits
    ) -> Fitted? {
        guard let near = Calibration.approach(trial, rounds: governedRounds, isLast: true) else { return nil }
        let scales = trial.targets.map { entry in
            importance(entry.target.quantity) * entry.target.scale(of: entry.moment)
        }
        let published = trial.targets.map { $0.target.figure($0.moment.value) }
        let steadyLists = slopes.rows(for: trial).count - trial.targets.count
        // Lists stand still, and values lie where they are expected, as far as the figures leave them to.
        let weights = scales + [Double](repeating: steadiness, count: steadyLists)
        let aims = published + [Double](repeating: 0, count: steadyLists)
        let places = trial.parameters.indices
        let expected = places.map { row in places.map { $0 == row ? expectation : 0 } }
        let search = SecantSearch(
            from: near,
            slopes: zip(slopes.rows(for: trial), weights).map { row, weight in row.map { $0 * weight } } + expected,
            limits: limits,
            evaluate: { points in
                // Once the fit is cancelled they are no numbers, which ends the search.
                guard let tallies = trial.tallies(at: points) else {
                    return points.map { [Double](repeating: .nan, count: weights.count + $0.count) }
                }
                return zip(points, tallies).map { point, tally in
                    zip(zip(trial.figures(tally), aims), weights).map { ($0.0 - $0.1) * $1 }
                        + point.map { $0 * expectation }
                }
            })
        guard let tally = trial.tallies(at: [search.parameters])?.first else { return nil }
        let figures = trial.targets.compactMap { entry -> NationalCheck.Figure? in
            guard let simulated = entry.target.simulated(tally) else { return nil }
            return NationalCheck.Figure(
                quantity: entry.target.quantity, published: entry.moment.value, simulated: simulated)
        }
        return Fitted(
            team: trial.scenario(at: search.parameters).teams[0],
            figures: NationalCheck.Team(
                name: PublishedFit.name(provider.code), title: provider.title, figures: figures))
    }

    /// Rounds in which each value is moved by the figure that it governs, before the search.
    private static let governedRounds = 6

    private static func limits(_ settings: Settings) -> SecantSearch.Limits {
        var limits = SecantSearch.Limits()
        limits.steps = settings.rounds
        limits.measurements = settings.measurements
        limits.vainSteps = 4
        limits.goodEnough = 150
        return limits
    }

    /// How much more a figure counts than in a provider's own fit: the country's totals and waits go first.
    private static func importance(_ quantity: MomentQuantity) -> Double {
        importances.first { $0.quantities.contains(quantity) }?.weight ?? 0.4
    }

    private static let importances: [(quantities: [MomentQuantity], weight: Double)] = [
        ([.firstWaitMean], 3),
        ([.firstTreatmentsPerWeek, .finishedCoursesPerWeek, .assessmentToHighWait], 2),
        ([.waitingForTreatment], 1.5), ([.secondTreatmentsPerWeek, .attendedPerWeek], 1),
        ([.endedBeforeTreatment, .sessions, .secondWithin28Days, .secondOver90Days], 0.7),
    ]
    /// How much it counts that lists stand still, beside a provider's own fit.
    private static let steadiness = 0.5
    /// How much it counts that values lie where they are expected, beside a provider's own fit.
    private static let expectation = 0.4
}
