import CareModel
import Foundation
import Statistics
import Testing

@testable import PublishedStatistics

/// What NHS England's own file says, where `STEPCARE_PUBLISHED` names it: January 2021 to March 2025 at least.
@Suite("The national file", .enabled(if: ProcessInfo.processInfo.environment["STEPCARE_PUBLISHED"] != nil))
struct NationalFileStudy {
    let path = ProcessInfo.processInfo.environment["STEPCARE_PUBLISHED"] ?? ""

    @Test("It is read in three seconds, whole")
    func reading() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let file = try PublishedFile(path: path)
        #expect(clock.now - start < .seconds(3))
        #expect(file.codes.count >= 173 && file.england != nil)
        #expect(file.warnings.isEmpty)
    }

    @Test("The reference's figures of England come out of it")
    func england() throws {
        let file = try PublishedFile(path: path)
        let england = try #require(file.england)
        let april = try #require(PublishedMonth("2024-04"))
        let totals: [(PublishedMeasure, Double)] = [
            (.referrals, 1_772_132), (.firstTreatments, 1_196_618), (.secondTreatments, 685_505),
            (.finishedCourses, 667_143), (.appointments, 8_408_692),
        ]
        for (measure, total) in totals {
            #expect(ForecastFigure(measure).ofYear(from: april, in: england, leastMonths: 12) == total)
        }
        let stock = try #require(ForecastFigure(.waitingForTreatment).ofYear(from: april, in: england))
        #expect(abs(stock - 108_957) < 0.5)
        let moments = ProviderMoments(england, england: england, until: april + 11)
        #expect(abs(try moments[.attendedShare].get().value - 0.747) < 0.001)
        #expect(abs(try moments[.endedBeforeTreatment].get().value - 0.330) < 0.001)
    }

    @Test("Last year again missed the year from April 2024 by about as much as was published")
    func backtest() throws {
        let file = try PublishedFile(path: path)
        let test = try NaiveBacktest(file, yearFrom: try #require(PublishedMonth("2024-04")))
        // Asked for: 9.2, 9.2, 8.5, 8.0, 5.9 percent, 3.3 days, 19 percent, 1.5 points, each a median of 102 providers.
        let asked: [(ForecastFigure, Double)] = zip(ForecastFigure.usual, [9.2, 9.2, 8.5, 8.0, 5.9, 3.3, 19, 1.5]).map {
            ($0, $1)
        }
        #expect((99...103).contains(test.codes.count))
        for (figure, published) in asked {
            let median = try #require(test.line(figure, .lastYear)?.median)
            #expect(median.contains(published), "\(figure.name): \(median)")
        }
    }

    @Test("No provider's season is told from England's more often than chance would")
    func seasons() throws {
        let file = try PublishedFile(path: path)
        let until = try #require(PublishedMonth("2025-03"))
        var tested = 0
        var distinguished = 0
        for code in file.codes {
            let moments = ProviderMoments(try file.series(of: code), england: file.england, until: until)
            guard case .success(let level) = moments[.referralsPerWeek], level.value > 4000 / 52.0,
                case .success(let referrals) = moments.referrals, case .success(let own) = referrals.ownSeason
            else { continue }
            tested += 1
            if own.isDistinguishable { distinguished += 1 }
        }
        #expect(tested > 90 && distinguished <= tested / 10, "\(distinguished) of \(tested)")
    }
}
