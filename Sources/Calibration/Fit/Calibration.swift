import CareModel
import Experiments
public import PublishedStatistics
public import Replications
public import ServiceSimulation
public import Statistics

/// A scenario fitted to the published figures of one provider.
///
/// Moments first: what is published directly, from arrivals to attendance, is set. Then the simulated method of moments
/// (McFadden 1989, doi 10.2307/1913621): the other values are looked for with which the simulated service gives the
/// published figures, by least squares with the same random numbers at every trial. Each value has an expectation of
/// its own, which counts like one more figure: where the figures say nothing about it, it stays there, and the report
/// says so.
public struct Calibration: Sendable {
    /// A published figure and what the fitted service gives.
    public struct Meeting: Sendable {
        /// The figure.
        public let quantity: MomentQuantity
        /// As published.
        public let published: Moment
        /// As simulated; nil if nobody was there to be measured.
        public let simulated: Double?
        /// The distance in units of what it is asked for: its standard error, and what it is never asked for more
        /// exactly.
        public let distance: Double
    }

    /// A value that was looked for.
    public struct Fitted: Sendable {
        /// What it is.
        public let parameter: CalibrationParameter
        /// What was found.
        public let value: Double
        /// An interval of 95% around it, from the slopes that the search measured and mended.
        public let interval: ClosedRange<Double>
        /// How much the figures say of it: 1 all that can be said, 0 nothing beside what was expected anyway.
        public let identified: Double
    }

    /// The fitted scenario: one team, one year, a past of three years from lists near those published.
    public let scenario: ServiceScenario
    /// The moments that it was fitted to.
    public let moments: ProviderMoments
    /// Each figure that was aimed at.
    public let meetings: [Meeting]
    /// How near they are: a verdict on each figure, and one on the whole.
    public let judgement: FitJudgement
    /// Each figure that could not be aimed at, and why.
    public let missing: [(quantity: MomentQuantity, why: NotEstimable)]
    /// Each value that was looked for.
    public let fitted: [Fitted]
    /// What the fitted service gives for the year that it was fitted to: totals of a year, means of all else.
    public let fittedYear: [MonthlyFigures.Figure: Double]
    /// How figures answer to values.
    let responses: CalibrationResponses
    /// Places of the search that were simulated.
    public let evaluations: Int
    /// Why the search ended.
    public let ending: SecantSearch.Ending

    /// How a calibration is made.
    public struct Settings: Sendable {
        /// Names the random numbers.
        public var seed: UInt64 = 1
        /// Runs side by side; it changes the time, never the answer.
        public var threads = 1
        /// Rounds in which each value is moved by one figure before the search begins.
        public var rounds = 8
        /// Steps of the search at most, each one trial.
        public var steps = 30
        /// How often the search may measure slopes anew, beside once where it begins: each time by as many trials as
        /// there are values.
        public var measurements = 0
        /// Simulated referrals a year that a trial rests on at least: small services are run more than once.
        public var leastReferrals = 8_000.0
        /// Simulated referrals a year at most: a larger service is fitted as a part of it, referrals and staff alike.
        public var mostReferrals = 12_000.0
        /// Runs that the fitted year is taken from, at least.
        public var yearRuns = 4
        /// Whether the mean of the last twelve months is fitted, as it is of each provider of a country, and not the
        /// level at their end.
        public var fitsWholeYear = false
        /// What becomes of a trend from one year to the next, as a share of it.
        public var trendKept = 0.0
        /// Trials that other processes simulate; nil simulates all of them here.
        public var sharedWork: SharedWork?

        /// The usual settings.
        public init() {}
    }

