import CareModel
import Experiments
public import PublishedStatistics
public import Replications
public import ServiceSimulation

/// Every provider of a published file as a team of one scenario, and whoever is left over as one more.
///
/// A year of it is the country's: what is fitted is the published year as it was, not its last months, and the lists
/// settle for as long before it as in the scenario. Each provider is fitted as it would be alone, but for slopes that
/// are measured once for all.
public struct NationalFit: Sendable {
    /// A provider that has no team of its own, and why.
    public struct Left: Sendable {
        /// Its code.
        public let code: String
        /// Why.
        public let why: NotEstimable
    }

    /// The scenario: a team for each provider, by code, then those left over.
    public let scenario: ServiceScenario
    /// Providers without a team of their own.
    public let left: [Left]
    /// What all without a team of their own have in referrals a year, as one more team; nil if there is no such team.
    public let restPerYear: Double?
    /// The last month that was used.
    public let until: PublishedMonth
    /// How near the teams are to what was published.
    public let check: NationalCheck
    /// How near each is, in the order of the teams.
    public let judgements: [FitJudgement]

    /// Weeks that the country runs before its first day. Lists know no appointments and no seasons, so that their first
    /// quarter has a third too many second sessions; after a year the quarters are level, and a second year tells so.
    static let pastWeeks = 104
    /// The code of those left over.
    static let restCode = "others"

    /// A provider whose figures are read.
    struct Provider: Sendable {
        let code: String
        let title: String
        let moments: ProviderMoments
        let perWeek: Double
    }

    /// How a national fit is made.
    public struct Settings: Sendable {
        /// Providers side by side; it changes the time, never the answer.
        public var threads = 1
        /// Referrals in the last twelve months with which a provider has a team of its own: the smallest have next to
        /// no figures that are not suppressed.
        public var leastReferrals = 600.0
        /// Simulated referrals a year at most: a larger provider is fitted as a part of it.
        public var mostReferrals = 12_000.0
        /// Steps of each provider's search at most.
        public var rounds = 28
        /// How often a provider's search may measure slopes of its own.
        public var measurements = 0
        /// Providers that other processes fit; nil fits all of them here.
        public var sharedWork: SharedWork?

        /// The usual settings.
        public init() {}
    }

    /// Fits every provider that had referrals in the last of the months.
    /// - Parameters:
    ///   - file: the published file.
    ///   - until: the last month that is used.
    ///   - settings: how.
    ///   - progress: called with the number of providers done.
    ///   - isCancelled: asked before each service is simulated.
    /// - Returns: nil if it was cancelled.
    /// - Throws: ``PublishedError`` if a provider cannot be read.
    public init?(
        _ file: PublishedFile, until: PublishedMonth, settings: Settings = Settings(),
        progress: @escaping @Sendable (Int) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(PublishedError) {
        var providers: [Provider] = []
        var left: [Left] = []
        let england = file.england
        for code in file.codes {
            let series = try file.series(of: code)
            guard series.isOpen(at: until) else { continue }
            switch Self.provider(series, england, until, settings.leastReferrals) {
            case .success(let provider): providers.append(provider)
            case .failure(let why): left.append(Left(code: code, why: why))
            }
        }
        let country = england.map { ProviderMoments($0, england: $0, until: until) }
        let rest = country.flatMap { Self.rest(of: $0, without: providers, settings.leastReferrals) }
        providers += [rest].compactMap { $0 }
        guard
            let teams = Self.teams(
                providers, country, until: until, settings, progress: progress, isCancelled: isCancelled)
        else { return nil }
        var scenario = ServiceScenario()
        scenario.name = "england"
        scenario.title = "England"
        scenario.starts = Calibration.start(after: until)
        scenario.weeks = 104
        scenario.start.origin = .warmUp
        scenario.start.warmUpWeeks = Self.pastWeeks
        scenario.start.firstDays = 4
        scenario.teams = teams.map(\.team)
        self.scenario = scenario
        self.left = left
        self.until = until
        restPerYear = rest.map { $0.perWeek * Self.weeksOfYear }
        judgements = teams.map(\.judgement)
        check = NationalCheck(teams.map(\.figures), country: country)
    }

    /// Weeks of a year as they are published.
    static let weeksOfYear = 365.25 / 7

    private static func provider(
        _ series: ProviderSeries, _ england: ProviderSeries?, _ until: PublishedMonth, _ leastReferrals: Double
    ) -> Result<Provider, NotEstimable> {
        let moments = ProviderMoments(series, england: england, until: until)
        guard let perWeek = moments.value(.referralsPerWeek) else {
            return .failure(NotEstimable("its referrals are not known for six of the last twelve months"))
        }
        guard perWeek * 52 >= leastReferrals else {
            return .failure(NotEstimable("about \(Int(perWeek * 52)) referrals a year"))
        }
        return .success(
            Provider(
                code: series.code, title: PublishedFit.title(series.name), moments: moments, perWeek: perWeek))
    }

    /// Small providers, those that closed or became another within the year, and what nobody's rows account for.
    private static func rest(
        of country: ProviderMoments, without providers: [Provider], _ leastReferrals: Double
    ) -> Provider? {
        let moments = country.rest(without: providers.map(\.moments), code: restCode)
        guard let perWeek = moments.value(.referralsPerWeek), perWeek * 52 >= leastReferrals else { return nil }
        return Provider(code: restCode, title: "All other providers", moments: moments, perWeek: perWeek)
    }
}
