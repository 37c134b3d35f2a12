import Foundation
import PublishedStatistics
import TestSupport
import Testing

@testable import Calibration

@Suite("Forecasts with ranges that have held")
struct TrustedForecastTests {
    /// The forecast of the first provider, or of another, of a nation with something changed.
    func forecast(
        _ figure: MonthlyFigures.Figure = .attended, code: String = "AA00", codes: [Int: String] = [:],
        months: Int = 36,
        changing change: @escaping (PublishedMeasure, Int, Double) -> String?
    ) throws -> TrustedForecast {
        var nation = MadeUpNation(providers: 4, months: months)
        nation.change = { own, measure, place, value in
            own == code ? change(measure, place, value) : String(Int(value.rounded()))
        }
        return try TrustedProvider(try nation.file(codes: codes), provider: code, until: nation.until).forecast(figure)
    }

    /// How wide the range of a month is beside its level.
    func width(_ forecast: TrustedForecast, _ horizon: Int = 6) throws -> Double {
        let value = try #require(forecast.value(.month, horizon))
        return (value.ninety.upperBound - value.ninety.lowerBound) / value.level
    }

    @Test("Months, quarters and the year: totals of flows, means of waits, each with ranges within ranges")
    func whole() throws {
        let flow = try forecast { String(Int($2.rounded())) }
        let wait = try forecast(.firstWait) { String(Int($2.rounded())) }
        #expect(flow.values.count == 17 && flow.doubts.isEmpty && !flow.members.isEmpty)
        let (months, year) = (
            (1...12).compactMap { flow.value(.month, $0)?.level }, try #require(flow.value(.year))
        )
        #expect(abs(months.reduce(0, +) - year.level) < 1e-6 * year.level)
        let waits = (1...12).compactMap { wait.value(.month, $0)?.level }
        #expect(abs(waits.reduce(0, +) / 12 - (wait.value(.year)?.level ?? 0)) < 1e-9)
        let quarter = try #require(flow.value(.quarter, 2))
        #expect(quarter.first.description == "2024-04" && quarter.last.description == "2024-06")
        for value in flow.values + wait.values {
            #expect(value.ninety.lowerBound < value.half.lowerBound && value.half.upperBound < value.ninety.upperBound)
            #expect(value.half.contains(value.level))
        }
        #expect(flow.sentence.contains("in 9 of 10 months") && flow.sentence.contains("until 2025-03"))
    }

    @Test("Three months of history: a wider range and a sentence")
    func threeMonths() throws {
        let all = try forecast { String(Int($2.rounded())) }
        let few = try forecast { $1 < 33 ? nil : String(Int($2.rounded())) }
        #expect(few.doubts == [.short(months: 3)] && few.sentence.contains("Only 3 months are known"))
        #expect(try width(few) > 1.5 * width(all))
    }

    @Test("Suppressed months: a wider range and a sentence, the further the last known month is back")
    func gaps() throws {
        let all = try forecast { String(Int($2.rounded())) }
        let holes = try forecast { $1 >= 24 && $1.isMultiple(of: 3) ? "*" : String(Int($2.rounded())) }
        #expect(holes.doubts == [.gaps(missing: 4)] && holes.sentence.contains("4 of its last 12 months"))
        #expect(try width(holes) > 1.15 * width(all))
        let late = try forecast { $1 >= 33 ? "*" : String(Int($2.rounded())) }
        #expect(late.doubts == [.old(months: 3)] && late.sentence.contains("last 3 months are missing"))
        #expect(try width(late) > width(all))
    }

