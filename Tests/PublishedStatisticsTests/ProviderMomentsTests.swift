import CareModel
import Foundation
import TestSupport
import Testing

@testable import PublishedStatistics

@Suite("Moments of a provider")
struct ProviderMomentsTests {
    static let season = [1.10, 1.07, 1.04, 1.02, 1.03, 0.93, 0.95, 0.95, 0.98, 1.04, 1.03, 0.86]

    /// Three years to March 2025 of England and a provider: per working day, a season, growth, and noise as asked.
    /// - Parameter noise: the standard deviation, from what is expected.
    func rows(
        perDay: Double = 40, growth: Double = 0.06, own: [Double] = season, seed: UInt64, noise: (Double) -> Double
    ) throws -> [String] {
        var chance = SplitMix(seed: seed)
        return try months("2022-04", 36).enumerated().flatMap { place, text in
            let month = try #require(PublishedMonth(text))
            let days = Double(month.workingDays) * exp(log(1 + growth) * Double(place - 35) / 12)
            let england = 7000 * days * Self.season[month.month - 1]
            let mean = perDay * days * own[month.month - 1]
            let count = 5 * ((mean + noise(mean) * chance.normal()) / 5).rounded()
            return [
                SampleFile.england(text, .referrals, "\(Int(england))"),
                SampleFile.row("AA", text, .referrals, "\(Int(count))"),
            ]
        }
    }

    func moments(_ rows: [String]) throws -> ProviderMoments {
        let file = try SampleFile(rows: rows).read()
        return ProviderMoments(try file.series(of: "AA"), england: file.england, until: file.lastMonth)
    }

    @Test("Poisson counts have no dispersion beyond chance, and level and trend are found within their errors")
    func poisson() throws {
        var misses = 0
        var dispersion = 0.0
        for seed in 0..<200 as Range<UInt64> {
            let found = try moments(rows(seed: seed) { $0.squareRoot() })
            dispersion += try found[.dispersion].get().value / 200
            #expect(try found[.extraVariation].get().value < 0.05, "seed \(seed)")
            let trend = try found[.trendPerYear].get()
            if abs(trend.value - 0.06) > 2 * trend.standardError { misses += 1 }
        }
        // 36 months less 2: each has a standard error of √(2/34), 200 of them of 0.017. Misses: binomial(200, 0.05).
        #expect(abs(dispersion - 1) < 0.06, "mean dispersion \(dispersion)")
        #expect(misses <= 24, "\(misses) of 200 trends are off by more than two standard errors")
    }

    @Test("The level is that of the last year's weeks, whatever months are missing")
    func level() throws {
        let all = try rows(growth: 0, seed: 1) { _ in 0 }
        let whole = try moments(all)[.referralsPerWeek].get()
        let holed = try moments(all.filter { !$0.contains("2024-12-01") && !$0.contains("2024-08-01") })
        // 253 working days, whose index is a little under 1 on average.
        #expect(abs(whole.value - 40 * 253 / 52.14) < 2 && whole.months == 12)
        #expect(abs(try holed[.referralsPerWeek].get().value - whole.value) < 1)
        #expect(try holed[.referralsPerWeek].get().months == 10)
    }

    @Test("With a half-life the level is that of the last months, the season of England taken out")
    func halfLife() throws {
        // Three years without growth, of which the last three months are a fifth higher; waits follow a season.
        let text = try months("2022-04", 36).enumerated().flatMap { place, text in
            let month = try #require(PublishedMonth(text))
            let days = Double(month.workingDays) * Self.season[month.month - 1]
            let wait = 20 * Self.season[month.month - 1]
            let step = place >= 33 ? 1.2 : 1
            return [
                SampleFile.england(text, .referrals, "\(Int(7000 * days))"),
                SampleFile.england(text, .firstTreatments, "\(Int(5000 * days))"),
                SampleFile.england(text, .firstWaitMean, String(format: "%.3f", wait)),
                SampleFile.row("AA", text, .referrals, "\(Int(40 * step * days))"),
                SampleFile.row("AA", text, .firstTreatments, "\(Int(30 * step * days))"),
                SampleFile.row("AA", text, .firstWaitMean, String(format: "%.3f", wait * step)),
            ]
        }
        let file = try SampleFile(rows: text).read()
        let series = try file.series(of: "AA")
        let even = ProviderMoments(series, england: file.england, until: file.lastMonth)
        let late = ProviderMoments(series, england: file.england, until: file.lastMonth, halfLife: 3)
        // Of twelve months the last three have 3/12 of the weight, and 8/15 of it with a half-life of three.
        let weights = (0..<12).map { exp2(-Double($0) / 3) }
        let share = weights.prefix(3).reduce(0, +) / weights.reduce(0, +)
        for quantity in [MomentQuantity.referralsPerWeek, .firstTreatmentsPerWeek] {
            let flat = try even[quantity].get().value / late[quantity].get().value
            #expect(abs(flat - 1.05 / (1 + 0.2 * share)) < 0.012, "\(quantity.rawValue): \(flat)")
        }
        // More months of the end are winter, when waits are long: without their season the level is 20.
        let wait = try late[.firstWaitMean].get().value
        #expect(abs(wait / (20 * (1 + 0.2 * share)) - 1) < 0.03, "\(wait)")
    }

