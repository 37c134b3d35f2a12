public import CareModel
import Foundation
public import PublishedStatistics
public import ServiceSimulation
import Statistics

/// A published file and a provider in it, ready to be fitted.
public struct PublishedFit: Sendable {
    /// The provider's figures.
    public let series: ProviderSeries
    /// What should be known about them.
    public let warnings: [FileFault]
    /// How much of a trend of referrals goes on for another year, over all providers, 0 … 1.
    public let trendKept: Double
    private let country: Country
    private let england: ProviderSeries?
    private let until: PublishedMonth

    /// - Throws: ``PublishedError`` with everything that is wrong with the file or with what was asked of it.
    public init(
        _ file: PublishedFile, provider: String, until: PublishedMonth, country: Country? = nil
    ) throws(PublishedError) {
        let found = try file.series(of: provider, until: until)
        series = found.series
        warnings = found.warnings
        let shared: Country
        if let country { shared = country } else { shared = try Country(file, until: until) }
        trendKept = shared.trendKept
        self.country = shared
        england = file.england
        self.until = until
    }

    /// What nobody knows of the year to come for a fitted scenario: values that move as far as makes figures move as
    /// they did from year to year, over all providers, by how the fitted service's figures answer to them.
    public func uncertainty(of calibration: Calibration) -> UncertaintyInput {
        country.drift.map { calibration.uncertainty($0) } ?? UncertaintyInput()
    }

    /// What all providers of a file together say of a year to come, from months until a given one.
    public struct Country: Sendable {
        /// How much of a trend of referrals goes on for another year, 0 … 1.
        public let trendKept: Double
        /// How far figures moved from one year to the next; nil if it is not looked at.
        public let drift: MomentDrift?

        /// A country of which only the trend is known.
        public init(trendKept: Double) {
            self.trendKept = trendKept
            drift = nil
        }

        /// Looks at the year that ends with a month and the year before it.
        /// - Complexity: O(providers × quantities).
        public init(_ file: PublishedFile, until: PublishedMonth) throws(PublishedError) {
            drift = try MomentDrift(file, yearsAround: until - 12)
            trendKept = try Self.trendKept(file, until: until)
        }

        /// The slope, through nothing, of one year's growth by that of the year before, over providers with more than
        /// 4,000 referrals; 0 if trends turn round.
        private static func trendKept(_ file: PublishedFile, until: PublishedMonth) throws(PublishedError) -> Double {
            var products = 0.0
            var squares = 0.0
            let gone = ProviderSuccession.known.map(\.predecessor)
            for code in file.codes where !gone.contains(code) {
                let series = try file.series(of: code)
                let years = (0..<3).map { back in
                    (0..<12).compactMap { series.value(.referrals, in: until - (back * 12 + $0)) }
                }
                guard years.allSatisfy({ $0.count == 12 }) else { continue }
                let totals = years.map { $0.reduce(0, +) }
                guard totals.allSatisfy({ $0 > 4000 }) else { continue }
                let before = max(-0.3, min(0.3, log(totals[1] / totals[2])))
                products += max(-0.3, min(0.3, log(totals[0] / totals[1]))) * before
                squares += before * before
            }
            return squares > 0 ? min(1, max(0, (products / squares * 100).rounded() / 100)) : 0
        }
    }

    /// Fits a scenario.
    /// - Parameters:
    ///   - settings: how.
    ///   - progress: called with the number of services simulated so far.
    ///   - isCancelled: asked before each service is simulated.
    /// - Returns: nil if it was cancelled.
    public func calibrate(
        settings: Calibration.Settings, progress: @escaping @Sendable (Int) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(NotEstimable) -> Calibration? {
        var settings = settings
        settings.trendKept = trendKept
        return try Calibration(
            series, england: england, until: until, name: Self.name(series.code), title: Self.title(series.name),
            settings: settings, progress: progress, isCancelled: isCancelled)
    }

    /// A short name of a code, which its scenario and its team have: a letter first.
    public static func name(_ code: String) -> String {
        let lower = code.lowercased()
        return lower.first?.isLetter == true ? lower : "provider-\(lower)"
    }

    /// A name in capitals as it is written otherwise; abbreviations in capitals stay what they are.
    public static func title(_ name: String) -> String {
        let small = ["AND", "OF", "THE", "FOR", "IN"]
        let kept = ["NHS", "CIC", "IAPT", "CAMHS", "ICB", "UK", "LTD"]
        let words = name.split(separator: " ").enumerated().map { place, word -> String in
            let text = String(word)
            guard text == text.uppercased() else { return text }
            if kept.contains(text) { return text }
            return small.contains(text) && place > 0 ? text.lowercased() : text.capitalized
        }
        return String(words.joined(separator: " ").prefix(120))
    }
}