    @Test("A contract that has ended: the range reaches down to none, and it says so; long ended, there is none")
    func ended() throws {
        let ended = try forecast { $1 >= 28 ? nil : String(Int($2.rounded())) }
        #expect(ended.doubts.contains(.ended(MadeUpNation.first + 27)))
        #expect(ended.sentence.contains("Its figures end with 2023-04"))
        #expect(ended.values.allSatisfy { $0.ninety.lowerBound == 0 && $0.half.lowerBound == 0 })
        let gone = try forecast { $1 >= 12 ? nil : String(Int($2.rounded())) }
        #expect(gone.values.isEmpty && gone.sentence.contains("There is no forecast"))
        let never = try forecast { measure, _, value in
            measure == .attendedOnTime ? "*" : String(Int(value.rounded()))
        }
        #expect(never.values.isEmpty && never.sentence.contains("There is no forecast"))
    }

    @Test("A merger within the year: a sentence, and a range as for a level that is new")
    func merged() throws {
        // RVNCG went on as RVN in April 2023.
        let codes = [0: "RVN", 1: "RVNCG"]
        var nation = MadeUpNation(providers: 4, months: 30)
        nation.change = { ($0 == "RVN" && $2 < 27) || ($0 == "RVNCG" && $2 >= 27) ? nil : String(Int($3.rounded())) }
        let provider = try TrustedProvider(try nation.file(codes: codes), provider: "RVN", until: nation.until)
        let joined = provider.forecast(.attended)
        #expect(joined.doubts == [.merged(["RVNCG"])])
        #expect(joined.sentence.contains("RVNCG became part of it") && joined.values.count == 17)
        let usual = try #require(Trust.ofProgram.row(.published, .attended, .month, provider.size))
        let value = try #require(joined.value(.month, 6))
        #expect(log(value.ninety.upperBound / value.level) > 1.2 * usual.ninety(at: 6, restlessness: 1).upperBound)
        // A year later it is like any other.
        let later = try forecast(code: "RVN", codes: codes, months: 40) { $1 < 27 ? nil : String(Int($2.rounded())) }
        #expect(later.doubts.isEmpty)
    }

    @Test("A level that jumps, and figures that cannot be true: a wider range and a sentence")
    func strange() throws {
        let all = try forecast { String(Int($2.rounded())) }
        let jumped = try forecast { measure, place, value in
            String(Int((measure == .attendedOnTime && place >= 33 ? 4 * value : value).rounded()))
        }
        #expect(jumped.doubts == [.jumped] && jumped.sentence.contains("stand further from those before"))
        #expect(try width(jumped) > 1.5 * width(all))
        let untrue = try forecast(.recovery) { measure, place, value in
            measure == .recoveryShare && place == 30 ? "140" : String(Int(value.rounded()))
        }
        #expect(untrue.doubts == [.contradictory(figures: 1)])
        #expect(untrue.sentence.contains("1 figure of it cannot be true"))
        #expect(untrue.values.allSatisfy { $0.ninety.upperBound <= 100 })
    }

    @Test("Every kind of trouble at once, and only one month: never a crash")
    func worst() throws {
        for months in [1, 2, 7, 13] {
            for figure in MonthlyFigures.Figure.allCases {
                let odd = try forecast(figure, months: months) {
                    $1 == months - 1 ? String(Int($2)) : ["*", "0", nil][$1 % 3]
                }
                #expect(!odd.sentence.isEmpty)
                for value in odd.values {
                    #expect(value.ninety.lowerBound >= 0 && value.ninety.upperBound.isFinite && value.level.isFinite)
                }
            }
        }
    }

    @Test("A scenario without a history has the ranges that services of its size needed, and says so")
    func scenario() throws {
        let path = [Double](repeating: 500, count: 12)
        let first = MadeUpNation.first
        let small = TrustedForecast(scenario: .referrals, path: path, from: first, referralsInYear: 900)
        let large = TrustedForecast(scenario: .referrals, path: path, from: first, referralsInYear: 20_000)
        #expect(small.value(.year)?.level == 6000 && small.values.count == 17)
        #expect(try width(small) > 1.5 * width(large))
        #expect(small.sentence.contains("Services of this size needed such ranges"))
        #expect(small.sentence.contains("fewer than 2,000 referrals a year"))
        #expect(try width(small, 12) > width(small, 1))
        let none = TrustedForecast(
            scenario: .referrals, path: path, from: first, referralsInYear: 900,
            trust: Trust(learnedUntil: first, rows: []))
        #expect(none.values.isEmpty && none.sentence.contains("no range that could be trusted"))
    }
}

