import Foundation
import Testing

@testable import PublishedStatistics

@Suite("Simple forecasts, month by month")
struct SimpleForecastTests {
    /// Whether two numbers are the same to nine digits.
    func same(_ one: Double?, _ other: Double) -> Bool {
        one.map { abs($0 - other) < 1e-9 * max(1, abs(other)) } ?? false
    }

    @Test("A flow's level is that of a working day, a list's is not; percentages stay what they are")
    func levels() {
        let (flow, list) = (FigureScale(ForecastFigure(.referrals)), FigureScale(ForecastFigure(.waitingForTreatment)))
        let share = FigureScale(ForecastFigure(.recoveryShare))
        #expect(same(flow.level(of: 420, workingDays: 21), log(20)))
        #expect(same(list.level(of: 420, workingDays: 21), log(420)))
        #expect(share.level(of: 47, workingDays: 21) == 47)
        for scale in [flow, list, share] {
            #expect(same(scale.value(ofLevel: scale.level(of: 90, workingDays: 19), workingDays: 19), 90))
        }
    }

    @Test("An error gives back what came, small numbers have leeway, and nothing is below 0 or above 100 percent")
    func errors() {
        let flow = FigureScale(ForecastFigure(.referrals))
        let share = FigureScale(ForecastFigure(.recoveryShare))
        #expect(same(flow.figure(100, off: flow.error(of: 130, forecast: 100)), 130))
        #expect(same(share.figure(50, off: share.error(of: 44, forecast: 50)), 44))
        // 5 and 0 are both within 2.5 of each other's rounding.
        #expect(abs(flow.error(of: 0, forecast: 5)) < 1.1)
        #expect(flow.figure(3, off: -5) == 0 && share.figure(98, off: 9) == 100 && share.figure(2, off: -9) == 0)
    }

    @Test("The last year, the last three months, and eighteen months halved each quarter, by hand")
    func averages() {
        let levels: [Double?] = (1...20).map { Double($0) }
        #expect(SimpleForecast.lastYear.path(from: levels) == [Double](repeating: 14.5, count: 12))
        #expect(SimpleForecast.lastMonths.path(from: levels, months: 2) == [19, 19])
        // Only the last month, and the one three months before it: weights 1 and a half.
        let two: [Double?] = [nil, 30, nil, nil, 60]
        #expect(same(SimpleForecast.smoothed.path(from: two)?[0], (60 + 15) / 1.5))
        let old: [Double?] = [7] + [Double?](repeating: nil, count: 18)
        #expect(SimpleForecast.smoothed.path(from: old) == nil)
        for method in SimpleForecast.allCases {
            #expect(method.path(from: [nil, nil]) == nil && method.path(from: []) == nil)
        }
    }

    @Test("Exponential smoothing follows a level that moves, and holds one that only shakes")
    func smoothing() throws {
        let shaken = (0..<40).map { $0.isMultiple(of: 2) ? 9.0 : 11 }
        let still = try #require(ExponentialSmoothing(shaken))
        #expect(still.weight < 0.1 && abs(still.level - 10) < 0.2)
        let moved = (0..<40).map { $0 < 20 ? 10.0 : 20 }
        let following = try #require(ExponentialSmoothing(moved))
        #expect(following.weight > 0.9 && abs(following.level - 20) < 0.01)
        #expect(ExponentialSmoothing([1, nil, 2]) == nil)
    }

    @Test("Theta goes on with half of the trend, and with none of less than a year")
    func theta() throws {
        let line: [Double?] = (0..<36).map { 5 + 0.2 * Double($0) }
        let path = try #require(SimpleForecast.theta.path(from: line))
        for month in 1..<12 { #expect(abs(path[month] - path[month - 1] - 0.1) < 1e-6) }
        let short = try #require(SimpleForecast.theta.path(from: Array(line.prefix(11))))
        #expect(short[0] == short[11])
        let holed = line.enumerated().map { $0.isMultiple(of: 5) ? nil : $1 }
        #expect(SimpleForecast.theta.path(from: holed) != nil)
    }

    @Test("A season of two years is found, one of fifteen months in part, and none of five")
    func season() throws {
        let first = try #require(PublishedMonth("2022-01"))
        let all = (0..<36).map { month -> (month: PublishedMonth, level: Double) in
            (first + month, 3 + 0.01 * Double(month) + ((first + month).month == 12 ? -0.24 : 0))
        }
        let whole = ForecastSeason(all)
        #expect(abs(whole[12] + 0.22) < 0.02 && abs(whole.effects.reduce(0, +)) < 1e-9)
        let part = ForecastSeason(Array(all.prefix(15)))
        #expect(part[12] < -0.1 && part[12] > whole[12])
        #expect(ForecastSeason(Array(all.suffix(5))) == .none)
    }
}
