import CareModel
import Experiments
import PublishedStatistics
import Replications
import ServiceSimulation

extension NationalFit {
    /// A fitted team, and its year beside the published one.
    struct Fitted: Sendable {
        let team: TeamScenario
        let figures: NationalCheck.Team
        let judgement: FitJudgement
    }

    /// Fits providers side by side, in their order; nil if the fit is cancelled.
    static func teams(
        _ providers: [Provider], _ country: ProviderMoments?, until: PublishedMonth, _ settings: Settings,
        progress: @escaping @Sendable (Int) -> Void, isCancelled: @escaping @Sendable () -> Bool
    ) -> [Fitted]? {
        guard let country, let perWeek = country.value(.referralsPerWeek) else { return [] }
        let england = Provider(code: "all", title: "England", moments: country, perWeek: perWeek)
        let whole = trial(england, until: until, settings, threads: settings.threads, isCancelled: isCancelled)
        guard let slopes = FigureSlopes(whole) else { return nil }
        @Sendable func ownTrial(_ place: Int) -> Trial {
            // Each has random numbers of its own: the luck of one does not become that of all.
            trial(
                providers[place], until: until, settings, threads: 1, seed: UInt64(place + 1), isCancelled: isCancelled)
        }
        var known: [[Double]]?
        if let work = settings.sharedWork {
            known = work.run(
                providers.map { "provider \($0.code)" }, threads: settings.threads, progress: progress,
                isCancelled: isCancelled, form: .numbers, body: { search(ownTrial($0), slopes, settings) ?? [] })
            guard known != nil else { return nil }
        }
        let found = known
        let fits = Replications.run(
            0..<providers.count, threads: settings.threads, progress: found == nil ? progress : { _ in },
            isCancelled: isCancelled,
            body: { place in
                let trial = ownTrial(place)
                return (found?[place] ?? search(trial, slopes, settings))
                    .flatMap { fit(providers[place], trial, at: $0) }
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
        settings.yearRuns = 1
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
            perWeek: provider.perWeek, progress: { _ in }, isCancelled: isCancelled)
    }

    /// The values that were found, each at its place; nil if the fit is cancelled.
    private static func search(_ trial: Trial, _ slopes: FigureSlopes, _ settings: Settings) -> [Double]? {
        let effort = ProviderSearch.Effort(steps: settings.rounds, measurements: settings.measurements)
        return ProviderSearch(trial, slopes: slopes, effort: effort)?.place
    }

    /// Nil if the fit is cancelled.
    private static func fit(_ provider: Provider, _ trial: Trial, at place: [Double]) -> Fitted? {
        guard !place.isEmpty, let tally = trial.tallies(at: [place])?.first else { return nil }
        let judgement = trial.judgement(tally, perWeek: provider.perWeek)
        var team = trial.scenario(at: place).teams[0]
        team.fit = judgement.input
        return Fitted(
            team: team,
            figures: NationalCheck.Team(
                name: PublishedFit.name(provider.code), title: provider.title, judgement: judgement),
            judgement: judgement)
    }
}
