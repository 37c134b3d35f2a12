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

    private func report(
        _ text: String, weeks: Int = 53, changes: [ScenarioChange] = [], runs: Int = 5, seed: UInt64 = 1
    ) throws -> Forecast {
        var request = ForecastRequest(of: .scenario(.text(text, name: "small.yaml")), changes: changes)
        request.length = .replications(runs)
        request.settings.weeks = weeks
        request.settings.seed = seed
        return try request.prepare().run().report()
    }

    /// The text of the small service with what may be promised of it, made of what it does.
    private func fitted(from forecast: Forecast, times factor: Double, said: String? = nil) -> String {
        func list(_ values: [Double]) -> String { "[" + values.map { "\($0)" }.joined(separator: ", ") + "]" }
        var section = "    trusted:\n      from: 2026-12-01\n"
        if let said { section += "      said: \"\(said)\"\n" }
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

    /// Another seed, other numbers of runs and of weeks, and a value that is said again are no change: what was
    /// promised is promised still, and nothing is said to move.
    @Test func luckIsNoChange() throws {
        let loaded = try ScenarioLoader.load(.text(Self.text, name: "small.yaml"))
        let text = fitted(from: try report(Self.text), times: 1.1, said: loaded.said)
        func year(_ forecast: Forecast) throws -> TrustedFigures.Row {
            try #require(forecast.trusted.rows.first { $0.kept.measure == "referrals" && $0.kept.span == .year })
        }
        let first = try report(text)
        let same = ScenarioChange(key: "teams.north.referrals.per-week", value: "12")
        let more = ScenarioChange(key: "teams.north.referrals.per-week", value: "12.5")
        let untouched = [
            try report(text, seed: 2), try report(text, runs: 2), try report(text, weeks: 56),
            try report(text, changes: [same, ScenarioChange(key: "title", value: "Another name")]),
        ]
        let simulated = try Set(untouched.map { try year($0).simulated })
        #expect(simulated.count > 2, "luck moves the runs")
        for forecast in untouched {
            #expect(forecast.trusted.basis == .published)
            #expect(try year(forecast).kept == year(first).kept)
        }
        // However little is changed, on the command line or by hand in the file, it is a change.
        let changed = [
            try report(text, changes: [more], seed: 2),
            try report(text.replacing("measured 12,", with: "measured 13,")),
        ]
        for forecast in changed {
            #expect(forecast.trusted.basis == .publishedAndChanged)
            #expect(try year(forecast).kept.level > year(first).kept.level)
        }
    }

    /// The published months of the year before stand beside what is promised of the same months.
    @Test func theYearBeforeIsBesideWhatIsPromised() throws {
        let text = fitted(from: try report(Self.text), times: 1.1)
        #expect(try report(text).yearBefore == .unknown)
        let months = "      referrals:\n        year-before: [\((1...12).map(String.init).joined(separator: ", "))]\n"
        let told = try report(text.replacing("      referrals:\n", with: months))
        #expect(told.yearBefore == .published)
        let rows = told.trusted.rows.filter { $0.kept.measure == "referrals" }
        let quarters: [Double] = [6, 15, 24, 33]
        #expect(rows.map(\.yearBefore) == (1...12).map(Double.init) + quarters + [78])
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
