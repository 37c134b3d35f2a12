import CareModel
import Forecasting
import Foundation
import Reporting
import ScenarioFiles
import ServiceSimulation
import Testing

/// What a forecast may promise, of a scenario and of a provider that was fitted.
@Suite struct TrustedFiguresOfForecastsTests {
    /// From the first Monday of a month, so that its months are whole.
    private static let text = SmallService.text.replacing("2026-11-23", with: "2026-12-07")

    private func report(_ text: String, weeks: Int = 53, changes: [ScenarioChange] = []) throws -> Forecast {
        var request = ForecastRequest(of: .scenario(.text(text, name: "small.yaml")), changes: changes)
        request.length = .replications(5)
        request.settings.weeks = weeks
        return try request.prepare().run().report()
    }

    /// The text of the small service with what may be promised of it, made of what it does.
    private func fitted(from forecast: Forecast, times factor: Double) -> String {
        func list(_ values: [Double]) -> String { "[" + values.map { "\($0)" }.joined(separator: ", ") + "]" }
        var section = "    trusted:\n      from: 2026-12-01\n"
        for measure in ["referrals", "recovery"] {
            let rows = forecast.trusted.rows.filter { $0.kept.measure == measure }
            guard rows.count == 17 else { continue }
            let scale = measure == "recovery" ? 100.0 : 1
            let levels = rows.map { $0.simulated * factor * scale }
            section += "      \(measure):\n        level: \(list(levels))\n"
            section += "        low: \(list(levels.map { $0 * 0.9 }))\n        high: \(list(levels.map { $0 * 1.2 }))\n"
            section += "        simulated: \(list(rows.map { $0.simulated * scale }))\n        words: \"As it was.\"\n"
        }
        return Self.text + "\n" + section
    }

    @Test func aScenarioHasItsOwnLevelsWithTheRangesOfItsSize() throws {
        let forecast = try report(Self.text)
        #expect(forecast.trusted.basis == .scenario)
        let referrals = forecast.trusted.rows.filter { $0.kept.measure == "referrals" }
        #expect(
            referrals.map(\.kept.span) == Array(repeating: ForecastSpan.month, count: 12)
                + Array(repeating: .quarter, count: 4) + [.year])
        for row in forecast.trusted.rows {
            #expect(abs(row.kept.level - row.simulated) < 1e-9 * max(1, row.simulated), "\(row)")
            #expect(row.kept.low <= row.kept.level && row.kept.level <= row.kept.high && row.kept.low >= 0, "\(row)")
        }
        #expect(referrals.first?.kept.first == CivilDay("2026-12-01"))
        #expect(forecast.trusted.words.allSatisfy { $0.text.contains("services") })
        // Ten weeks hold two whole months, and no quarter.
        let short = try report(Self.text, weeks: 10)
        #expect(short.trusted.rows.filter { $0.kept.measure == "referrals" }.map(\.kept.span) == [.month, .month])
    }

    @Test func aFittedServiceIsAsItWasPromisedAndAChangeOfItMovesTheLevel() throws {
        let plain = try report(Self.text)
        let text = fitted(from: plain, times: 1.1)
        let same = try report(text)
        #expect(same.trusted.basis == .published)
        let before = try #require(plain.trusted.rows.first { $0.kept.measure == "referrals" && $0.kept.span == .year })
        let promised = try #require(same.trusted.rows.first { $0.kept.measure == "referrals" && $0.kept.span == .year })
        #expect(abs(promised.kept.level / before.simulated - 1.1) < 0.001)
        #expect(same.trusted.words.contains { $0.measure == "referrals" && $0.text == "As it was." })
        // Half as many again are referred: the level is the promised one times what the runs have more.
        let more = try report(text, changes: [ScenarioChange(key: "teams.north.referrals.per-week", value: "18")])
        #expect(more.trusted.basis == .publishedAndChanged)
        let changed = try #require(more.trusted.rows.first { $0.kept.measure == "referrals" && $0.kept.span == .year })
        #expect(abs(changed.kept.level / promised.kept.level - changed.simulated / before.simulated) < 0.001)
        #expect(changed.simulated > 1.4 * before.simulated)
        let ratios = [promised, changed].map { $0.kept.high / $0.kept.level }
        #expect(abs(ratios[0] - ratios[1]) < 0.001)
    }

    @Test func anotherYearIsNotThePromisedOne() throws {
        let text = fitted(from: try report(Self.text), times: 1.1)
        let later = try report(text, changes: [ScenarioChange(key: "starts", value: "2027-02-01")])
        #expect(later.trusted.basis == .scenario)
    }

    /// What is kept is what was printed.
    @Test func whatIsKeptIsWhatIsPromised() throws {
        var request = ForecastRequest(of: .scenario(.text(Self.text, name: "small.yaml")))
        request.length = .replications(5)
        request.settings.weeks = 53
        let outcome = try request.prepare().run()
        let made = CivilMinute(day: CivilDay("2026-12-04") ?? CivilDay(number: 0), minuteOfDay: 540)
        let kept = outcome.kept(made: made)
        // Quarters are kept by the calendar, not from the first month on.
        for row in outcome.report().trusted.rows where row.kept.span != .quarter {
            #expect(kept.rows.contains(row.kept), "\(row.kept)")
        }
        #expect(kept.rows.contains { $0.basis == .raw && $0.span == .week })
    }
}