    /// Fits a scenario.
    /// - Parameters:
    ///   - series: the provider.
    ///   - england: whose season is the baseline.
    ///   - until: the last month that is used; nothing later is looked at.
    ///   - name: the scenario's short name.
    ///   - title: its name in headings.
    ///   - progress: called with the number of services simulated so far.
    ///   - isCancelled: asked before each service is simulated.
    /// - Returns: nil if it was cancelled.
    /// - Throws: ``NotEstimable`` if the level of referrals cannot be told, if there are next to none, or if there
    ///   were none of late.
    public init?(
        _ series: ProviderSeries, england: ProviderSeries?, until: PublishedMonth, name: String, title: String,
        settings: Settings = Settings(), progress: @escaping @Sendable (Int) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(NotEstimable) {
        try series.checkOpen(at: until)
        let moments = ProviderMoments(
            series, england: england, until: until, halfLife: settings.fitsWholeYear ? nil : Self.halfLife)
        let perWeek = try moments[.referralsPerWeek].get().value
        guard perWeek >= Self.fewestReferrals else {
            throw NotEstimable(
                "about \(Int((perWeek * 52).rounded())) referrals a year: too few to fit, for nearly all that is "
                    + "published of so few is suppressed or rounding")
        }
        let guess = FirstGuess(
            moments, name: name, title: title, starts: Self.start(after: until), perWeek: perWeek,
            trend: settings.trendKept * (moments.value(.trendPerYear) ?? 0))
        var targets: [(target: CalibrationTarget, moment: Moment)] = []
        var missing: [(quantity: MomentQuantity, why: NotEstimable)] = []
        for target in CalibrationTarget.all {
            switch moments[target.quantity] {
            case .success(let moment) where moment.value > 0: targets.append((target, moment))
            case .success: missing.append((target.quantity, NotEstimable("it is published as 0")))
            case .failure(let why): missing.append((target.quantity, why))
            }
        }
        let trial = Trial(
            scenario: guess.scenario, parameters: guess.parameters, targets: targets, settings: settings,
            perWeek: perWeek, progress: progress, isCancelled: isCancelled)
        let effort = ProviderSearch.Effort(
            rounds: settings.rounds, steps: settings.steps, measurements: settings.measurements)
        guard let search = ProviderSearch(trial, slopes: nil, effort: effort),
            let year = trial.tallies(at: [search.place], runs: max(settings.yearRuns, trial.runs))?.first
        else { return nil }
        self.moments = moments
        self.missing = missing
        let judgement = trial.judgement(year, perWeek: perWeek)
        self.judgement = judgement
        var scenario = trial.scenario(at: search.place)
        scenario.teams[0].fit = judgement.input
        self.scenario = scenario
        meetings = targets.map { target, moment in
            let simulated = target.simulated(year)
            return Meeting(
                quantity: target.quantity, published: moment, simulated: simulated,
                distance: target.distance(of: simulated, from: moment))
        }
        fittedYear = Self.year(year)
        fitted = Self.fitted(guess.parameters, search)
        responses = CalibrationResponses(
            slopes: search.slopes, parameters: guess.parameters, targets: targets)
        evaluations = search.evaluations
        ending = search.ending
    }

    /// Months after which a month counts half: a service is what it was of late, and a year ago is long ago. Over all
    /// providers, levels of a quarter tell the year after better than those of a month or of a year.
    static let halfLife = 3.0

    /// Referrals a week with which a provider is fitted at all: counts under 5 a month are suppressed.
    static let fewestReferrals = 150.0 / 52

    /// The figures of a simulated year.
    private static func year(_ tally: YearTally) -> [MonthlyFigures.Figure: Double] {
        var year: [MonthlyFigures.Figure: Double] = [:]
        for figure in MonthlyFigures.Figure.allCases {
            guard let value = tally.value(figure.measure.count) else { continue }
            switch figure.measure.count {
            case .total: year[figure] = value * 365.25 / 7
            case .ratio where figure.measure.unit == .share: year[figure] = value * 100
            case .ratio, .stock, .atStart, .atEnd, .centile, .centileWithWaiting, .access, .cost, .perClinician, .role,
                .ends:
                year[figure] = value
            }
        }
        return year
    }

    /// The first Monday after a month.
    static func start(after month: PublishedMonth) -> CivilDay {
        let next = month + 1
        guard let first = CivilDay(year: next.year, month: next.month, day: 1) else {
            preconditionFailure("every month has a first day")
        }
        let monday = first.monday
        return monday == first ? first : monday + 7
    }

    /// What was found, with the uncertainty that the slopes give: the inverse of their products, expectations included.
    private static func fitted(
        _ parameters: [CalibrationParameter], _ search: ProviderSearch
    ) -> [Fitted] {
        // Rows of slopes as a linear fit to nothing: the standard errors of its coefficients, for residuals of size
        // one.
        let fit = LinearFit(rows: search.slopes, response: search.slopes.map { _ in 0 })
        return parameters.enumerated().map { place, parameter in
            let error = fit.map { min(1, $0.unitErrors[place]) } ?? 1
            let at = search.place[place]
            return Fitted(
                parameter: parameter, value: parameter.value(at: at),
                interval: parameter.value(at: at - 1.96 * error)...parameter.value(at: at + 1.96 * error),
                identified: 1 - error * error)
        }
    }
}
