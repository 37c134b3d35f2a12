import Foundation
import PublishedStatistics
import Statistics
import TestSupport
import Testing

@testable import Calibration

@Suite("How far forecasts can be trusted")
struct TrustTests {
    @Test("Months from the origin on change nothing that is learned or forecast")
    func blind() throws {
        let nation = MadeUpNation(providers: 20, months: 30)
        var other = nation
        other.change = { _, _, place, value in String(Int((place >= 24 ? value * 3 : value).rounded())) }
        let origin = MadeUpNation.first + 24
        let (one, two) = (try nation.file(), try other.file())
        let (learned, again) = (try Trust(one, before: origin), try Trust(two, before: origin))
        #expect(!learned.rows.isEmpty && learned.rows == again.rows && learned.learnedUntil == origin - 1)
        let (first, second) = (
            try TrustedProvider(one, provider: "AA03", until: origin - 1, trust: learned),
            try TrustedProvider(two, provider: "AA03", until: origin - 1, trust: again)
        )
        for figure in MonthlyFigures.Figure.allCases {
            #expect(first.forecast(figure).values == second.forecast(figure).values)
        }
        #expect(try Trust(two, before: origin + 6).rows != learned.rows)
    }

    @Test(
        "Ranges that were learned hold nine in ten of the months, quarters and years that come, and half of them half")
    func cover() throws {
        let nation = MadeUpNation(providers: 29, months: 60, seed: 5)
        let origin = MadeUpNation.first + 48
        let trust = try Trust(try nation.file(), before: origin)
        var within: [SpanAhead.Kind: (all: Int, ninety: Int, half: Int)] = [:]
        // Others than those that were learned from.
        for seed in UInt64(6)...7 {
            var later = nation
            later.seed = seed
            let file = try later.file()
            let whole = try ForecastPanel(file, until: later.until)
            let forecasts = PanelForecasts(try ForecastPanel(file, until: origin - 1))
            for (place, figure) in ForecastPanel.figures.enumerated() {
                for (provider, path) in forecasts.paths(.trusted, figure: place, after: 48).enumerated() {
                    guard let path else { continue }
                    let source = RangeSource(
                        trust: trust, figure: figure, size: forecasts.known[48].sizes[provider], ways: [.published],
                        isOld: 0, restlessness: forecasts.restlessness[48, place, provider])
                    let actual = whole.actual(place, provider, from: 48)
                    for value in source.values(path, from: origin, mayHaveEnded: false) {
                        guard let mean = value.span.mean(of: actual) else { continue }
                        let times = whole.scales[place].countsWorkingDays ? Double(value.span.kind.months) : 1
                        within[value.span.kind, default: (0, 0, 0)].all += 1
                        if value.ninety.contains(mean * times) {
                            within[value.span.kind, default: (0, 0, 0)].ninety += 1
                        }
                        if value.half.contains(mean * times) { within[value.span.kind, default: (0, 0, 0)].half += 1 }
                    }
                }
            }
        }
        for kind in SpanAhead.Kind.allCases {
            let counted = try #require(within[kind])
            let (ninety, half) = (
                Double(counted.ninety) / Double(counted.all), Double(counted.half) / Double(counted.all)
            )
            #expect((0.86...0.95).contains(ninety), "\(kind): \(ninety) of \(counted.all)")
            #expect((0.40...0.64).contains(half), "\(kind): \(half) of \(counted.all)")
        }
    }

    @Test("Errors of what walks grow with the horizon, those of what only shakes do not")
    func growth() throws {
        func growth(step: Double, noise: Double) throws -> Double {
            var nation = MadeUpNation(providers: 20, months: 40, seed: 3)
            (nation.step, nation.noise) = (step, noise)
            let trust = try Trust(try nation.file(), before: nation.until + 1)
            return try #require(trust.row(.level, .stock, .month, .middle)).growth
        }
        let (walking, shaking) = (try growth(step: 0.1, noise: 0.01), try growth(step: 0, noise: 0.1))
        #expect(walking > 0.3 && shaking < 0.12)
    }

    @Test("Where some services move three times as much as others, ranges are each one's own")
    func own() throws {
        var nation = MadeUpNation(providers: 30, months: 48, seed: 8)
        let alike = try Trust(try nation.file(), before: nation.until + 1)
        nation.restlessness = { $0 % 2 == 0 ? 0.4 : 1.2 }
        let file = try nation.file()
        let trust = try Trust(file, before: nation.until + 1)
        let row = try #require(trust.row(.published, .stock, .month, .middle))
        #expect(row.own >= 0.75, "\(row.own)")
        #expect(try #require(alike.row(.published, .stock, .month, .middle)).own <= 0.5)
        #expect(trust.rows.allSatisfy { $0.way == .published || $0.own == 0 })
        func width(_ code: String) throws -> (width: Double, sentence: String) {
            let provider = try TrustedProvider(file, provider: code, until: nation.until, trust: trust)
            let forecast = provider.forecast(.stock)
            let month = try #require(forecast.value(.month, 6))
            return (log(month.ninety.upperBound / month.ninety.lowerBound), forecast.sentence)
        }
        let (calm, restless) = (try width("AA04"), try width("AA05"))
        #expect(restless.width > 1.6 * calm.width, "\(restless.width), \(calm.width)")
        #expect(calm.sentence.contains("moved less than theirs") && calm.sentence.contains("% narrower for it"))
        #expect(restless.sentence.contains("moved more than theirs") && restless.sentence.contains("% wider for it"))
    }