    @Test("Variation beyond chance is found, and its size")
    func extraVariation() throws {
        var mean = 0.0
        for seed in 0..<100 as Range<UInt64> {
            let found = try moments(rows(seed: seed) { ($0 + 0.01 * $0 * $0).squareRoot() })
            mean += try found[.extraVariation].get().value / 100
        }
        #expect(abs(mean - 0.1) < 0.01, "mean \(mean)")
    }

    @Test("A season like England's is not told apart from it more often than chance says; another one is")
    func season() throws {
        var distinguished = 0
        for seed in 0..<200 as Range<UInt64> {
            let referrals = try moments(rows(seed: seed) { $0.squareRoot() }).referrals.get()
            if try referrals.ownSeason.get().isDistinguishable { distinguished += 1 }
        }
        #expect(distinguished <= 21, "\(distinguished) of 200, where 10 are expected")
        let other = Self.season.map { 2 - $0 }
        let referrals = try moments(rows(own: other, seed: 7) { $0.squareRoot() }).referrals.get()
        #expect(try referrals.ownSeason.get().isDistinguishable)
        for month in 1...12 {
            #expect(abs(referrals.national[month] - Self.season[month - 1]) < 0.01)
            #expect(abs(referrals.index[month] - other[month - 1]) < 0.05)
        }
    }

    @Test("Shares are ratios of totals, small numbers that are suppressed count 2")
    func shares() throws {
        var rows: [String] = []
        for (place, month) in try months("2024-04", 12).enumerated() {
            rows += [
                SampleFile.row("AA", month, .appointments, place == 0 ? "200" : "400"),
                SampleFile.row("AA", month, .attendedOnTime, place == 0 ? "100" : "300"),
                SampleFile.row("AA", month, .attendedLate, place < 6 ? "*" : "8"),
                SampleFile.row("AA", month, .providerCancelled, "*"),
                SampleFile.row("AA", month, .patientCancelled, place == 3 ? "*" : "40"),
                SampleFile.row("AA", month, .finishedCourses, "100"), SampleFile.row("AA", month, .recovery, "45"),
                SampleFile.row("AA", month, .notAtCaseness, "10"),
                SampleFile.row("AA", month, .sessionsMean, place < 6 ? "8" : "9"),
            ]
        }
        let found = try moments(rows)
        let attended = try found[.attendedShare].get()
        #expect(attended.value == (3400 + 12 + 48) / 4600.0 && attended.months == 12)
        #expect(try found[.recovery].get() == Moment(value: 0.5, standardError: 0, months: 12))
        // Forty a month is not small: what is suppressed then is not under 5.
        #expect(try found[.patientCancelledShare].get().months == 11)
        #expect(found[.providerCancelledShare].problem?.contains("every month is suppressed") == true)
        #expect(found[.stepUpWait].problem == "0 months are known, 6 are needed")
        #expect(found[.referralsPerWeek].problem?.contains("no rows of England") == true)
        let sessions = try found[.sessions].get()
        // Halves that differ by one: the months go together, and the error is that of less than twelve.
        #expect(sessions.value == 8.5 && sessions.standardError > 2.5 * 0.52 / 12.0.squareRoot())
    }

    @Test("The error of a ratio covers it as often as it says")
    func ratioErrors() throws {
        var chance = SplitMix(seed: 3)
        var misses = 0
        for _ in 0..<1000 {
            let pairs = (0..<12).map { _ in
                let whole = 100 + 20 * chance.normal()
                return (part: 0.3 * whole + 4 * chance.normal(), whole: whole)
            }
            let found = try MomentEstimator.ratio(pairs).get()
            // Student's t of 11 degrees of freedom.
            if abs(found.value - 0.3) > 2.201 * found.standardError { misses += 1 }
        }
        // 5% were it independent and known to be; allowing for correlation makes it cautious.
        #expect((15...65).contains(misses), "\(misses) of 1000")
    }
}

extension Result where Failure == NotEstimable {
    /// Why there is none.
    var problem: String? {
        if case .failure(let why) = self { return why.description }
        return nil
    }
}
