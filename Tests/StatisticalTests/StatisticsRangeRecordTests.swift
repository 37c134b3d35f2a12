import Statistics
import Testing

/// Levels and ranges that were forecast, beside what came.
@Suite struct StatisticsRangeRecordTests {
    private func outcome(
        _ actual: Double, occasion: Int = 0, level: Double = 15, range: ClosedRange<Double> = 10...20,
        chance: Double = 0.9
    ) -> RangeOutcome {
        RangeOutcome(occasion: occasion, level: level, range: range, chance: chance, actual: actual)
    }

    /// Width 10 and 2 / 0.1 = 20 for each unit of a miss, worked by hand from Gneiting and Raftery, equation 43.
    @Test(arguments: [(15.0, 10.0), (10, 10), (20, 10), (8, 50), (23, 70), (20.5, 20)])
    func theIntervalScoreIsWidthAndMisses(actual: Double, score: Double) {
        #expect(abs(outcome(actual).intervalScore - score) < 1e-9)
        #expect(outcome(actual).isWithin == (score == 10))
    }

    @Test func aSmallerClaimPaysLessForAMiss() {
        #expect(abs(outcome(8, chance: 0.5).intervalScore - 18) < 1e-9)
    }

    @Test func aRecordIsCountedByHand() {
        let record = RangeRecord([
            outcome(15, occasion: 1), outcome(12, occasion: 2), outcome(8, occasion: 3), outcome(19, occasion: 4),
        ])
        #expect(record.within == 3 && record.occasions == 4 && record.claimed == 0.9)
        #expect(record.coverage.estimate == 0.75)
        let wilson = ConfidenceInterval.wilson(successes: 3, trials: 4)
        #expect(record.coverage.lowerBound == wilson.lowerBound && record.coverage.upperBound == wilson.upperBound)
        // 0, 3, 7 and -4: their mean, and the middle of 0, 3, 4 and 7.
        #expect(record.bias == 1.5 && record.medianError == 3.5 && record.meanActual == 13.5)
        #expect(abs(record.intervalScore - (10 + 10 + 50 + 10) / 4) < 1e-9)
    }

    /// Ten forecasts of one month show no more of how often ranges hold than one.
    @Test func forecastsOfOneOccasionMakeNothingSurer() {
        let twelve = RangeRecord((0..<12).map { outcome($0 == 5 ? 30 : 15, occasion: $0) })
        let tenfold = RangeRecord((0..<120).map { outcome($0 % 12 == 5 ? 30 : 15, occasion: $0 % 12) })
        #expect(tenfold.coverage == twelve.coverage && tenfold.occasions == 12)
    }

    /// Of all ranges, that between the true 5th and 95th centiles has the least mean score: nobody gains by telling
    /// another. On what is uniform from 0 to 1.
    @Test func theTrueRangeHasTheLeastScore() {
        func score(_ range: ClosedRange<Double>) -> Double {
            RangeRecord((0..<2000).map { outcome((Double($0) + 0.5) / 2000, level: 0.5, range: range) }).intervalScore
        }
        let best = score(0.05...0.95)
        for low in stride(from: 0.0, through: 0.4, by: 0.1) {
            for high in stride(from: 0.6, through: 1.0, by: 0.1) {
                #expect(score(low...high) > best, "\(low) to \(high)")
            }
        }
        // Worked by hand: 0.9 wide, and 20 times the mean miss, twice 0.05² / 2.
        #expect(abs(best - (0.9 + 20 * 0.0025)) < 1e-5)
    }

    /// A range that is a little too narrow holds less than it claims, and one that holds all has nothing outside.
    @Test func coverageNeverLeavesItsInterval() {
        for within in 0...7 {
            let record = RangeRecord((0..<7).map { outcome($0 < within ? 15 : 30, occasion: $0 / 2) })
            let coverage = record.coverage
            #expect(coverage.contains(Double(within) / 7) && coverage.lowerBound >= 0 && coverage.upperBound <= 1)
        }
    }
}