    @Test("Fifteen months give months and quarters, and a year that is drawn out of these and says so")
    func shortHistory() throws {
        let nation = MadeUpNation(providers: 24, months: 15)
        let trust = try Trust(try nation.file(), before: nation.until + 1)
        let year = try #require(trust.row(.published, .referrals, .year, .middle))
        let quarter = try #require(trust.row(.published, .referrals, .quarter, .middle))
        #expect(year.errors == 0 && year.furthest == 0 && year.services > 0)
        #expect(quarter.furthest < 4 && quarter.errors > 0)
        let last = quarter.ninety(at: 4, restlessness: 1)
        #expect(year.ninety(at: 1, restlessness: 1).upperBound > 0.5 * last.upperBound)
    }

    @Test("How services that stood alike moved is learned, where levels go back to what is usual")
    func alike() throws {
        // Lists that go a fifth of the way back to the usual in each month, for all services alike.
        var nation = MadeUpNation(providers: 36, months: 30, seed: 9)
        nation.measures = [(.referrals, 450), (.waitingForTreatment, 400)]
        var gone: [String: Double] = [:]
        var random = SplitMix(seed: 4)
        var values: [String: [Double]] = [:]
        for provider in 0..<36 {
            let code = MadeUpNation.code(provider)
            for _ in 0..<30 {
                gone[code] = 0.8 * (gone[code] ?? 1.2 * random.normal()) + 0.15 * random.normal()
                values[code, default: []].append(400 * exp(gone[code] ?? 0))
            }
        }
        let lists = values
        nation.change = { code, measure, place, value in
            let own = measure == .waitingForTreatment ? lists[code]?[place] : nil
            return String(Int((own ?? value).rounded()))
        }
        let panel = try ForecastPanel(try nation.file(), until: nation.until)
        let forecasts = PanelForecasts(panel)
        let stock = try #require(ForecastPanel.figures.firstIndex(of: .stock))
        func error(_ method: ForecastMethod) -> Double {
            let paths = forecasts.paths(method, figure: stock, after: 24)
            return panel.codes.indices.reduce(0) { sum, provider in
                guard let path = paths[provider], let came = panel.values[stock][provider][29] else { return sum }
                return sum + abs(log(came / path[5]))
            }
        }
        #expect(error(.alike) < 0.85 * error(.simple(.smoothed)), "\(error(.alike)) \(error(.simple(.smoothed)))")
    }

    @Test("A table is read as it was written, and one that is not whole is not read")
    func tables() throws {
        let nation = MadeUpNation(providers: 20, months: 24)
        let trust = try Trust(try nation.file(), before: nation.until + 1)
        let tables = Trust.Way.allCases.map { trust.table(of: $0) }
        let read = try #require(Trust(tables: tables))
        #expect(read.rows.count == trust.rows.count && read.learnedUntil == trust.learnedUntil)
        #expect(Trust.Way.allCases.map { read.table(of: $0) } == tables)
        for bad in [
            "", tables[0].replacing("stepcare-trust,1,", with: "stepcare-trust,2,"),
            tables[0].replacing(",month,", with: ",week,"),
            tables[0].replacing("until", with: ""), String(tables[0].dropLast(3)) + "x\n",
        ]
        where bad != tables[0] {
            #expect(Trust(tables: [bad]) == nil)
        }
        #expect(Trust(tables: [tables[0], tables[2].replacing("2022-12", with: "2022-11")]) == nil)
    }

    @Test("The program's own table knows every figure, size and span, and small services are told from large ones")
    func program() throws {
        let trust = Trust.ofProgram
        for way in [Trust.Way.published, .level] {
            for figure in MonthlyFigures.Figure.allCases {
                for kind in SpanAhead.Kind.allCases {
                    for size in ServiceSize.allCases {
                        let row = try #require(trust.row(way, figure, kind, size))
                        #expect(row.low90 < row.low50 && row.low50 < 0 && 0 < row.high50 && row.high50 < row.high90)
                    }
                    let (small, large) = (
                        trust.row(way, figure, kind, .verySmall), trust.row(way, figure, kind, .veryLarge)
                    )
                    if figure != .stepUpWait { #expect((small?.high90 ?? 0) > (large?.high90 ?? 0)) }
                }
            }
        }
    }
}