@Suite("Simulated services in the level")
struct SimulationWorthTests {
    /// What is learned of a nation whose simulated services are off by a factor.
    func learned(_ off: @escaping (Int) -> Double) throws -> (trust: Trust, file: PublishedFile) {
        var nation = MadeUpNation(providers: 40, months: 26, seed: 11)
        // Fewer than thirty of them are so large that services that stood alike are asked.
        nation.measures = [(.referrals, 150)]
        let file = try nation.file()
        let panel = try ForecastPanel(file, until: nation.until)
        var paths = SimulatedPaths()
        for (provider, code) in panel.codes.enumerated() {
            for month in 0..<12 {
                guard let came = panel.values[0][provider][14 + month] else { continue }
                paths.add(
                    came * off(provider + month), of: .referrals, in: panel.first + (14 + month), provider: code,
                    origin: panel.first + 14)
            }
        }
        return (try Trust(file, before: nation.until + 1, simulation: paths), file)
    }

    @Test("One that knows goes in, and its ranges are narrower; one that does not stays out")
    func worth() throws {
        let good = try learned { _ in 1 }
        #expect(good.trust.usesSimulation(for: .referrals) && !good.trust.usesSimulation(for: .stock))
        let (with, without) = (
            try #require(good.trust.row(.publishedAndSimulated, .referrals, .month, .verySmall)),
            try #require(good.trust.row(.published, .referrals, .month, .verySmall))
        )
        #expect(with.high90 < 0.9 * without.high90 && with.origins == 1 && with.services == 40)
        let bad = try learned { $0.isMultiple(of: 2) ? 3 : 0.3 }
        #expect(!bad.trust.usesSimulation(for: .referrals))

        let until = MadeUpNation.first + 25
        let simulated = [Double](repeating: 400, count: 12)
        let chosen = try TrustedProvider(good.file, provider: "AA00", until: until, trust: good.trust)
        let plain = chosen.forecast(.referrals)
        let joined = chosen.forecast(.referrals, simulated: simulated)
        #expect(joined.members.count == plain.members.count + 1)
        let (one, two) = (try #require(plain.value(.month)), try #require(joined.value(.month)))
        #expect(abs(log(two.level) - (2 * log(one.level) + log(400)) / 3) < 1e-9)
        let refused = try TrustedProvider(bad.file, provider: "AA00", until: until, trust: bad.trust)
        #expect(refused.forecast(.referrals, simulated: simulated).values == refused.forecast(.referrals).values)
    }

    @Test("A year that has passed is tried with every method, and says how often ranges held")
    func trial() throws {
        let nation = MadeUpNation(providers: 24, months: 40, seed: 2)
        let panel = try ForecastPanel(try nation.file(), until: nation.until)
        let methods: [ForecastMethod] = [.simple(.lastYear), .simple(.theta), .trusted]
        let rolling = RollingForecasts(PanelForecasts(panel), methods: methods)
        let trial = ForecastTrial(rolling, yearFrom: panel.first + 28, methods: methods)
        #expect(!trial.codes.isEmpty && trial.codes.count < 24)
        // Six figures are published, and each is forecast by three methods, one of them with ranges of its own too.
        #expect(trial.lines.count == 24 && Set(trial.lines.map(\.method)).count == 4)
        let months = trial.lines.filter { $0.method == "trusted" }.compactMap { $0.cover[.month]?.spans }.reduce(0, +)
        #expect(trial.months.count == months && trial.months.allSatisfy { $0.range.contains($0.level) })
        for line in trial.lines {
            let months = try #require(line.cover[.month])
            #expect(months.spans == line.providers * 12 && months.within > months.spans / 2)
            #expect((line.score[.year] ?? 0) > 0 && line.medianError.isFinite)
        }
    }
}
